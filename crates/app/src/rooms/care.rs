//! Care of what the rooms keep: looked over, and what is derived made again from the journal.

use super::{cases, feedback};
use crate::App;
use crate::web::Problem;

/// Looks the installation over, and says what is wrong, in words for those who look after it.
///
/// # Errors
///
/// What the database says when it cannot even be asked.
pub async fn examine(app: &App) -> Result<Vec<String>, Problem> {
    let mut found = app.db().examine().await?;
    let stale = cases::stale(&mut app.db().read().await?).await?;
    found.extend(
        stale.into_iter().map(|number| format!("the row of case {number} is not as its journal ends")),
    );
    Ok(found)
}

/// Drops everything that is derived, and makes it again from the journal.
///
/// # Errors
///
/// What the database says; then everything is as it was.
pub async fn rebuild(app: &App) -> Result<(), Problem> {
    app.db()
        .write(|tx| {
            Box::pin(async move {
                cases::rebuild(tx).await?;
                Ok(feedback::rebuild(tx).await?)
            })
        })
        .await
}
