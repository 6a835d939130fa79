//! The centre as everyone may know it.

use serde::{Deserialize, Serialize};

/// How the centre is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// Its mail.
    pub email: String,
}
