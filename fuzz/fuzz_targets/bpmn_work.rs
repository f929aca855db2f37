//! What is done with a BPMN file after it was read: it is checked, drawn, edited in its grid and compared, whatever it says.
#![no_main]

use bpmn::check::check;
use bpmn::diff::{Side, diff};
use bpmn::edit::{Edit, Patch, Sheet, columns};
use bpmn::extension::Extensions;
use bpmn::layout::draw;
use bpmn::model::Model;
use bpmn::view::Blueprint;
use bpmn::xml::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok((mut document, _)) = Document::read(input) else { return };
    let (model, _) = Model::read(&document);
    let (extensions, _) = Extensions::read(&document, &model);
    let _ = check(&model, &extensions);
    let _ = Blueprint::read(&document);

    if draw(&mut document, &model).is_ok() {
        let written = document.write();
        let (mut again, _) = Document::read(written.as_bytes()).expect("what was drawn");
        let (drawn, _) = Model::read(&again);
        assert_eq!(draw(&mut again, &drawn), Ok(0), "all has a drawing");
        let (original, _) = Document::read(input).expect("what was read before");
        let before = Side { document: &original, model: &model };
        let after = Side { document: &again, model: &drawn };
        let _ = diff(before, after);
    }

    let Ok(text) = std::str::from_utf8(input) else { return };
    let Ok(sheet) = Sheet::read(text) else { return };
    assert_eq!(columns(sheet.grid()).len(), sheet.grid().steps.len());
    let edits = sheet.grid().steps.iter().take(2).flat_map(|step| {
        let (step, name) = (step.id.clone(), "<A & B>".to_owned());
        [Edit::RenameStep { step: step.clone(), name }, Edit::RemoveStep { step }]
    });
    for edit in edits {
        let Ok(edited) = sheet.edit(&edit) else { continue };
        let again = Sheet::read(edited.bpmn()).expect("what was edited");
        assert_eq!(again.grid(), edited.grid());
        let patch = Patch::between(sheet.bpmn(), edited.bpmn());
        assert_eq!(patch.apply(sheet.bpmn()).as_deref(), Ok(edited.bpmn()));
        assert_eq!(patch.reversed().apply(edited.bpmn()).as_deref(), Ok(sheet.bpmn()));
    }
});
