//! Editing a draft in its grid: `/processes/{key}/map/grid`, `/api/v1/processes/{key}/grid`.

use crate::kit::{Answer, House, Visitor};
use app::web::Role;
use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

both!(
    a_step_is_added_by_a_form_and_published,
    every_verb_is_done_and_undone,
    an_edit_that_makes_no_sense_is_refused_and_nothing_changes,
    two_edit_different_things_and_both_hold,
    two_edit_the_same_and_choose,
    each_undoes_what_they_did_and_leaves_what_others_did,
    what_was_undone_is_made_again_until_something_new,
    after_a_save_of_the_drawing_there_is_nothing_to_undo,
    what_others_did_is_told_to_who_looks_on,
    a_step_is_moved_to_a_column,
);

const GRID: &str = "/processes/internet-fault/map/grid";
const API: &str = "/api/v1/processes/internet-fault/grid";

async fn owner(house: &House) -> Visitor {
    house.with_process().await;
    house.sign_in(Role::Owner).await
}

async fn edit(who: &Visitor, seen: (u64, u64), edit: Value) -> Answer {
    let body = json!({ "draft": seen.0, "version": seen.1, "edit": edit });
    who.api_post(&format!("{API}/edits"), &body).await
}

/// The draft that was seen.
fn seen(answer: &Answer) -> (u64, u64) {
    let json = answer.json();
    (json["draft"].as_u64().unwrap(), json["version"].as_u64().unwrap())
}

async fn bpmn(who: &Visitor, which: &str) -> String {
    who.api_get(&format!("/api/v1/processes/internet-fault/maps/{which}")).await.text().to_owned()
}

/// `name (lane) → what follows` of each step, sorted.
fn said(grid: &Value) -> Vec<String> {
    let flows = grid["flows"].as_array().unwrap();
    let mut steps: Vec<String> = grid["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            let after = flows.iter().filter(|flow| flow["from"] == step["id"]);
            let after: Vec<&str> = after.map(|flow| flow["to"].as_str().unwrap()).collect();
            let (name, lane) = (step["name"].as_str().unwrap(), step["lane"].as_str().unwrap());
            format!("{name} ({lane}) → {}", after.join(", "))
        })
        .collect();
    steps.sort();
    steps
}

async fn grid(who: &Visitor) -> Value {
    who.api_get(API).await.json()
}

fn rename(step: &str, name: &str) -> Value {
    json!({ "do": "rename-step", "step": step, "name": name })
}

async fn a_step_is_added_by_a_form_and_published(house: House) {
    let owner = owner(&house).await;
    let page = owner.get(&format!("{GRID}?step=examined")).await;
    assert_eq!(page.status(), 200);
    assert!(page.text().contains("data-step=\"examined\"") && page.text().contains("data-seen=\"0\""));
    let fields =
        [("do", "add-step"), ("draft", "0"), ("seen", "0"), ("name", "Visit agreed"), ("lane", "service")];
    let fields = [&fields[..], &[("place", "after"), ("at", "examined")]].concat();
    let added = owner.post(GRID, &fields).await;
    assert_eq!(added.status(), 303);
    assert!(added.location().starts_with(GRID), "{}", added.location());
    let now = grid(&owner).await;
    assert_eq!((&now["draft"], &now["version"]), (&json!(2), &json!(1)));
    let new = now["steps"].as_array().unwrap().iter().find(|step| step["name"] == "Visit agreed").unwrap();
    let id = new["id"].as_str().unwrap();
    assert!(said(&now).contains(&format!("Line examined (service) → {id}")), "{:?}", said(&now));
    let published = owner.post("/processes/internet-fault/map/publication", &[("seen", "1")]).await;
    assert_eq!(published.status(), 303);
    assert!(owner.get("/processes/internet-fault").await.text().contains("Visit agreed"));
    assert_eq!(grid(&owner).await["draft"], 0, "what was published is no draft any longer");
}

