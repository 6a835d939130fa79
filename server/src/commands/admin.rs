//! `lacznik admin`: what must be done before anyone can sign in.

use backend::context::Cx;
use backend::service::sign_in::create_administrator;
use clap::Subcommand;

use super::Failure;
use crate::config::Config;
use crate::node;

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
pub async fn admin(config: Config, what: Admin) -> Result<(), Failure> {
    let Admin::Create { name, email } = what;
    let node = node::open(&config).await?;
    backend::seed::reference(&node).await.map_err(Failure::during("reference data"))?;
    create_administrator(&Cx::system(node.clone()), &name, &email)
        .await
        .map_err(Failure::during("the administrator was not added"))?;
    node.db.close().await;
    println!("{email} is an administrator and coordinator now and signs in with a mailed code.");
    Ok(())
}
