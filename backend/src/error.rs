//! What a use case answers when it does not do what was asked.

use domain::form::FieldProblem;
use domain::policy::Denied;
use domain::problem::Problem;
use domain::step::WrongStep;
use rand::{RngCore, SeedableRng, rngs::StdRng};

/// Why a use case did nothing. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A refusal that the person is told.
    #[error("{0}")]
    Problem(#[from] Problem),
    /// A fault of ours; logged once, the person sees only a reference.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What use cases return.
pub type Result<T> = std::result::Result<T, Error>;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<Denied> for Error {
    fn from(Denied: Denied) -> Self {
        Self::Problem(Problem::Denied)
    }
}

impl From<Vec<FieldProblem>> for Error {
    fn from(fields: Vec<FieldProblem>) -> Self {
        Self::Problem(Problem::Invalid(fields))
    }
}

impl<S, T> From<WrongStep<S, T>> for Error {
    fn from(_: WrongStep<S, T>) -> Self {
        Self::Problem(Problem::TooLate)
    }
}

impl From<Error> for Problem {
    /// Logs a fault with a reference and hands out only the reference.
    fn from(error: Error) -> Self {
        match error {
            Error::Problem(problem) => problem,
            Error::Internal(source) => {
                let mut random = [0; 8];
                StdRng::from_os_rng().fill_bytes(&mut random);
                let reference = u64::from_le_bytes(random).to_string();
                tracing::error!(reference, error = %source, "A use case failed.");
                Self::Internal { reference }
            }
        }
    }
}

/// Shorthand for "not there, or not for this person".
///
/// # Errors
/// Always [`Problem::NotFound`].
pub fn not_found<T>() -> Result<T> {
    Err(Problem::NotFound.into())
}
