//! Answering on a socket until told to stop.

use crate::rooms::whatif;
use crate::{App, routes};
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Answers until `stop` comes; then finishes what is under way, and closes the database.
///
/// # Errors
///
/// What the system says of the socket.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let database = app.db().clone();
    if let Err(problem) = whatif::resume(&app).await {
        tracing::error!(?problem, "simulations that were under way do not go on");
    }
    let service = routes::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stop).await;
    database.close().await;
    served
}
