//! What changes a draft in its grid: edits, undoing them, making them again. What takes long is worked out before the
//! transaction begins, and once more if somebody was faster.

use super::commands::{self, Drawn};
use super::edits::{Happened, MAX_KEPT, Made, Seen, Standing, packed, since, to_redo, to_undo, unpacked};
use super::model::Which;
use super::{queries, store};
use crate::App;
use crate::rooms::processes::{By, Process};
use crate::web::{Problem, Text};
use bpmn::edit::{Claims, Conflict, Edit, Grid, Meanwhile, Patch, Refusal, Sheet, edit_after};
use jiff::Timestamp;
use uuid::Uuid;

/// How often an edit is worked out anew because somebody was faster.
const ATTEMPTS: usize = 5;

/// A draft, or the published map where there is none, with what was done to it in its grid.
#[derive(Debug)]
pub struct Draft {
    /// Its version.
    pub seen: Seen,
    /// Its id; none where there is no draft.
    id: Option<Uuid>,
    /// What it says.
    pub sheet: Sheet,
    /// Edits that are kept.
    pub made: Vec<Made>,
}

/// Why an edit was not made.
#[derive(Debug)]
pub enum NotMade {
    /// It makes no sense, or not in the grid.
    Refused(Refusal),
    /// Others changed the same.
    Theirs {
        /// What they did.
        theirs: Vec<Happened>,
        /// What was to be done, and what it is about.
        mine: (Edit, String),
    },
    /// There is nothing that this person could undo or make again.
    Nothing,
    /// Something else.
    Problem(Problem),
}

impl From<Problem> for NotMade {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<db::Error> for NotMade {
    fn from(error: db::Error) -> Self {
        Self::Problem(error.into())
    }
}

/// Edits by id, with what each changes, as it is kept.
type Patches = Vec<(Uuid, Vec<u8>)>;

/// What is to be saved, and what is to be noted of it.
struct Change {
    sheet: Sheet,
    note: Note,
}

enum Note {
    /// A new edit; the one that it makes again, if it does.
    Made { edit: Edit, what: String, claims: Claims, patch: Vec<u8>, again: Option<Uuid> },
    /// An edit that is undone, and what later ones change now.
    Undone { edit: Uuid, later: Patches },
}

/// The draft of a process, or its published map.
///
/// # Errors
///
/// What the database says.
pub async fn draft(app: &App, process: &Process) -> Result<Draft, Problem> {
    let mut db = app.db().read().await?;
    let found = queries::version(&mut db, process, Which::Draft).await?;
    let (seen, id, made, bpmn) = match found {
        Some(map) => {
            let about = map.about;
            let made = store::edits(&mut db, about.id).await?;
            (Seen { draft: about.number, version: about.version }, Some(about.id), made, map.bpmn)
        }
        None => {
            let map = queries::version(&mut db, process, Which::Published).await?.ok_or(Problem::NotFound)?;
            (Seen { draft: 0, version: 0 }, None, Vec::new(), map.bpmn)
        }
    };
    drop(db);
    let sheet = apart(move || Sheet::read(&bpmn)).await?.map_err(|error| {
        tracing::error!(%error, "a map that was kept cannot be read");
        Problem::Unexpected
    })?;
    Ok(Draft { seen, id, sheet, made })
}

impl Draft {
    /// What others did since somebody saw it.
    ///
    /// # Errors
    ///
    /// [`Problem::Conflict`], if more happened than is known in detail.
    pub fn since(&self, seen: Seen, person: Option<Uuid>) -> Result<Vec<Happened>, Problem> {
        let is_same = seen.draft == self.seen.draft || seen.draft == 0;
        let all = since(&self.made, seen.version, self.seen.version).filter(|_| is_same);
        let all = all.ok_or_else(|| Problem::Conflict(Text::key("map-changed-meanwhile")))?;
        Ok(all.into_iter().filter(|happened| happened.person != person).collect())
    }

    /// The edit that a person would undo next.
    pub fn to_undo(&self, person: Option<Uuid>) -> Option<&Made> {
        to_undo(&self.made, person, self.seen.version)
    }

    /// The edit that a person would make again next.
    pub fn to_redo(&self, person: Option<Uuid>) -> Option<&Made> {
        to_redo(&self.made, person)
    }
}

/// What is to be done with a draft.
enum Work {
    /// An edit of somebody who saw it so.
    Make(Seen, Edit),
    /// A step through what the person did.
    Turn(Turn),
}

/// Makes an edit of the draft as it is now `known`, or of a new draft, for somebody who saw it as `seen`.
///
/// # Errors
///
/// [`NotMade`], in which case nothing changes.
pub async fn make(
    app: &App,
    process: &Process,
    known: Draft,
    (seen, edit): (Seen, Edit),
    by: By,
    now: Timestamp,
) -> Result<Draft, NotMade> {
    save(app, process, known, &Work::Make(seen, edit), by, now).await.map(|(draft, _)| draft)
}

/// A person's step through what they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Their last edit is undone.
    Undo,
    /// The edit that they undid last is made again.
    Redo,
}

