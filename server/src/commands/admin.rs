//! `lacznik admin`: what must be done before anyone can sign in.

use clap::Subcommand;

use super::Failure;
use crate::config::Config;

/// What to do.
#[derive(Subcommand, Clone, Debug)]
pub enum Admin {
    /// Make a person the administrator of the centre, who then signs in by mail
    Create {
        /// First and last name
        #[arg(long)]
        name: String,
        /// The mail address the sign-in code goes to
        #[arg(long)]
        email: String,
    },
}

/// Does it.
///
/// # Errors
/// Says what went wrong.
pub async fn admin(_config: Config, _what: Admin) -> Result<(), Failure> {
    Err(Failure("`admin` is not built yet".to_owned()))
}
