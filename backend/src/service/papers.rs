//! Files to save and print. What stands on them comes from the use cases of their pages; here is only how many.

use crate::context::Cx;
use crate::error::Result;
use crate::service::sign_in::limit;

/// Papers that are set anew for one address in an hour; many people may share an address.
pub const PAPERS_PER_HOUR: i64 = 240;

/// Counts a paper that is to be set. Open to everyone; `client` is the address the request came from.
///
/// # Errors
/// [`domain::problem::Problem::TooMany`], or when the database fails.
pub async fn count(cx: &Cx, client: &str) -> Result<()> {
    limit(cx, &format!("paper:{client}"), PAPERS_PER_HOUR).await
}