/// Undoes an edit of a person or makes it again; gives what that is about. What others did since stays, if it is of other
/// things.
///
/// # Errors
///
/// As [`make`]; [`NotMade::Nothing`].
pub async fn turn(
    app: &App,
    process: &Process,
    turn: Turn,
    by: By,
    now: Timestamp,
) -> Result<(Draft, String), NotMade> {
    save(app, process, draft(app, process).await?, &Work::Turn(turn), by, now).await
}

/// What a draft is to become, and what that is about.
async fn work_out(
    app: &App,
    draft: &Draft,
    work: &Work,
    person: Option<Uuid>,
) -> Result<(Change, String), NotMade> {
    match work {
        Work::Make(seen, edit) => {
            let theirs = draft.since(*seen, person)?;
            let what = about(edit, draft.sheet.grid());
            let (sheet, claims) = edited(&draft.sheet, edit, &theirs, &what).await?;
            let made = (edit.clone(), what.clone(), claims);
            Ok((change(&draft.sheet, sheet, made, None).await?, what))
        }
        Work::Turn(Turn::Undo) => {
            let made = draft.to_undo(person).ok_or(NotMade::Nothing)?;
            Ok((without(app, draft, made).await?, made.what.clone()))
        }
        Work::Turn(Turn::Redo) => {
            let made = draft.to_redo(person).ok_or(NotMade::Nothing)?;
            let seen = Seen { version: made.undone.unwrap_or(made.version), ..draft.seen };
            let theirs = draft.since(seen, person)?;
            let (sheet, claims) = edited(&draft.sheet, &made.edit, &theirs, &made.what).await?;
            let again = (made.edit.clone(), made.what.clone(), claims);
            Ok((change(&draft.sheet, sheet, again, Some(made.id)).await?, made.what.clone()))
        }
    }
}

/// A draft without one of its edits.
async fn without(app: &App, draft: &Draft, made: &Made) -> Result<Change, NotMade> {
    let conflict = |theirs| NotMade::Theirs { theirs, mine: (made.edit.clone(), made.what.clone()) };
    let later = since(&draft.made, made.version, draft.seen.version).unwrap_or_default();
    let meets = |happened: &Happened| {
        !happened.is_undone
            && happened.person != made.person
            && !happened.meanwhile.claims.are_apart(&made.claims)
    };
    let theirs: Vec<Happened> = later.into_iter().filter(meets).collect();
    if !theirs.is_empty() {
        return Err(conflict(theirs));
    }
    let patches = match draft.id {
        Some(id) => store::patches(&mut app.db().read().await?, id, made.version).await?,
        None => Vec::new(),
    };
    let edits: Vec<(Uuid, Edit)> = draft.made.iter().map(|made| (made.id, made.edit.clone())).collect();
    let text = draft.sheet.bpmn().to_owned();
    let undone = apart(move || without_first(text, &patches, &edits)).await?;
    let (sheet, later) = undone.ok_or_else(|| conflict(Vec::new()))?;
    Ok(Change { sheet, note: Note::Undone { edit: made.id, later } })
}