async fn every_verb_is_done_and_undone(house: House) {
    let owner = owner(&house).await;
    let first = edit(&owner, (0, 0), rename("examined", "Line measured")).await;
    let (mut at, before) = (seen(&first), bpmn(&owner, "draft").await);
    let edits = [
        json!({ "do": "add-step", "step": "call", "name": "Call back", "lane": "service", "at": { "before": "confirmed" } }),
        json!({ "do": "move-step", "step": "repaired", "lane": "customer", "at": { "after": "call" } }),
        json!({ "do": "move-step", "step": "examined", "lane": "field" }),
        json!({ "do": "split-step", "step": "call", "name": "Call", "second": "tell", "second_name": "Tell" }),
        json!({ "do": "merge-steps", "step": "call", "with": "tell", "name": "Call and tell" }),
        json!({ "do": "connect", "from": "call", "to": "given-up" }),
        json!({ "do": "name-flow", "from": "call", "to": "given-up", "name": "nobody answers" }),
        json!({ "do": "disconnect", "from": "call", "to": "given-up" }),
        json!({ "do": "set-stage", "step": "call", "stage": "Repair" }),
        json!({ "do": "add-lane", "lane": "carrier", "name": "Carrier", "line": "partner" }),
        json!({ "do": "add-lane", "lane": "tools", "name": "Tools", "line": "system" }),
        json!({ "do": "rename-lane", "lane": "tools", "name": "Line tester" }),
        json!({ "do": "move-lane", "lane": "tools", "line": "back", "before": "field" }),
        json!({ "do": "remove-lane", "lane": "carrier" }),
        json!({ "do": "remove-step", "step": "repaired" }),
    ];
    let mut texts = vec![before];
    for wanted in &edits {
        let answer = edit(&owner, at, wanted.clone()).await;
        assert_eq!(answer.status(), 200, "{wanted}: {}", answer.text());
        at = seen(&answer);
        texts.push(bpmn(&owner, "draft").await);
        assert_ne!(texts[texts.len() - 1], texts[texts.len() - 2], "{wanted} changed nothing");
    }
    for text in texts.iter().rev().skip(1) {
        assert_eq!(owner.api_post(&format!("{API}/undo"), &json!({})).await.status(), 200);
        assert!(bpmn(&owner, "draft").await == *text, "not the bytes it was before");
    }
    for text in texts.iter().skip(1) {
        let again = owner.api_post(&format!("{API}/redo"), &json!({})).await;
        assert_eq!(again.status(), 200, "{}", again.text());
        assert!(bpmn(&owner, "draft").await == *text, "not the bytes it was after");
    }
    let draft = at.0.to_string();
    let version = grid(&owner).await["version"].to_string();
    let published = owner.post("/processes/internet-fault/map/publication", &[("seen", &version)]).await;
    assert_eq!(published.status(), 303, "draft {draft}: {}", published.text());
}

async fn an_edit_that_makes_no_sense_is_refused_and_nothing_changes(house: House) {
    let owner = owner(&house).await;
    let before = grid(&owner).await;
    for wrong in [
        rename("nowhere", "A"),
        rename("examined", " "),
        json!({ "do": "remove-lane", "lane": "service" }),
        json!({ "do": "connect", "from": "examined", "to": "reported" }),
        json!({ "do": "connect", "from": "confirmed", "to": "examined" }),
        json!({ "do": "disconnect", "from": "reported", "to": "repaired" }),
        json!({ "do": "paint", "step": "examined" }),
    ] {
        let refused = edit(&owner, (0, 0), wrong.clone()).await;
        assert_eq!(refused.status(), 422, "{wrong}");
    }
    let form = [("do", "remove-lane"), ("draft", "0"), ("seen", "0"), ("lane", "service")];
    let page = owner.post(GRID, &form).await;
    assert_eq!(page.status(), 422);
    assert!(page.text().contains("The lane holds steps"));
    assert_eq!(grid(&owner).await, before);
    assert_eq!(owner.api_post(&format!("{API}/undo"), &json!({})).await.status(), 422);
}

