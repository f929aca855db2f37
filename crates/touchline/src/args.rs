//! What the command line takes. What it says of it stands in `locales/*/cli.ftl`, see [`crate::help`].

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};
use jiff::Zoned;
use jiff::civil::Time;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use language::Language;

use crate::formats::{Format, View};

#[derive(Parser)]
#[command(
    name = "touchline",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Found before anything else is, see [`crate::speech`].
    #[arg(long, global = true, value_name = "CODE")]
    lang: Option<Language>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
pub enum Command {
    Serve(ServeArgs),
    Demo(DemoArgs),
    Report(ReportArgs),
    Mine(MineArgs),
    Simulate(SimulateArgs),
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Log {
        #[command(subcommand)]
        command: LogCommand,
    },
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Map {
        #[command(subcommand)]
        command: MapCommand,
    },
    Backup(BackupArgs),
    Restore(RestoreArgs),
    Doctor(DoctorArgs),
    #[command(subcommand_required = true, arg_required_else_help = true)]
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
}

#[derive(Subcommand)]
pub enum UserCommand {
    Add(UserAddArgs),
    List(UserListArgs),
    Disable(UserDisableArgs),
}

#[derive(Subcommand)]
pub enum LogCommand {
    Info(InfoArgs),
}

#[derive(Subcommand)]
pub enum MapCommand {
    Check(MapCheckArgs),
    Convert(MapConvertArgs),
    Diff(MapDiffArgs),
}

/// Where the server listens, and under which address people reach it.
#[derive(Args)]
pub struct ListenArgs {
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080", hide_default_value = true)]
    pub listen: String,
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub log_format: LogFormat,
}

/// How the server writes down what it does.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

/// Which installation is meant.
#[derive(Args)]
pub struct InstallationArgs {
    #[arg(
        id = "installation_data",
        long = "data",
        value_name = "DIR",
        default_value = "touchline-data",
        hide_default_value = true
    )]
    pub data: PathBuf,
    #[arg(long, value_name = "URL", env = "TOUCHLINE_DATABASE", hide_env = true, hide_env_values = true)]
    pub database: Option<String>,
}

#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub listen: ListenArgs,
    #[command(flatten)]
    pub installation: InstallationArgs,
}

#[derive(Args)]
pub struct DemoArgs {
    #[command(flatten)]
    pub listen: ListenArgs,
    #[arg(long, value_name = "DIR", default_value = "touchline-demo", hide_default_value = true)]
    pub data: PathBuf,
    #[arg(long, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
}

#[derive(Args)]
pub struct BackupArgs {
    #[arg(value_name = "FILE")]
    pub copy: PathBuf,
    #[command(flatten)]
    pub installation: InstallationArgs,
}

#[derive(Args)]
pub struct RestoreArgs {
    #[arg(value_name = "FILE")]
    pub copy: PathBuf,
    #[command(flatten)]
    pub installation: InstallationArgs,
}

#[derive(Args)]
pub struct DoctorArgs {
    #[command(flatten)]
    pub installation: InstallationArgs,
    #[arg(long)]
    pub rebuild: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct UserAddArgs {
    #[arg(value_name = "EMAIL")]
    pub email: String,
    #[arg(long, value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "ROLE")]
    pub role: String,
    #[command(flatten)]
    pub installation: InstallationArgs,
}

#[derive(Args)]
pub struct UserListArgs {
    #[command(flatten)]
    pub installation: InstallationArgs,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct UserDisableArgs {
    #[arg(value_name = "EMAIL")]
    pub email: String,
    #[command(flatten)]
    pub installation: InstallationArgs,
}

#[derive(Args)]
pub struct ReportArgs {
    #[arg(value_name = "SPEC.toml")]
    pub spec: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct MineArgs {
    #[command(flatten)]
    pub log: LogArgs,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "N", default_value_t = 20, hide_default_value = true)]
    pub variants: usize,
}

#[derive(Args)]
pub struct InfoArgs {
    #[command(flatten)]
    pub log: LogArgs,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct MapCheckArgs {
    #[arg(value_name = "FILE.bpmn")]
    pub model: PathBuf,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub all: bool,
}

#[derive(Args)]
pub struct MapConvertArgs {
    #[arg(value_name = "FILE.bpmn")]
    pub model: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<Format>,
    #[arg(long, value_name = "VIEW")]
    pub view: Option<View>,
    #[arg(long, value_name = "N|NAME")]
    pub diagram: Option<String>,
    #[arg(long)]
    pub layout: bool,
}

#[derive(Args)]
pub struct MapDiffArgs {
    #[arg(value_name = "A.bpmn")]
    pub before: PathBuf,
    #[arg(value_name = "B.bpmn")]
    pub after: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct SimulateArgs {
    #[arg(value_name = "MAP.bpmn")]
    pub model: PathBuf,
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 1_000, hide_default_value = true)]
    pub cases: u64,
    #[arg(long, value_name = "N", default_value_t = 20, hide_default_value = true)]
    pub replications: u64,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub seed: u64,
    #[arg(
        id = "start_at",
        long = "start",
        value_name = "TIME",
        value_parser = instant,
        default_value = "2026-01-05T00:00Z",
        hide_default_value = true
    )]
    pub start: Zoned,
    #[arg(long, value_name = "SCENARIO")]
    pub compare: Option<PathBuf>,
    #[arg(long, value_name = "MAP.bpmn")]
    pub compare_map: Option<PathBuf>,
    #[arg(long, value_name = "FILE.csv")]
    pub log: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[arg(long)]
    pub json: bool,
}

/// A time with its zone, with an offset, or with neither, which is UTC.
fn instant(text: &str) -> Result<Zoned, &'static str> {
    if let Ok(zoned) = text.parse() {
        return Ok(zoned);
    }
    let pieces = Pieces::parse(text).map_err(|_| "not a time")?;
    let zone = match pieces.to_numeric_offset() {
        Some(offset) => TimeZone::fixed(offset),
        None => TimeZone::UTC,
    };
    let time = pieces.time().unwrap_or_else(Time::midnight);
    pieces.date().to_datetime(time).to_zoned(zone).map_err(|_| "not a time")
}

/// A log and how it is written.
#[derive(Args)]
pub struct LogArgs {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub case: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub activity: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub time: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub start: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub resource: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub time_format: Option<String>,
    #[arg(long, value_name = "ZONE")]
    pub time_zone: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    #[arg(long, value_name = "CHAR", value_parser = delimiter)]
    pub delimiter: Option<u8>,
    #[arg(long, value_name = "NAME")]
    pub entry: Option<String>,
}

/// One character of ASCII that can stand between fields; a tab may be written as `tab` or `\t`.
fn delimiter(text: &str) -> Result<u8, &'static str> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err("not one character"),
    }
}