/// Works a change of the draft out and saves it; anew, as long as somebody is faster.
async fn save(
    app: &App,
    process: &Process,
    mut known: Draft,
    work: &Work,
    by: By,
    now: Timestamp,
) -> Result<(Draft, String), NotMade> {
    for _ in 0..ATTEMPTS {
        let (Change { sheet, note }, what) = work_out(app, &known, work, by.1).await?;
        if sheet.bpmn() == known.sheet.bpmn() {
            return Ok((known, what));
        }
        let drawn = Drawn { bpmn: sheet.bpmn().to_owned(), note: None };
        let (seen, of) = (known.seen.version, process.clone());
        let saved = app.db().write(move |tx| {
            Box::pin(async move {
                let about = commands::save_draft(tx, &of, seen, drawn, by, now).await?;
                write_down(tx, about.id, (about.version, note), by, now).await?;
                let made = store::edits(tx, about.id).await?;
                Ok::<_, Problem>((about, made))
            })
        });
        match saved.await {
            Ok((about, made)) => {
                let seen = Seen { draft: about.number, version: about.version };
                return Ok((Draft { seen, id: Some(about.id), sheet, made }, what));
            }
            Err(Problem::Conflict(_)) => known = draft(app, process).await?,
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Problem::Conflict(Text::key("map-changed-meanwhile")).into())
}

async fn write_down(
    tx: &mut db::Tx,
    map: Uuid,
    (version, note): (u64, Note),
    by: By,
    now: Timestamp,
) -> Result<(), Problem> {
    let person = by.1.filter(|_| by.0 == "person");
    match note {
        Note::Made { edit, what, claims, patch, again } => {
            match again {
                Some(again) => store::stand(tx, again, Standing::Over, None).await?,
                None => store::pass(tx, map, person).await?,
            }
            let (id, who) = (Uuid::now_v7(), None);
            let (standing, undone) = (Standing::Made, None);
            let made = Made { id, version, person, who, what, edit, claims, standing, undone };
            store::add_edit(tx, map, &made, patch, now).await?;
        }
        Note::Undone { edit, later } => {
            store::stand(tx, edit, Standing::Undone, Some(version)).await?;
            for (edit, patch) in later {
                store::repatch(tx, edit, patch).await?;
            }
        }
    }
    Ok(store::forget_edits(tx, map, version.saturating_sub(MAX_KEPT)).await?)
}

async fn edited(
    sheet: &Sheet,
    edit: &Edit,
    theirs: &[Happened],
    what: &str,
) -> Result<(Sheet, Claims), NotMade> {
    let meanwhile: Vec<Meanwhile> = theirs.iter().map(|happened| happened.meanwhile.clone()).collect();
    let (sheet, mine) = (sheet.clone(), edit.clone());
    apart(move || edit_after(&meanwhile, &sheet, &mine)).await?.map_err(|conflict| match conflict {
        Conflict::Refused(refusal) => NotMade::Refused(refusal),
        Conflict::Theirs { edits } => NotMade::Theirs {
            theirs: edits.into_iter().map(|at| theirs[at].clone()).collect(),
            mine: (edit.clone(), what.to_owned()),
        },
    })
}

async fn change(
    before: &Sheet,
    sheet: Sheet,
    (edit, what, claims): (Edit, String, Claims),
    again: Option<Uuid>,
) -> Result<Change, Problem> {
    let (old, new) = (before.bpmn().to_owned(), sheet.bpmn().to_owned());
    let patch = apart(move || packed(&Patch::between(&old, &new))).await?;
    Ok(Change { sheet, note: Note::Made { edit, what, claims, patch, again } })
}

/// A text without the first of the edits that the patches are of: taken back to before it, and the others made again.
fn without_first(
    mut text: String,
    patches: &[(Uuid, Vec<u8>)],
    edits: &[(Uuid, Edit)],
) -> Option<(Sheet, Patches)> {
    for (_, patch) in patches.iter().rev() {
        text = unpacked(patch)?.reversed().apply(&text).ok()?;
    }
    let mut sheet = Sheet::read(&text).ok()?;
    let mut later = Vec::new();
    for (id, _) in patches.iter().skip(1) {
        let (_, edit) = edits.iter().find(|(known, _)| known == id)?;
        let edited = sheet.edit(edit).ok()?;
        later.push((*id, packed(&Patch::between(sheet.bpmn(), edited.bpmn()))));
        sheet = edited;
    }
    Some((sheet, later))
}

/// What an edit is about, as people know it: names, not identifiers.
pub fn about(edit: &Edit, grid: &Grid) -> String {
    let step = |id: &str| grid.step(id).map_or_else(|| id.to_owned(), |step| step.name.clone());
    let lane = |id: &str| grid.lane(id).map_or_else(|| id.to_owned(), |lane| lane.name.clone());
    let to = |from: String, to: String| format!("{from} → {to}");
    match edit {
        Edit::AddStep { name, .. } | Edit::AddLane { name, .. } => name.clone(),
        Edit::RenameStep { step: id, name } => to(step(id), name.clone()),
        Edit::MoveStep { step: id, lane: row, .. } => match grid.step(id) {
            Some(known) if known.lane != *row => to(step(id), lane(row)),
            _ => step(id),
        },
        Edit::SplitStep { step: id, name, second_name, .. } => {
            to(step(id), format!("{name} + {second_name}"))
        }
        Edit::MergeSteps { step: id, with, name } => {
            to(format!("{} + {}", step(id), step(with)), name.clone())
        }
        Edit::RemoveStep { step: id } => step(id),
        Edit::RenameLane { lane: id, name } => to(lane(id), name.clone()),
        Edit::MoveLane { lane: id, .. } | Edit::RemoveLane { lane: id } => lane(id),
        Edit::Connect { from, to: end }
        | Edit::Disconnect { from, to: end }
        | Edit::NameFlow { from, to: end, .. } => to(step(from), step(end)),
        Edit::SetStage { step: id, stage } => match stage {
            Some(stage) => to(step(id), stage.clone()),
            None => step(id),
        },
    }
}

/// Does what takes long apart from what answers requests.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Unexpected)
}
