//! Maps: `/processes/{key}/map` and below, `/api/v1/processes/{key}/maps`, `/api/v1/maps`.

use crate::kit::{Answer, House, Visitor};
use app::web::Role;
use axum::http::Method;
use serde_json::json;

both!(
    a_process_that_nobody_drew_has_a_drawing,
    a_draft_is_saved_and_published_and_the_process_goes_by_it,
    nobody_overwrites_a_draft_that_they_have_not_seen,
    taking_mine_keeps_theirs_among_the_versions,
    what_is_no_map_of_a_process_is_not_published,
    an_earlier_version_comes_back_as_the_draft,
    a_file_is_looked_over_before_it_becomes_the_draft,
    hostile_and_wrong_files_are_refused_with_a_way_out,
    two_versions_are_compared_with_signs_on_the_drawings,
    the_map_is_taken_along_in_every_format,
    findings_lead_to_their_place_in_the_drawing,
    a_process_is_deleted_with_its_versions,
);

const MAP: &str = "/processes/internet-fault/map";
const API: &str = "/api/v1/processes/internet-fault/maps";
const SAVE: &str = "/api/v1/processes/internet-fault/map";

async fn owner(house: &House) -> Visitor {
    house.with_process().await;
    house.sign_in(Role::Owner).await
}

/// The published map with another name for a step.
async fn renamed(owner: &Visitor, name: &str) -> String {
    let bpmn = owner.api_get(&format!("{API}/published")).await;
    assert_eq!(bpmn.status(), 200);
    bpmn.text().replace("Line examined", name)
}

async fn save(owner: &Visitor, bpmn: &str, version: u64) -> Answer {
    owner.api_put(SAVE, &json!({ "bpmn": bpmn, "version": version })).await
}

async fn upload(visitor: &Visitor, name: &str, file: &str) -> Answer {
    let token = visitor.csrf().await;
    let part = "--edge\r\nContent-Disposition: form-data; name=";
    let form = format!(
        "{part}\"csrf\"\r\n\r\n{token}\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n{file}\r\n--edge--\r\n"
    );
    let kind = [("content-type", "multipart/form-data; boundary=edge")];
    visitor.send(Method::POST, &format!("{MAP}/import"), &kind, form.into()).await
}

async fn a_process_that_nobody_drew_has_a_drawing(house: House) {
    let owner = owner(&house).await;
    let page = owner.get(MAP).await;
    assert_eq!(page.status(), 200);
    assert!(page.text().contains("id=\"at-examined\""), "steps are in the drawing by their ids");
    assert!(page.text().contains("Version 1"));
    // Reading wrote nothing down.
    let versions = owner.api_get(API).await.json();
    assert_eq!(versions["versions"].as_array().unwrap().len(), 1);
    assert_eq!(owner.get(&format!("{MAP}?version=draft")).await.status(), 404);
}

