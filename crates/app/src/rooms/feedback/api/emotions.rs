//! The list of emotions for programs.

use crate::App;
use crate::rooms::feedback::emotions::{Emotion, Emotions};
use crate::rooms::feedback::feelings;
use crate::web::api::Json;
use crate::web::{Caller, Problem, Right};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show, replace))
}

/// The emotions that answers may name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct EmotionList {
    /// Grows with every change; a change carries the one that it was made against.
    version: u64,
    /// They, cluster by cluster.
    emotions: Vec<Emotion>,
}

/// The emotions that answers may name, and which of them customers are offered.
#[utoipa::path(get, path = "/api/v1/emotions", tag = "feedback",
    responses((status = 200, body = EmotionList), (status = 401), (status = 403)))]
async fn show(State(app): State<App>, caller: Caller) -> Result<axum::Json<EmotionList>, Problem> {
    caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let emotions = feelings::emotions(&mut db).await?.iter().cloned().collect();
    Ok(axum::Json(EmotionList { version: feelings::version(&mut db).await?, emotions }))
}

/// Puts another list in its place. Answers keep the names that they were given with.
#[utoipa::path(put, path = "/api/v1/emotions", tag = "feedback", request_body = EmotionList,
    responses((status = 200, body = EmotionList), (status = 401), (status = 403),
        (status = 409, description = "Somebody else changed it since"),
        (status = 422, description = "It does not hold; the answer says why")))]
async fn replace(
    State(app): State<App>,
    caller: Caller,
    Json(wanted): Json<EmotionList>,
) -> Result<axum::Json<EmotionList>, Problem> {
    let (by, now) = (caller.allowed(Right::Administer)?.in_journal(), caller.now);
    let list = Emotions::new(wanted.emotions)?;
    app.db()
        .write(move |tx| {
            Box::pin(async move { feelings::replace(tx, wanted.version, Some(list), by, now).await })
        })
        .await?;
    show(State(app), caller).await
}
