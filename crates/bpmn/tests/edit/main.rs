//! Editing a customer process in its grid.

mod random;

use bpmn::edit::{Conflict, Edit, Meanwhile, Patch, Place, Refusal, Sheet, columns, edit_after};
use proptest::prelude::*;
use random::{maps, sheet, wishes};

/// Makes every edit that makes sense; gives the states in between.
fn made(first: &Sheet, wishes: &[random::Wish]) -> Vec<(Sheet, Edit)> {
    let mut now = first.clone();
    let mut states = Vec::new();
    for (number, wish) in wishes.iter().enumerate() {
        let edit = wish.of(now.grid(), number);
        match now.edit(&edit) {
            Ok(edited) => {
                now = edited;
                states.push((now.clone(), edit));
            }
            // What is drawn across pools may not be put in any order.
            Err(Refusal::NotHere { .. }) if matches!(edit, Edit::MoveLane { .. }) => {}
            Err(Refusal::NotHere { what }) => panic!("{edit:?} of {what} in\n{}\n", now.bpmn()),
            Err(_) => {}
        }
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_the_same_bytes_and_redoing_too(map in maps(), wishes in wishes(1..12)) {
        let first = sheet(&map);
        let states = made(&first, &wishes);
        let mut patches = Vec::new();
        let mut text = first.bpmn().to_owned();
        for (state, _) in &states {
            patches.push(Patch::between(&text, state.bpmn()));
            text = state.bpmn().to_owned();
        }
        for patch in patches.iter().rev() {
            text = patch.reversed().apply(&text).expect("the text it was made of");
        }
        prop_assert_eq!(&text, first.bpmn());
        for (patch, (state, edit)) in patches.iter().zip(&states) {
            let again = Sheet::read(&text).expect("a document").edit(edit).expect("the same edit");
            text = patch.apply(&text).expect("the text it was made of");
            prop_assert_eq!(&text, state.bpmn());
            prop_assert_eq!(&text, again.bpmn());
        }
    }

    #[test]
    fn edits_of_different_things_commute(map in maps(), before in wishes(0..4), pair in wishes(2..3)) {
        let first = sheet(&map);
        let states = made(&first, &before);
        let seen = states.last().map_or(&first, |(sheet, _)| sheet);
        let (one, other) = (pair[0].of(seen.grid(), 100), pair[1].of(seen.grid(), 200));
        let (Ok(mine), Ok(theirs)) = (seen.claims(&one), seen.claims(&other)) else { return Ok(()) };
        let (Ok(after_one), Ok(after_other)) = (seen.edit(&one), seen.edit(&other)) else { return Ok(()) };
        if !mine.are_apart(&theirs) {
            return Ok(());
        }
        let meanwhile = |edit: &Edit, claims| [Meanwhile { edit: edit.clone(), claims }];
        let left = edit_after(&meanwhile(&one, mine), &after_one, &other);
        let right = edit_after(&meanwhile(&other, theirs), &after_other, &one);
        let both = left.and_then(|left| Ok((left, right?)));
        // The last step, or the customer's last lane, is not taken away by two together either.
        let takes = |edit: &Edit| {
            matches!(edit, Edit::RemoveStep { .. } | Edit::MergeSteps { .. } | Edit::RemoveLane { .. } | Edit::MoveLane { .. })
        };
        if both.is_err() && takes(&one) && takes(&other) {
            return Ok(());
        }
        let ((left, _), (right, _)) = both.unwrap_or_else(|refused| panic!("{refused}: {one:?} and {other:?}"));
        prop_assert_eq!(said(&left), said(&right), "{:?} and {:?}", one, other);
    }
}

/// What a grid says, whatever the order of its steps; what is written at ways that are drawn anew is not told.
fn said(sheet: &Sheet) -> String {
    let grid = sheet.grid();
    let mut steps: Vec<String> = grid.steps.iter().map(|step| format!("{step:?}")).collect();
    steps.sort();
    let flows: Vec<String> = grid.flows.keys().map(|flow| format!("{flow:?}")).collect();
    format!("{:#?}\n{}\n{}", grid.lanes, steps.join("\n"), flows.join("\n"))
}

/// A file of another tool, drawn by hand: gateways of two kinds, a closed pool, notes, what we do not know.
const FOREIGN: &str = include_str!("foreign.bpmn");

fn foreign() -> Sheet {
    let (document, _) = bpmn::xml::Document::read(FOREIGN.as_bytes()).expect("a document");
    Sheet::read(&document.write()).expect("a document")
}

#[test]
fn what_an_edit_does_not_touch_stays_to_the_byte() {
    let at = Place::Between("check".into(), "pack".into());
    let edit = Edit::AddStep { step: "pick".into(), name: "Pick".into(), lane: "store".into(), at };
    let sheet = foreign();
    let edited = sheet.edit(&edit).expect("an edit");
    let after: Vec<&str> = edited.grid().after("check").collect();
    assert_eq!(after, ["pick", "refuse"]);
    // The arrow keeps its name and condition, and leads to the new step.
    assert_eq!(edited.grid().flows[&("check".to_owned(), "pick".to_owned())], "in stock");
    let patch = Patch::between(sheet.bpmn(), edited.bpmn());
    let gone: String = patch.hunks.iter().map(|hunk| hunk.before.as_str()).collect();
    for kept in ["acme:note", "textAnnotation", "camunda:formData", "bioc:stroke", "Bounds x=\"290\""] {
        assert!(!gone.contains(kept), "{kept} in {gone}");
        assert!(edited.bpmn().contains(kept), "{kept}");
    }
    assert_eq!(patch.reversed().apply(edited.bpmn()).as_deref(), Ok(sheet.bpmn()));
    let (model, problems) =
        bpmn::model::Model::read(&bpmn::xml::Document::read(edited.bpmn().as_bytes()).unwrap().0);
    assert_eq!(problems, [], "{}", edited.bpmn());
    assert!(model.diagrams[0].shapes.iter().any(|shape| shape.depicts.id == "pick"));
}

#[test]
fn what_is_said_of_a_step_goes_where_the_step_goes() {
    let moved = Edit::MoveStep { step: "pack".into(), lane: "buyer".into(), at: None };
    // A pool that nobody sees into, and that speaks with others, takes no step.
    assert!(matches!(foreign().edit(&moved), Err(Refusal::NotHere { .. })));
    let moved = Edit::MoveStep { step: "pack".into(), lane: "desk".into(), at: None };
    let edited = foreign().edit(&moved).expect("an edit");
    assert_eq!(edited.grid().step("pack").map(|step| step.lane.as_str()), Some("desk"));
    let merge = Edit::MergeSteps { step: "pack".into(), with: "send".into(), name: "Pack and send".into() };
    let edited = edited.edit(&merge).expect("an edit");
    let document = bpmn::xml::Document::read(edited.bpmn().as_bytes()).unwrap().0;
    let (model, _) = bpmn::model::Model::read(&document);
    let (said, _) = bpmn::extension::Extensions::read(&document, &model);
    let said = &said.steps[&model.node("pack").expect("the step")];
    assert_eq!((said.times.process_s, said.channel.as_deref()), (Some(900.0), Some("parcel")));
    assert!(edited.bpmn().contains("acme:note"));
}

#[test]
fn edits_that_make_no_sense_are_refused() {
    let sheet = foreign();
    let refused = |edit: Edit| sheet.edit(&edit).expect_err("a refusal");
    let step = |id: &str| id.to_owned();
    assert_eq!(refused(Edit::RemoveStep { step: step("x") }), Refusal::NoStep { id: step("x") });
    let again = Edit::AddStep { step: step("f1"), name: "A".into(), lane: "store".into(), at: Place::Loose };
    assert_eq!(refused(again), Refusal::Identifier { id: step("f1") });
    let nameless = Edit::RenameStep { step: step("pack"), name: " ".into() };
    assert_eq!(refused(nameless), Refusal::Name { most: bpmn::edit::MAX_NAME });
    let twice = Edit::Connect { from: step("check"), to: step("pack") };
    assert_eq!(refused(twice), Refusal::IsFlow { from: step("check"), to: step("pack") });
    let out = Edit::Connect { from: step("done"), to: step("pack") };
    assert_eq!(refused(out), Refusal::OutOfEnd { step: step("done") });
    let full = Edit::RemoveLane { lane: step("store") };
    assert_eq!(refused(full), Refusal::LaneNotEmpty { lane: step("store") });
    assert_eq!(refused(Edit::RemoveStep { step: step("asks") }), Refusal::Message { step: step("asks") });
    let itself =
        Edit::MoveStep { step: step("pack"), lane: "store".into(), at: Some(Place::After(step("pack"))) };
    assert_eq!(refused(itself), Refusal::Itself { step: step("pack") });
}

#[test]
fn edits_are_values_that_can_be_sent() {
    let text = r#"{"do":"move-step","step":"pack","lane":"desk","at":{"after":"check"}}"#;
    let edit: Edit = serde_json::from_str(text).expect("an edit");
    assert_eq!(
        edit,
        Edit::MoveStep { step: "pack".into(), lane: "desk".into(), at: Some(Place::After("check".into())) }
    );
    assert_eq!(serde_json::to_string(&edit).expect("text"), text);
    for wrong in [
        r#"{"do":"paint","step":"a"}"#,
        r#"{"do":"remove-step"}"#,
        r#"{"do":"add-lane","lane":"a","name":"b","line":"middle"}"#,
    ] {
        assert!(serde_json::from_str::<Edit>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn two_see_a_conflict_only_about_the_same() {
    let seen = foreign();
    let theirs = Edit::RenameStep { step: "pack".into(), name: "Wrap".into() };
    let claims = seen.claims(&theirs).expect("claims");
    let now = seen.edit(&theirs).expect("an edit");
    let since = [Meanwhile { edit: theirs, claims }];
    let stage = Edit::SetStage { step: "pack".into(), stage: Some("Delivery".into()) };
    let (both, _) = edit_after(&since, &now, &stage).expect("both");
    let step = both.grid().step("pack").expect("the step");
    assert_eq!((step.name.as_str(), step.stage.as_deref()), ("Wrap", Some("Delivery")));
    let mine = Edit::RenameStep { step: "pack".into(), name: "Box up".into() };
    assert_eq!(edit_after(&since, &now, &mine).map(drop), Err(Conflict::Theirs { edits: vec![0] }));
    let wrong = Edit::RemoveStep { step: "nowhere".into() };
    assert!(matches!(edit_after(&since, &now, &wrong), Err(Conflict::Refused(_))));
}

#[test]
fn columns_follow_the_flow_and_leave_ways_back_out() {
    let sheet = foreign();
    let columns = columns(sheet.grid());
    let of = |id: &str| columns[sheet.grid().steps.iter().position(|step| step.id == id).expect("a step")];
    assert!(of("check") < of("pack") && of("pack") < of("send") && of("send") < of("done"));
    assert_eq!(of("pack"), of("refuse"));
}

#[test]
fn a_step_is_moved_to_a_column_by_its_place_in_the_flow() {
    let sheet = foreign();
    let place = |step, column| sheet.grid().place_in(step, "store", column);
    let column =
        |id: &str| columns(sheet.grid())[sheet.grid().steps.iter().position(|it| it.id == id).unwrap()];
    assert_eq!(place("pack", column("send")), Some(Place::After("send".into())));
    assert_eq!(place("send", column("pack")), Some(Place::Before("pack".into())));
    assert_eq!(place("pack", column("pack")), None);
    assert_eq!(place("pack", 99), Some(Place::Before("done".into())), "nothing follows an end");
}
