//! The organisation's list of emotions: what customers are offered, what answers and maps may name.

use crate::App;
use crate::rooms::feedback::emotions::{Cluster, Emotion, Emotions, MAX_NAME, is_standard};
use crate::rooms::feedback::feelings;
use crate::web::{Form, Page, Place, Problem, Right, Text, Visit, folded, html};
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};

#[derive(askama::Template)]
#[template(path = "feedback/templates/emotions.html")]
struct List {
    page: Page,
    tab: &'static str,
    filled: Filled,
    refused: Option<String>,
    longest: usize,
}

/// The list as a form has it: a value of each emotion, in the same order.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Filled {
    #[serde(default)]
    version: u64,
    /// Names; none for one that is new.
    #[serde(default)]
    name: Vec<String>,
    /// What the organisation calls them; none for the program's word.
    #[serde(default)]
    label: Vec<String>,
    #[serde(default)]
    cluster: Vec<Cluster>,
    /// The places in the form of those that customers are offered.
    #[serde(default)]
    offered: Vec<usize>,
    /// The places in the form of those that are taken off the list.
    #[serde(default)]
    removed: Vec<usize>,
}

/// The version that a form was made against.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct Seen {
    version: u64,
}

impl Filled {
    fn of(emotions: &Emotions, version: u64) -> Self {
        let mut filled = Self { version, ..Self::default() };
        for (at, emotion) in emotions.iter().enumerate() {
            filled.name.push(emotion.name.clone());
            filled.label.push(emotion.label.clone().unwrap_or_default());
            filled.cluster.push(emotion.cluster);
            if emotion.is_offered {
                filled.offered.push(at);
            }
        }
        filled
    }

    /// The list that it asks for. A row that is new and empty is none; a new one is named after what it is called.
    fn list(&self) -> Result<Emotions, Problem> {
        if self.label.len() != self.name.len() || self.cluster.len() != self.name.len() {
            return Err(Problem::Invalid(Text::key("problem-form")));
        }
        let rows = self.name.iter().zip(&self.label).zip(&self.cluster).enumerate();
        let list = rows.filter(|(at, ((name, label), _))| {
            let is_empty = name.is_empty() && label.trim().is_empty();
            !self.removed.contains(at) && !is_empty
        });
        let emotion = |(at, ((name, label), cluster)): (usize, ((&String, &String), &Cluster))| {
            let label = label.trim();
            let name = if name.is_empty() { folded(label).replace(' ', "-") } else { name.clone() };
            Emotion {
                name,
                label: (!label.is_empty()).then(|| label.to_owned()),
                cluster: *cluster,
                is_offered: self.offered.contains(&at),
            }
        };
        Emotions::new(list.map(emotion).collect())
    }

    /// The rows, and one more for what is new.
    fn rows(&self) -> Vec<Row<'_>> {
        let row = |at: usize| Row {
            at,
            name: self.name.get(at).map_or("", String::as_str),
            label: self.label.get(at).map_or("", String::as_str),
            cluster: self.cluster.get(at).copied().unwrap_or(Cluster::Attention),
            is_offered: self.offered.contains(&at),
            is_removed: self.removed.contains(&at),
        };
        let has_new = self.name.last().is_some_and(String::is_empty);
        (0..self.name.len() + usize::from(!has_new)).map(row).collect()
    }
}

/// A row of the form.
struct Row<'a> {
    at: usize,
    name: &'a str,
    label: &'a str,
    cluster: Cluster,
    is_offered: bool,
    is_removed: bool,
}

impl Row<'_> {
    /// The program's word, which stands in the field as long as the organisation has none of its own.
    fn word(&self, page: &Page) -> String {
        if is_standard(self.name) { page.say.of("emotion-", self.name) } else { self.name.to_owned() }
    }

    fn called(&self, page: &Page) -> String {
        match (self.label, self.name) {
            ("", "") => page.say.text("emotions-new"),
            ("", _) => self.word(page),
            (label, _) => label.to_owned(),
        }
    }
}

/// The list.
pub async fn show(State(app): State<App>, visit: Visit) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Administer)?;
    let mut db = app.db().read().await?;
    let emotions = feelings::emotions(&mut db).await?;
    let version = feelings::version(&mut db).await?;
    page(&visit, Filled::of(&emotions, version), None)
}

fn page(visit: &Visit, filled: Filled, refused: Option<String>) -> Result<Html<String>, Problem> {
    html(&List { page: visit.page(Place::Settings), tab: "emotions", filled, refused, longest: MAX_NAME })
}

/// Keeps a list of one's own.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let by = visit.allowed(Right::Administer)?.in_journal();
    let (now, seen) = (visit.now(), filled.version);
    let kept = match filled.list() {
        Ok(list) => {
            let work = app.db().write(move |tx| {
                Box::pin(async move { feelings::replace(tx, seen, Some(list), by, now).await })
            });
            work.await
        }
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(()) => Ok(Redirect::to("/settings/emotions").into_response()),
        Err(problem @ (Problem::Invalid(_) | Problem::Conflict(_))) => {
            let refused = Some(problem.detail(visit.say.language));
            Ok((problem.status(), page(&visit, filled, refused)?).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// Goes back to the list of the Emotional Signature.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Form(seen): Form<Seen>,
) -> Result<Redirect, Problem> {
    let by = visit.allowed(Right::Administer)?.in_journal();
    let now = visit.now();
    app.db()
        .write(move |tx| Box::pin(async move { feelings::replace(tx, seen.version, None, by, now).await }))
        .await?;
    Ok(Redirect::to("/settings/emotions"))
}
