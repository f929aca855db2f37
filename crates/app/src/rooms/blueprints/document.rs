//! The BPMN document of a process, which says what its map does not.

use super::store;
use crate::rooms::processes::Process;
use crate::rooms::settings;
use bpmn::customer::Naming;
use bpmn::extension::Extensions;
use bpmn::model::Model;
use bpmn::view::Blueprint;
use bpmn::xml::Document;
use db::{Connection, Error, Tx};
use jiff::Timestamp;

/// The state in which a document is in force.
const PUBLISHED: &str = "published";
/// The state in which one is being drawn.
const DRAFT: &str = "draft";

/// The blueprint of a process with its version; of one without a document, the bare map in version 0.
///
/// # Errors
///
/// What the database says.
pub async fn blueprint(db: &mut Connection, process: &Process) -> Result<(Blueprint, u64), Error> {
    let Some((bpmn, version)) = store::in_state(db, process.id, PUBLISHED).await? else {
        return Ok((Blueprint::bare(process.map.clone()), 0));
    };
    Ok((said(process, &read(&bpmn)?), version))
}

/// Keeps what is said of a process that has no document yet.
///
/// # Errors
///
/// What the database says.
pub async fn keep(
    tx: &mut Tx,
    process: &Process,
    blueprint: &Blueprint,
    now: Timestamp,
) -> Result<(), Error> {
    let organisation = settings::organisation(tx).await?.unwrap_or_default();
    let naming = Naming { key: &process.key, process: &process.name, organisation: &organisation };
    store::add(tx, process.id, blueprint.to_document(&naming).write(), now).await
}

/// Changes what is said of a process, made against the version `seen`; says whether it still had that. What is being drawn
/// for it is changed alike, so that nothing is lost when that is published.
///
/// # Errors
///
/// What the database says.
pub async fn change(
    tx: &mut Tx,
    process: &Process,
    seen: u64,
    change: impl Fn(&mut Blueprint),
    now: Timestamp,
) -> Result<bool, Error> {
    if seen == 0 && store::in_state(tx, process.id, PUBLISHED).await?.is_none() {
        let mut blueprint = Blueprint::bare(process.map.clone());
        change(&mut blueprint);
        keep(tx, process, &blueprint, now).await?;
        return Ok(true);
    }
    for state in [PUBLISHED, DRAFT] {
        let Some((bpmn, version)) = store::in_state(tx, process.id, state).await? else { continue };
        if state == PUBLISHED && version != seen {
            return Ok(false);
        }
        let mut document = read(&bpmn)?;
        let mut blueprint = said(process, &document);
        change(&mut blueprint);
        blueprint.write(&mut document);
        if !store::save(tx, process.id, state, (document.write(), version), now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn read(bpmn: &str) -> Result<Document, Error> {
    let read = Document::read(bpmn.as_bytes());
    read.map(|(document, _)| document).map_err(|_| Error::Unreadable("a map of a process".to_owned()))
}

/// What a document says of the steps that the process has.
fn said(process: &Process, document: &Document) -> Blueprint {
    let (model, _) = Model::read(document);
    let (extensions, _) = Extensions::read(document, &model);
    Blueprint::of_model(process.map.clone(), &model, &extensions)
}
