//! What the BPMN document of a process says beside its map.

use crate::rooms::maps::{self, Which};
use crate::rooms::processes::Process;
use bpmn::extension::Extensions;
use bpmn::model::Model;
use bpmn::view::Blueprint;
use bpmn::xml::Document;
use db::{Connection, Error};

/// The blueprint of a process, with the version of its document.
///
/// # Errors
///
/// What the database says.
pub async fn blueprint(db: &mut Connection, process: &Process) -> Result<(Blueprint, u64), Error> {
    let Some(map) = maps::version(db, process, Which::Published).await? else {
        return Ok((Blueprint::bare(process.map.clone()), 0));
    };
    let read = Document::read(map.bpmn.as_bytes());
    let (document, _) = read.map_err(|_| Error::Unreadable("a map of a process".to_owned()))?;
    Ok((said(process, &document), map.about.version))
}

/// What a document says of the steps that the process has.
pub fn said(process: &Process, document: &Document) -> Blueprint {
    let (model, _) = Model::read(document);
    let (extensions, _) = Extensions::read(document, &model);
    Blueprint::of_model(process.map.clone(), &model, &extensions)
}
