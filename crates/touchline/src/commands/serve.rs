//! `touchline serve`: the server, until it is told to stop.

use crate::args::{ListenArgs, LogFormat, ServeArgs};
use crate::failure::Failure;
use crate::installation::{self, block_on};
use crate::output;
use app::rooms::people;
use app::{App, Config};
use db::Location;
use language::Language;
use std::io;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// What is written down where `TOUCHLINE_LOG` says nothing.
const LOGGED: &str = "info,sqlx=warn,tower_http=warn";

/// Opens the installation and answers.
pub fn run(language: Language, args: &ServeArgs) -> Result<(), Failure> {
    write_down(args.listen.log_format);
    let location = installation::location(language, &args.installation)?;
    block_on(async {
        let server = Server::start(language, &args.listen, location).await?;
        server.say_where(language)?;
        if server.is_new(language).await? {
            let link = format!("{}{}", server.url, people::pages::welcome::path(&server.app));
            output::print_lines(&[language.text_with("serve-first", &[("link", link.into())])])?;
        }
        server.answer(language).await
    })
}

/// A server that listens, and does not answer yet.
pub struct Server {
    pub app: App,
    listener: TcpListener,
    /// The address under which people reach it.
    pub url: String,
}

impl Server {
    /// Opens the installation, and the socket.
    pub async fn start(language: Language, args: &ListenArgs, location: Location) -> Result<Self, Failure> {
        let listener =
            TcpListener::bind(&args.listen).await.map_err(|error| refused(language, &args.listen, &error))?;
        let own = listener.local_addr().map_err(|error| refused(language, &args.listen, &error))?;
        let url =
            args.url.clone().map_or_else(|| format!("http://{own}"), |url| url.trim_end_matches('/').into());
        let config = Config { public_url: args.url.clone() };
        let app =
            App::open(location, config).await.map_err(|error| installation::failure(language, &error))?;
        Ok(Self { app, listener, url })
    }

    /// Says under which address it is reached.
    pub fn say_where(&self, language: Language) -> Result<(), Failure> {
        output::print_lines(&[language.text_with("serve-at", &[("url", (&self.url).into())])])
    }

    async fn is_new(&self, language: Language) -> Result<bool, Failure> {
        let failed = |error: db::Error| installation::failure(language, &error);
        let mut db = self.app.db().read().await.map_err(failed)?;
        people::queries::is_nobody_here(&mut db).await.map_err(failed)
    }

    /// Answers until it is told to stop.
    pub async fn answer(self, language: Language) -> Result<(), Failure> {
        let url = self.url.clone();
        app::serve(self.app, self.listener, told_to_stop())
            .await
            .map_err(|error| refused(language, &url, &error))
    }
}

fn refused(language: Language, address: &str, error: &io::Error) -> Failure {
    let why = report::wording::io_error(language, error);
    Failure::input(language.text_with("serve-refused", &[("address", address.into()), ("why", why.into())]))
}

/// Comes with Ctrl-C, or with the signal that a system stops its services by.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut ended) = signal(SignalKind::terminate()) else {
            let _ = interrupted.await;
            return;
        };
        tokio::select! {
            _ = interrupted => {}
            _ = ended.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupted.await;
    }
}

/// What happens is written down on standard error.
pub fn write_down(format: LogFormat) {
    let filter = EnvFilter::try_from_env("TOUCHLINE_LOG").unwrap_or_else(|_| EnvFilter::new(LOGGED));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().init(),
    }
}