async fn a_draft_is_saved_and_published_and_the_process_goes_by_it(house: House) {
    let owner = owner(&house).await;
    let bpmn = renamed(&owner, "Line measured").await;
    let saved = save(&owner, &bpmn, 0).await;
    assert_eq!(saved.status(), 200);
    assert_eq!((&saved.json()["number"], &saved.json()["version"]), (&json!(2), &json!(1)));
    let again = save(&owner, &bpmn, 1).await;
    assert_eq!(again.json()["version"], 1, "what is the same is not saved again");
    // Until it is published, the process stays as it is.
    assert!(owner.get("/processes/internet-fault").await.text().contains("Line examined"));
    let published =
        owner.post(&format!("{MAP}/publication"), &[("seen", "1"), ("note", "Measured now")]).await;
    assert_eq!(published.status(), 303);
    let process = owner.get("/processes/internet-fault").await;
    assert!(process.text().contains("Line measured") && !process.text().contains("Line examined"));
    let steps = owner.api_get("/api/v1/processes/internet-fault").await.json();
    let ids: Vec<_> =
        steps["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"examined"), "cases find their steps again: {ids:?}");
    let versions = owner.get(&format!("{MAP}/versions")).await;
    assert!(versions.text().contains("Measured now") && versions.text().contains("Archived"));
    // What was published is not saved over.
    assert_eq!(save(&owner, &bpmn, 1).await.status(), 409);
}

async fn nobody_overwrites_a_draft_that_they_have_not_seen(house: House) {
    let (olga, oleg) = (owner(&house).await, house.sign_in(Role::Owner).await);
    save(&olga, &renamed(&olga, "Hers").await, 0).await;
    let his = renamed(&oleg, "His").await;
    for seen in [0, 7] {
        let refused = save(&oleg, &his, seen).await;
        assert_eq!(refused.status(), 409, "against {seen}");
    }
    assert!(olga.api_get(&format!("{API}/draft")).await.text().contains("Hers"));
    let asked = json!({ "bpmn": his, "against": "internet-fault:draft" });
    let difference = oleg.api_post("/api/v1/maps/check", &asked).await.json();
    assert_eq!(difference["changes"][0]["kind"], "renamed");
    let publication = oleg.post(&format!("{MAP}/publication"), &[("seen", "7")]).await;
    assert_eq!(publication.status(), 409);
}

async fn taking_mine_keeps_theirs_among_the_versions(house: House) {
    let owner = owner(&house).await;
    save(&owner, &renamed(&owner, "Theirs").await, 0).await;
    let mine = json!({ "bpmn": renamed(&owner, "Mine").await, "version": 1, "replace": true });
    let saved = owner.api_put(SAVE, &mine).await;
    assert_eq!((saved.status().as_u16(), &saved.json()["number"]), (200, &json!(3)));
    assert!(owner.api_get(&format!("{API}/2")).await.text().contains("Theirs"));
    let copy = json!({ "bpmn": renamed(&owner, "A copy").await, "note": "Before the meeting" });
    let kept = owner.api_post(&format!("{API}/copies"), &copy).await.json();
    assert_eq!((&kept["number"], &kept["state"]), (&json!(4), &json!("archived")));
    assert!(owner.api_get(&format!("{API}/draft")).await.text().contains("Mine"), "the draft stays");
}

async fn what_is_no_map_of_a_process_is_not_published(house: House) {
    let owner = owner(&house).await;
    let empty = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='a'/>";
    assert_eq!(save(&owner, empty, 0).await.status(), 200, "a draft may be anything");
    let refused = owner.post(&format!("{MAP}/publication"), &[("seen", "1")]).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains("no map of a customer process"));
    let by_program = owner.api_put(&format!("{API}/publication"), &json!({ "version": 1 })).await;
    assert_eq!(by_program.status(), 422);
    assert!(owner.get("/processes/internet-fault").await.text().contains("Line examined"));
}

async fn an_earlier_version_comes_back_as_the_draft(house: House) {
    let owner = owner(&house).await;
    save(&owner, &renamed(&owner, "Line measured").await, 0).await;
    owner.post(&format!("{MAP}/publication"), &[("seen", "1")]).await;
    let restored = owner.post(&format!("{MAP}/draft"), &[("number", "1"), ("seen", "0")]).await;
    assert_eq!(restored.location(), format!("{MAP}?version=3"));
    assert!(owner.get(restored.location()).await.text().contains("Line examined"));
    assert!(owner.get(&format!("{MAP}/versions")).await.text().contains("Restored from version 1"));
    let archived = owner.post(&format!("{MAP}/draft/delete"), &[("seen", "1")]).await;
    assert_eq!(archived.status(), 303);
    assert_eq!(owner.get(&format!("{MAP}?version=draft")).await.status(), 404);
    assert_eq!(owner.get(&format!("{MAP}?version=3")).await.status(), 200, "it is kept");
}

async fn a_file_is_looked_over_before_it_becomes_the_draft(house: House) {
    let owner = owner(&house).await;
    // An ampersand that ought to be written as a reference.
    let file = renamed(&owner, "Line & socket examined").await;
    let kept = upload(&owner, "fault.bpmn", &file).await;
    assert_eq!(kept.status(), 303);
    let page = owner.get(kept.location()).await;
    assert_eq!(page.status(), 200);
    assert!(page.text().contains("A bare ampersand"), "what was malformed is said");
    assert!(page.text().contains("Renamed"), "and what changes");
    assert_eq!(owner.get(&format!("{MAP}?version=draft")).await.status(), 404, "nothing is saved yet");
    // Somebody else begins a draft meanwhile.
    save(&owner, &renamed(&owner, "Meanwhile").await, 0).await;
    let late = owner.post(kept.location(), &[("seen", "0"), ("how", "draft")]).await;
    assert_eq!(late.status(), 409);
    assert!(late.text().contains("name=\"seen\" value=\"1\""), "one can decide again, having seen theirs");
    let saved =
        owner.post(kept.location(), &[("seen", "1"), ("how", "draft"), ("note", "From a file")]).await;
    assert_eq!(saved.location(), format!("{MAP}?version=3"));
    assert!(owner.get(saved.location()).await.text().contains("Line &amp; socket examined"));
    assert!(owner.api_get(&format!("{API}/2")).await.text().contains("Meanwhile"), "theirs is kept");
    assert_eq!(owner.get(kept.location()).await.status(), 404, "the file is forgotten");
}

