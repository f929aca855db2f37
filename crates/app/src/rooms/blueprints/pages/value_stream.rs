//! The value stream of a process: what its usual way comes to, and each step of it.

use super::map::Tile;
use super::table::{Cell, Table};
use super::tracks::Station;
use crate::rooms::blueprints::known::Known;
use crate::web::Say;
use bpmn::extension::Times;
use bpmn::view::value_stream::{self, takt_s, value_stream};

/// Working hours of a year, for the takt time: 250 days of 8 hours.
const YEAR_H: f64 = 2_000.0;

/// The figures of the stream, and a row for each step.
pub struct Stream {
    /// The sentence that matters most.
    pub says: String,
    /// Its figures.
    pub tiles: Vec<Tile>,
    /// Its steps.
    pub table: Table,
}

impl Stream {
    /// The stream of a process.
    pub fn of(known: &Known, stations: &[(usize, Station)], say: &Say) -> Self {
        let language = say.language;
        let steps: Vec<value_stream::Station> = stations
            .iter()
            .map(|(step, station)| value_stream::Station {
                times: Times {
                    process_s: station.process_s,
                    waiting_s: station.waiting_s,
                    accurate_percent: station.accurate_percent,
                },
                value_adding: known.blueprint().steps()[*step].value_adding == Some(true),
            })
            .collect();
        let stream = value_stream(&steps);
        let time = |seconds: f64| say.duration(&seconds);
        let share =
            |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| language.percent(share, 1));
        let tile = |key: &str, value: String, note: String| Tile {
            name: say.of("stream-", key),
            address: String::new(),
            value,
            unit: String::new(),
            note,
        };
        let takt = takt_s(YEAR_H * 3_600.0, known.figures.cases);
        let efficiency = stream.efficiency();
        let tiles = vec![
            tile("lead", time(stream.lead_s()), say.text("stream-lead-note")),
            tile(
                "process",
                time(stream.process_s),
                say.with("stream-process-note", "time", &time(stream.value_adding_s)),
            ),
            tile("waiting", time(stream.waiting_s), say.text("stream-waiting-note")),
            tile("efficiency", share(efficiency), say.text("stream-efficiency-note")),
            tile("rolled", share(stream.rolled_accurate), say.text("stream-rolled-note")),
            tile(
                "takt",
                takt.map_or_else(|| "–".to_owned(), time),
                say.with("stream-takt-note", "hours", &language.number(YEAR_H, 0)),
            ),
        ];
        let says = language.text_with(
            "view-says-stream",
            &[
                ("lead", time(stream.lead_s()).into()),
                ("work", time(stream.process_s).into()),
                ("share", share(efficiency).into()),
            ],
        );
        Self { says, tiles, table: table(known, stations, say) }
    }
}

fn table(known: &Known, stations: &[(usize, Station)], say: &Say) -> Table {
    let head = |key: &str, is_figure| (say.of("stream-", key), is_figure);
    let time = |seconds: Option<f64>| seconds.map_or_else(Cell::none, |s| Cell::text(say.duration(&s)));
    let origin = |is_measured| say.text(if is_measured { "track-known" } else { "track-assumed" });
    let row = |(step, station): &(usize, Station)| {
        let step = *step;
        let said = &known.blueprint().steps()[step];
        let lane = &known.process.map.lanes()[known.process.map.steps()[step].lane];
        let value = match said.value_adding {
            Some(true) => say.text("stream-adds"),
            Some(false) => say.text("stream-adds-not"),
            None => "–".to_owned(),
        };
        let accurate = station.accurate_percent.map_or_else(Cell::none, |percent| {
            Cell::text(say.language.percent(percent / 100.0, 0)).mark("worse", percent < 90.0)
        });
        vec![
            Cell::text(known.name(step)).link(known.cases_at(step)),
            Cell::text(lane.name.clone()),
            time(station.waiting_s).note(origin(station.is_measured)),
            time(station.process_s).note(origin(false)),
            accurate,
            Cell::text(value),
        ]
    };
    Table {
        id: "stream",
        title: say.text("stream-title"),
        says: say.text("stream-read"),
        columns: vec![
            (say.text("col-step"), false),
            (say.text("col-lane"), false),
            head("waiting", true),
            head("process", true),
            head("accurate", true),
            head("value", false),
        ],
        rows: stations.iter().map(row).collect(),
        read: String::new(),
    }
}
