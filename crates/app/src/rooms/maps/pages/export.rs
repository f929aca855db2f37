//! A version of a map to take along: BPMN, SVG, Mermaid, CSV.

use super::parts::process;
use super::show::chosen;
use crate::App;
use crate::rooms::maps::queries;
use crate::rooms::maps::reading::Reading;
use crate::web::{Problem, Right, Text, Visit};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::Caption;

/// Which version, and which of its diagrams.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    version: String,
    #[serde(default)]
    diagram: usize,
}

/// What it can be taken as.
#[derive(Debug, Clone, Copy)]
enum Format {
    Bpmn,
    Svg,
    Mermaid,
    Csv,
}

impl Format {
    fn read(word: &str) -> Option<Self> {
        match word {
            "bpmn" => Some(Self::Bpmn),
            "svg" => Some(Self::Svg),
            "mmd" => Some(Self::Mermaid),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Bpmn => "application/xml; charset=utf-8",
            Self::Svg => "image/svg+xml",
            Self::Mermaid => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    fn written(self, reading: &Reading, diagram: usize, title: &str) -> Result<String, Problem> {
        Ok(match self {
            Self::Bpmn => reading.written(),
            Self::Mermaid => bpmn::export::mermaid(&reading.model),
            Self::Csv => bpmn::export::csv(&reading.model),
            Self::Svg => {
                let diagram = reading.diagrams().nth(diagram);
                let diagram = diagram.ok_or(Problem::Invalid(Text::key("map-not-drawn")))?;
                let caption = Caption { title: title.to_owned(), desc: String::new() };
                chart::diagram::draw(&reading.model, diagram, &caption)
                    .map_err(|_| Problem::Invalid(Text::key("map-drawing-too-large")))?
                    .to_document()
            }
        })
    }
}

/// The file.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((key, format)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visit.allowed(Right::See)?;
    let word = format;
    let format = Format::read(&word).ok_or(Problem::NotFound)?;
    let mut db = app.db().read().await?;
    let process = process(&mut db, &key).await?;
    let map = chosen(&mut db, &process, &wanted.version).await?;
    drop(db);
    let number = map.about.number;
    let reading = queries::read(map.bpmn).await?;
    let written = format.written(&reading, wanted.diagram, &process.name)?;
    // Keys are plain words, so that they need no quoting.
    let file = format!("attachment; filename=\"{key}-{number}.{word}\"");
    let headers = [(header::CONTENT_TYPE, format.kind().to_owned()), (header::CONTENT_DISPOSITION, file)];
    Ok((headers, written).into_response())
}
