//! Answering on a socket until told to stop.

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
    let service = routes::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stop).await;
    database.close().await;
    served
}