async fn two_edit_different_things_and_both_hold(house: House) {
    let (olga, oleg) = (owner(&house).await, house.sign_in(Role::Owner).await);
    assert_eq!(edit(&olga, (0, 0), rename("examined", "Hers")).await.status(), 200);
    // He still looks at the published map.
    let his = edit(&oleg, (0, 0), rename("repaired", "His")).await;
    assert_eq!(his.status(), 200, "{}", his.text());
    assert_eq!(his.json()["since"][0]["do"], "rename-step");
    let names = said(&grid(&olga).await).join(" ");
    assert!(names.contains("Hers") && names.contains("His"), "{names}");
}

async fn two_edit_the_same_and_choose(house: House) {
    let (olga, oleg) = (owner(&house).await, house.sign_in(Role::Owner).await);
    edit(&olga, (0, 0), rename("examined", "Hers")).await;
    let refused = edit(&oleg, (0, 0), rename("examined", "His")).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.text().contains("Line examined → Hers"), "{}", refused.text());
    let form = [("do", "rename-step"), ("draft", "0"), ("seen", "0"), ("step", "examined"), ("name", "His")];
    let page = oleg.post(GRID, &form).await;
    assert_eq!(page.status(), 409);
    assert!(page.text().contains("→ Hers") && page.text().contains("→ His"), "{}", page.text());
    assert!(
        page.text().contains("name=\"draft\" value=\"2\"")
            && page.text().contains("name=\"seen\" value=\"1\"")
    );
    let again = [("do", "rename-step"), ("draft", "2"), ("seen", "1"), ("step", "examined"), ("name", "His")];
    assert_eq!(oleg.post(GRID, &again).await.status(), 303);
    assert!(said(&grid(&olga).await).join(" ").contains("His"));
    // What she took away, he cannot change.
    let at = grid(&olga).await["version"].as_u64().unwrap();
    edit(&olga, (2, at), json!({ "do": "remove-step", "step": "examined" })).await;
    assert_eq!(edit(&oleg, (2, at), rename("examined", "Mine")).await.status(), 409);
    // Hers cannot be undone, for he changed it since.
    edit(&olga, (2, at + 1), rename("repaired", "Hers")).await;
    edit(&oleg, (2, at + 2), rename("repaired", "His")).await;
    assert_eq!(olga.api_post(&format!("{API}/undo"), &json!({})).await.status(), 409);
}

async fn each_undoes_what_they_did_and_leaves_what_others_did(house: House) {
    let (olga, oleg) = (owner(&house).await, house.sign_in(Role::Owner).await);
    edit(&olga, (0, 0), rename("examined", "Hers")).await;
    edit(&oleg, (2, 1), rename("repaired", "His")).await;
    edit(&oleg, (2, 2), json!({ "do": "set-stage", "step": "repaired", "stage": "Repair" })).await;
    let undone = olga.api_post(&format!("{API}/undo"), &json!({})).await;
    assert_eq!(undone.status(), 200, "{}", undone.text());
    let names = said(&undone.json()).join(" ");
    assert!(names.contains("Line examined") && names.contains("His"), "{names}");
    assert_eq!(undone.json()["undo"], Value::Null);
    for _ in 0..2 {
        assert_eq!(oleg.api_post(&format!("{API}/undo"), &json!({})).await.status(), 200);
    }
    assert!(bpmn(&olga, "draft").await == bpmn(&olga, "published").await, "all was undone");
    assert_eq!(olga.api_post(&format!("{API}/redo"), &json!({})).await.status(), 200);
    assert!(said(&grid(&oleg).await).join(" ").contains("Hers"));
}

