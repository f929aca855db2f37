//! BPMN files: whatever is read is written well-formed, stays the same to the byte, and says the same.
#![no_main]

use bpmn::customer::{Naming, to_document, to_map};
use bpmn::extension::Extensions;
use bpmn::model::Model;
use bpmn::xml::{Document, same};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok((document, problems)) = Document::read(input) else { return };
    assert!(problems.is_sorted_by_key(|problem| problem.place));
    let written = document.write();
    let (again, _) = Document::read(written.as_bytes()).expect("what was written");
    assert_eq!(again.write(), written);
    assert_eq!(same(&document, &again), Ok(()));

    let (model, problems) = Model::read(&document);
    assert!(problems.is_sorted_by_key(|problem| problem.place));
    assert!(model == Model::read(&again).0);
    let (extensions, _) = Extensions::read(&document, &model);
    if let Ok(derived) = to_map(&model, &extensions) {
        let naming = Naming { key: "key", process: "A process", organisation: "We" };
        let map = to_document(&derived.map, &naming);
        let (model, problems) = Model::read(&map);
        assert_eq!(problems, []);
        let (extensions, _) = Extensions::read(&map, &model);
        let found = to_map(&model, &extensions).expect("the map that was written");
        assert_eq!(found.map.steps().len(), derived.map.steps().len());
        assert_eq!(found.map.flows().len(), derived.map.flows().len());
    }
});
