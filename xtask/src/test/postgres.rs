//! A PostgreSQL cluster that lives as long as the tests, for those that need one.

use crate::shell::{Result, is_superuser, read, run, works};
use crate::tools;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The longest that it may take to start.
const START: Duration = Duration::from_secs(60);

/// Nothing of it outlives the tests, so nothing is forced to the disk.
const SETTINGS: &[&str] = &[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=64MB",
    "max_connections=400",
    "timezone=UTC",
];

/// A running cluster. Letting go of it stops it and deletes its files.
pub struct Cluster {
    folder: PathBuf,
    server: Child,
    /// Where its first database is reached by a superuser without a password.
    pub url: String,
}

impl Cluster {
    /// Makes and starts one on a free port of this machine, installing PostgreSQL where the user may.
    pub fn start() -> Result<Self> {
        let programs = tools::postgresql()?;
        let user = User::fitting()?;
        let folder = std::env::temp_dir().join(format!("touchline-postgres-{}", std::process::id()));
        fs::create_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let started = user.owns(&folder).and_then(|()| started(&programs, &user, &folder));
        if started.is_err() {
            fs::remove_dir_all(&folder)?;
        }
        let (server, port) = started?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut cluster = Self { folder, server, url };
        cluster.wait()?;
        Ok(cluster)
    }

    /// Waits until it takes connections, which it writes into the last line of its file.
    fn wait(&mut self) -> Result {
        let start = Instant::now();
        loop {
            let status = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap_or_default();
            if status.lines().any(|line| line.trim() == "ready") {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() || start.elapsed() > START {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(format!("PostgreSQL does not start:\n{}", log.trim_end()).into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // An interrupt asks PostgreSQL to end at once, and in order.
        let asked = works(Command::new("kill").args(["-INT", &self.server.id().to_string()]));
        if !asked {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn started(programs: &Path, user: &User, folder: &Path) -> Result<(Child, u16)> {
    let data = folder.join("data");
    let mut init = user.command(&programs.join("initdb"));
    init.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
    read(init.current_dir(folder).arg("--pgdata").arg(&data))?;
    let port = free_port()?;
    let mut server = user.command(&programs.join("postgres"));
    server.current_dir(folder).arg("-D").arg(&data).arg("-k").arg(folder);
    server.args(["-h", "127.0.0.1", "-p", &port.to_string()]);
    server.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    let log = fs::File::create(folder.join("log"))?;
    server.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Ok((server.spawn()?, port))
}

/// Nobody holds the port between here and the server's start, but the system gives numbers in turn.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Who the server runs as: PostgreSQL refuses the superuser.
enum User {
    Ourselves,
    Other { name: &'static str, group: String },
}

impl User {
    fn fitting() -> Result<Self> {
        if !is_superuser() {
            return Ok(Self::Ourselves);
        }
        let group = |name| read(Command::new("id").args(["-g", name]));
        let other = ["postgres", "nobody"].into_iter().find_map(|name| Some((name, group(name).ok()?)));
        let (name, group) =
            other.ok_or("PostgreSQL needs a user other than the superuser; add `postgres`")?;
        Ok(Self::Other { name, group: group.trim().to_owned() })
    }

    fn owns(&self, folder: &Path) -> Result {
        match self {
            Self::Ourselves => Ok(()),
            Self::Other { name, group } => {
                run(Command::new("chown").arg(format!("{name}:{group}")).arg(folder))
            }
        }
    }

    /// A program that runs as this user, and on Linux does not outlive us, however we end.
    fn command(&self, program: &Path) -> Command {
        let mut command = match self {
            Self::Ourselves if !works(Command::new("setpriv").arg("--version")) => {
                return Command::new(program);
            }
            _ => Command::new("setpriv"),
        };
        if let Self::Other { name, group } = self {
            command.args(["--reuid", name, "--regid", group, "--clear-groups"]);
        }
        command.args(["--pdeathsig", "INT", "--"]).arg(program);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn a_cluster_takes_connections_and_leaves_nothing_behind() -> Result {
        let cluster = Cluster::start()?;
        let folder = cluster.folder.clone();
        let address = cluster.url.trim_start_matches("postgres://postgres@").trim_end_matches("/postgres");
        let address = address.to_owned();
        assert!(TcpStream::connect(&address).is_ok(), "{address}");
        drop(cluster);
        assert!(TcpStream::connect(&address).is_err() && !folder.exists());
        Ok(())
    }
}