async fn what_was_undone_is_made_again_until_something_new(house: House) {
    let owner = owner(&house).await;
    edit(&owner, (0, 0), rename("examined", "First")).await;
    let undone = owner.post(&format!("{GRID}/undo"), &[("step", "examined")]).await;
    assert_eq!(
        (undone.status().as_u16(), undone.location()),
        (303, &*format!("{GRID}?step=examined#chosen"))
    );
    assert_eq!(owner.post(&format!("{GRID}/redo"), &[]).await.status(), 303);
    assert!(said(&grid(&owner).await).join(" ").contains("First"));
    owner.post(&format!("{GRID}/undo"), &[]).await;
    let version = grid(&owner).await["version"].as_u64().unwrap();
    edit(&owner, (2, version), rename("repaired", "Other")).await;
    assert_eq!(owner.post(&format!("{GRID}/redo"), &[]).await.status(), 422);
}

async fn after_a_save_of_the_drawing_there_is_nothing_to_undo(house: House) {
    let owner = owner(&house).await;
    edit(&owner, (0, 0), rename("examined", "First")).await;
    let drawn = bpmn(&owner, "draft").await.replace("Line repaired", "Line mended");
    let save = json!({ "bpmn": drawn, "version": 1 });
    assert_eq!(owner.api_put("/api/v1/processes/internet-fault/map", &save).await.status(), 200);
    assert_eq!(grid(&owner).await["undo"], Value::Null);
    assert_eq!(owner.api_post(&format!("{API}/undo"), &json!({})).await.status(), 422);
    // Who saw what was before the save is asked to look first.
    assert_eq!(edit(&owner, (2, 1), rename("examined", "Second")).await.status(), 409);
    assert_eq!(edit(&owner, (2, 2), rename("examined", "Second")).await.status(), 200);
}

async fn what_others_did_is_told_to_who_looks_on(house: House) {
    let (olga, oleg) = (owner(&house).await, house.sign_in(Role::Owner).await);
    edit(&olga, (0, 0), rename("examined", "Hers")).await;
    let asked = |version: u64| format!("{GRID}?news=true&draft=2&seen={version}");
    assert_eq!(oleg.get(&asked(1)).await.status(), 204);
    edit(&olga, (2, 1), json!({ "do": "move-step", "step": "examined", "lane": "field" })).await;
    let news = oleg.get(&asked(1)).await;
    assert_eq!(news.status(), 200);
    assert!(news.text().contains("Step moved: Hers → Field Service."), "{}", news.text());
    let form = "do=rename-step&draft=2&seen=1&step=repaired&name=His";
    let token = oleg.csrf().await;
    let headers =
        [("content-type", "application/x-www-form-urlencoded"), ("x-csrf-token", &*token), ("x-grid", "1")];
    let alone = oleg.send(Method::POST, GRID, &headers, Body::from(form)).await;
    assert_eq!(alone.status(), 200);
    assert!(alone.text().starts_with("<section") && alone.text().contains("Step moved"), "{}", alone.text());
}

async fn a_step_is_moved_to_a_column(house: House) {
    let owner = owner(&house).await;
    let mut at = (0, 0);
    let mut last = "examined".to_owned();
    for number in 0..10 {
        let id = format!("s{number}");
        let place = json!({ "after": last });
        let new = json!({ "do": "add-step", "step": id, "name": format!("Step {number}"), "lane": "service", "at": place });
        let answer = edit(&owner, at, new).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        at = seen(&answer);
        last = id;
    }
    let page = owner.get(GRID).await;
    assert_eq!(page.text().matches("class=\"card").count(), 15);
    // From the first to the last column in one move.
    let form = [("do", "move-step"), ("draft", "2"), ("seen", "10"), ("step", "s0"), ("lane", "field")];
    let moved = owner.post(GRID, &[&form[..], &[("place", "column"), ("at", "11")]].concat()).await;
    assert_eq!(moved.status(), 303);
    assert!(said(&grid(&owner).await).iter().any(|step| step == "Line examined (service) → s1"));
}