async fn hostile_and_wrong_files_are_refused_with_a_way_out(house: House) {
    let owner = owner(&house).await;
    let bomb = "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><definitions/>";
    for (file, says) in [(bomb, "DOCTYPE"), ("<html/>", "BPMN 2.0"), ("no xml at all", "")] {
        let refused = upload(&owner, "a.bpmn", file).await;
        assert_eq!(refused.status(), 422, "{file}");
        assert!(refused.text().contains("role=\"alert\"") && refused.text().contains(says), "{file}");
    }
    let large = upload(&owner, "a.bpmn", &" ".repeat((8 << 20) + 100_000)).await;
    assert_eq!(large.status(), 422);
    assert!(large.text().contains("8 MB"));
}

async fn two_versions_are_compared_with_signs_on_the_drawings(house: House) {
    let owner = owner(&house).await;
    save(&owner, &renamed(&owner, "Line measured").await, 0).await;
    let page = owner.get(&format!("{MAP}/compare")).await;
    assert_eq!(page.status(), 200);
    assert_eq!(page.text().matches("class=\"mark-changed\"").count(), 2, "before and after");
    assert!(page.text().contains("href=\"#b-examined\""));
    let over = owner.get(&format!("{MAP}/compare?a=1&b=internet-fault:draft&show=over")).await;
    assert_eq!(over.status(), 200);
    let same = owner.get(&format!("{MAP}/compare?a=1&b=1")).await;
    assert!(same.text().contains("Nothing differs"));
    for nothing in ["?a=99", "?a=no-such-process", "?a=internet-fault:x"] {
        assert_eq!(owner.get(&format!("{MAP}/compare{nothing}")).await.status(), 404, "{nothing}");
    }
    let told = owner.api_get("/api/v1/maps/diff?a=internet-fault:1&b=internet-fault:draft").await.json();
    assert_eq!(told["changes"].as_array().unwrap().len(), 1);
}

async fn the_map_is_taken_along_in_every_format(house: House) {
    owner(&house).await;
    let vera = house.sign_in(Role::Viewer).await;
    for (format, kind, holds) in [
        ("bpmn", "application/xml; charset=utf-8", "BPMNShape"),
        ("svg", "image/svg+xml", "Line examined"),
        ("mmd", "text/plain; charset=utf-8", "flowchart"),
        ("csv", "text/csv; charset=utf-8", "examined"),
    ] {
        let file = vera.get(&format!("{MAP}/export/{format}")).await;
        assert_eq!((file.status().as_u16(), file.header("content-type")), (200, kind), "{format}");
        assert!(file.text().contains(holds), "{format}");
        let name = format!("attachment; filename=\"internet-fault-1.{format}\"");
        assert_eq!(file.header("content-disposition"), name);
    }
    assert_eq!(vera.get(&format!("{MAP}/export/exe")).await.status(), 404);
    assert!(vera.get(&format!("{MAP}/print")).await.text().contains("Line examined"));
}

async fn findings_lead_to_their_place_in_the_drawing(house: House) {
    let owner = owner(&house).await;
    // A step without a way to it or from it.
    let bpmn = renamed(&owner, "").await;
    save(&owner, &bpmn, 0).await;
    let page = owner.get(&format!("{MAP}?version=draft")).await;
    assert!(page.text().contains("href=\"#at-examined\""), "a step without a name is found");
    assert!(page.text().contains("class=\"mark-warning\""));
    let checked = owner.api_post("/api/v1/maps/check", &json!({ "bpmn": bpmn })).await.json();
    let rules: Vec<_> = checked["findings"].as_array().unwrap().iter().map(|one| &one["rule"]).collect();
    assert!(rules.contains(&&json!("label-missing")), "{rules:?}");
}

async fn a_process_is_deleted_with_its_versions(house: House) {
    let owner = owner(&house).await;
    save(&owner, &renamed(&owner, "Line measured").await, 0).await;
    let removed = owner.post("/processes/internet-fault/removal", &[("version", "1")]).await;
    assert_eq!(removed.status(), 303);
    assert_eq!(owner.get(MAP).await.status(), 404);
}
