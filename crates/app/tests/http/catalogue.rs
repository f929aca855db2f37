//! The catalogue: `/processes` with its filters, views, edits of many, imports, exports and the landscape, and what programs change.

use super::processes::with_cases;
use crate::kit::{Answer, House, Visitor};
use app::web::Role;
use axum::http::Method;

both!(
    words_are_found_in_five_languages_whatever_their_marks,
    filters_join_and_say_how_many_each_choice_would_find,
    a_process_is_made_retired_and_deleted,
    what_cases_speak_of_is_not_deleted,
    a_review_is_noted_with_one_click,
    many_are_changed_after_a_look_and_brought_back,
    what_others_changed_meanwhile_is_left_alone,
    a_view_is_saved_shared_and_opened_first,
    rows_are_looked_over_before_they_are_taken_in,
    a_download_is_taken_in_again_unchanged,
    limits_are_named,
    the_landscape_shows_every_process_by_stage_and_area,
    three_thousand_processes_stay_readable,
    programs_add_rewrite_change_and_delete,
);

const ROWS: &str = "Name\tStage\tArea\tTags\tPartners\tMonths between reviews\n\
    Zgłoszenie usterki\tMaintain\tField\thotline\tKurier\t6\n\
    Смяна на тарифа\tРазвитие\trelationship\tдоговор\t\t12\n\
    宽带报修流程\t维护\t供应链\t\t\t\n\
    =1+1\tAcquire\tSupply chain\thotline, online\t\t12\n";

/// What an answer leads to.
async fn followed(visitor: &Visitor, answer: Answer) -> Answer {
    assert_eq!(answer.status(), 303, "{}", answer.text());
    visitor.get(answer.location()).await
}

/// Pastes rows and takes them in.
async fn pasted(olga: &Visitor, rows: &str) {
    let preview = olga.post("/processes/import", &[("rows", rows)]).await;
    let taken = olga.post(preview.location(), &[]).await;
    assert!(taken.location().starts_with("/processes/import?added="), "{}", taken.text());
}

async fn owner(house: &House) -> Visitor {
    house.with_process().await;
    house.sign_in(Role::Owner).await
}

/// What stands between two texts.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{before} is not in {text}"));
    rest.split(after).next().unwrap_or_default()
}

async fn words_are_found_in_five_languages_whatever_their_marks(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, ROWS).await;
    for (words, name) in [
        ("USTERKI zglosz", "Zgłoszenie usterki"),
        ("тарифа+СМЯНА", "Смяна на тарифа"),
        ("报修", "宽带报修流程"),
        ("kurier", "Zgłoszenie usterki"),
        ("works+internet", "Internet fault"),
    ] {
        let found = olga.get(&format!("/processes?q={}", words.replace(' ', "+"))).await;
        assert!(found.text().contains(name), "{words}");
        assert_eq!(found.text().matches("name=\"chosen\"").count(), 1, "{words}");
    }
}

async fn filters_join_and_say_how_many_each_choice_would_find(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, ROWS).await;
    let found = olga.get("/processes?tag=hotline&stage=acquire").await;
    assert!(found.text().contains("=1+1") && !found.text().contains("Zgłoszenie usterki"));
    assert!(found.text().contains("1 process found"));
    assert!(found.text().contains("Maintain <small>1</small>"), "what another stage would find");
    assert!(found.text().contains("value=\"hotline\" selected>hotline (1)"));
    let none = olga.get("/processes?owner=none&area=Field&partner=Kurier&review=due&score=none").await;
    assert_eq!(none.text().matches("name=\"chosen\"").count(), 1);
    assert!(olga.get("/processes?area=nowhere").await.text().contains("class=\"empty\""));
    let cheapest = olga.get("/processes?sort=name&order=reverse").await;
    let place = |name: &str| cheapest.text().find(name).expect("it is there");
    assert!(place("宽带报修流程") < place("Internet fault"));
}

const NEW: [(&str, &str); 9] = [
    ("name", "Welcome a guest"),
    ("stage", "acquire"),
    ("area", "relationship"),
    ("area_new", "Hospitality"),
    ("state", "idea"),
    ("initiator", "time"),
    ("industry", "Hotels"),
    ("partners", "Taxi, Laundry"),
    ("months", "24"),
];

async fn a_process_is_made_retired_and_deleted(house: House) {
    let olga = owner(&house).await;
    let made = followed(&olga, olga.post("/processes/new", &NEW).await).await;
    for said in ["Welcome a guest", "Hospitality", "Hotels", "Taxi, Laundry", "Idea", "every 24 months"] {
        assert!(made.text().contains(said), "{said}");
    }
    let again = olga.post("/processes/new", &[NEW.as_slice(), &[("key", "welcome-a-guest")]].concat()).await;
    assert_eq!(again.status(), 409);
    assert!(again.text().contains("value=\"Taxi, Laundry\""), "what was typed is kept");
    assert_eq!(olga.post("/processes/new", &[("name", "A")]).await.status(), 422);
    let retired = olga.post("/processes/welcome-a-guest/retirement", &[("version", "1")]).await;
    assert!(followed(&olga, retired).await.text().contains("Retired"));
    let back = olga.post("/processes/welcome-a-guest/retirement/delete", &[("version", "2")]).await;
    assert!(followed(&olga, back).await.text().contains("In use"));
    assert_eq!(olga.post("/processes/welcome-a-guest/removal", &[("version", "1")]).await.status(), 409);
    assert!(
        olga.get("/processes/welcome-a-guest/removal").await.text().contains("Delete “Welcome a guest”?")
    );
    assert_eq!(olga.post("/processes/welcome-a-guest/removal", &[("version", "3")]).await.status(), 303);
    assert_eq!(olga.get("/processes/welcome-a-guest").await.status(), 404);
}

async fn what_cases_speak_of_is_not_deleted(house: House) {
    let olga = owner(&house).await;
    with_cases(&house, 3).await;
    let asked = olga.get("/processes/internet-fault/removal").await;
    assert!(asked.text().contains("3 cases went through it."));
    let refused = olga.post("/processes/internet-fault/removal", &[("version", "1")]).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.text().contains("Retire it instead"));
}

async fn a_review_is_noted_with_one_click(house: House) {
    let olga = owner(&house).await;
    let due = olga.get("/processes?review=due").await;
    assert!(due.text().contains("formaction=\"/processes/internet-fault/review\""));
    let fields = [("version", "1"), ("query", "review=due\r\nx: y")];
    let noted = olga.post("/processes/internet-fault/review", &fields).await;
    assert_eq!(noted.status(), 303);
    assert!(olga.get("/processes?review=due").await.text().contains("class=\"empty\""));
    assert_eq!(olga.post("/processes/internet-fault/review", &[("version", "1")]).await.status(), 409);
    house.wait(jiff::SignedDuration::from_hours(24 * 370));
    let olga = house.sign_in(Role::Owner).await;
    assert!(olga.get("/processes?review=due").await.text().contains("Internet fault"), "a year later");
}

async fn many_are_changed_after_a_look_and_brought_back(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, ROWS).await;
    let begun = olga.post("/processes/edits", &[("all", "1"), ("query", "tag=hotline")]).await;
    let edit = begun.location().to_owned();
    assert!(olga.get(&edit).await.text().contains("2 processes are chosen."));
    let look = olga.get(&format!("{edit}?stage=maintain&tags_add=urgent")).await;
    assert!(
        look.text().contains("2 processes change.")
            && look.text().contains("<del>Acquire</del> <ins>Maintain</ins>")
    );
    assert!(olga.get("/processes?tag=urgent").await.text().contains("class=\"empty\""), "it was only a look");
    let set = [("stage", "maintain"), ("tags_add", "urgent")];
    let done = followed(&olga, olga.post(&edit, &set).await).await;
    assert!(done.text().contains("2 processes were changed."));
    assert_eq!(olga.post(&edit, &set).await.status(), 409, "once");
    let list = olga.get("/processes?tag=urgent").await;
    assert_eq!(list.text().matches("name=\"chosen\"").count(), 2);
    assert!(list.text().contains(&format!("action=\"{edit}/undo\"")));
    let undone = followed(&olga, olga.post(&format!("{edit}/undo"), &[]).await).await;
    assert!(undone.text().contains("Undone: 2 processes"));
    assert!(olga.get("/processes?tag=urgent").await.text().contains("class=\"empty\""));
    assert!(olga.get("/processes?stage=acquire").await.text().contains("=1+1"));
    assert_eq!(olga.post(&format!("{edit}/undo"), &[]).await.status(), 409);
    assert_eq!(olga.post("/processes/edits", &[]).await.status(), 422, "nothing is chosen");
    assert_eq!(house.sign_in(Role::Owner).await.get(&edit).await.status(), 404, "it is hers");
}

async fn what_others_changed_meanwhile_is_left_alone(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, ROWS).await;
    let edit = olga.post("/processes/edits", &[("all", "1")]).await.location().to_owned();
    olga.post("/processes/internet-fault/review", &[("version", "1")]).await;
    let look = olga.get(&format!("{edit}?months=36")).await;
    assert!(look.text().contains("4 processes change. 1 was changed by somebody"), "{}", look.text());
    assert_eq!(olga.post(&edit, &[("months", "36")]).await.status(), 303);
    assert!(!olga.get("/processes/internet-fault").await.text().contains("36 months"));
    assert_eq!(
        olga.get(&format!("{edit}?months=900")).await.status(),
        200,
        "it is made, and says what it did"
    );
}

async fn a_view_is_saved_shared_and_opened_first(house: House) {
    let olga = owner(&house).await;
    let vera = house.sign_in(Role::Viewer).await;
    let fields = [("name", "Mine <b>"), ("query", "stage=maintain&page=7"), ("shared", "1"), ("first", "1")];
    let saved = olga.post("/processes/views", &fields).await;
    assert_eq!(saved.location(), "/processes?stage=maintain");
    assert_eq!(olga.get("/processes").await.location(), "/processes?stage=maintain", "it comes first");
    assert_eq!(olga.get("/processes?sort=name").await.status(), 200, "everything is one step away");
    assert!(vera.get("/processes").await.text().contains("Mine &#60;b&#62;"), "everybody sees it");
    assert_eq!(vera.post("/processes/views", &fields).await.status(), 403, "sharing is for those who design");
    assert_eq!(vera.post("/processes/views", &[("name", "Own"), ("query", "")]).await.status(), 303);
    let id =
        between(olga.get("/processes/views").await.text(), "action=\"/processes/views/", "\"").to_owned();
    assert_eq!(vera.post(&format!("/processes/views/{id}/delete"), &[]).await.status(), 404);
    assert_eq!(olga.post(&format!("/processes/views/{id}"), &[("name", "Ours")]).await.status(), 303);
    assert_eq!(olga.get("/processes").await.status(), 200, "no view comes first any longer");
    assert!(!vera.get("/processes").await.text().contains("Ours"), "it is shared no longer");
    assert_eq!(olga.post(&format!("/processes/views/{id}/delete"), &[]).await.status(), 303);
    assert_eq!(olga.post("/processes/views", &[("name", " "), ("query", "")]).await.status(), 422);
}

async fn rows_are_looked_over_before_they_are_taken_in(house: House) {
    let olga = owner(&house).await;
    let rows = "Процес;Етап;Отдел;Отговорник;Дата на последния преглед\n\
        Internet fault;Развитие;Field Service;;21.11.2025\n\
        Нов процес;Поддържане;;;\n\
        Грешен;Някога;Няма такъв;nobody@x.example;11/12/2025\n\
        Нов процес;Поддържане;;;\n";
    let preview = followed(&olga, olga.post("/processes/import", &[("rows", rows)]).await).await;
    for said in [
        "<del>Maintain</del> <ins>Develop</ins>",
        "“Някога” is no stage",
        "There is no department “Няма такъв”.",
        "nobody@x.example",
        "“11/12/2025” is no day",
        "A row above speaks of the same process.",
        "Take in 2 processes",
    ] {
        assert!(preview.text().contains(said), "{said}: {}", preview.text());
    }
    assert!(!olga.get("/processes").await.text().contains("Нов процес"), "nothing has changed yet");
    let path = olga.post("/processes/import", &[("rows", rows)]).await.location().to_owned();
    assert_eq!(house.sign_in(Role::Owner).await.get(&path).await.status(), 404, "it is hers");
    let ignored = olga.get(&format!("{path}?column-0=name&column-1=&column-2=&column-3=&column-4=")).await;
    assert!(ignored.text().contains("Take in 2 processes"), "without the other columns only names are left");
    let taken = followed(&olga, olga.post(&path, &[]).await).await;
    assert!(taken.text().contains("1 process was added. 1 was changed. 2 rows were left out."));
    let changed = olga.get("/processes/internet-fault").await;
    assert!(changed.text().contains("Develop") && changed.text().contains("21 Nov 2025"));
    assert_eq!(olga.get(&path).await.status(), 404, "it is done");
}

async fn a_download_is_taken_in_again_unchanged(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, ROWS).await;
    let csv = olga.get("/processes/export.csv").await;
    assert!(csv.header("content-disposition").contains("processes-2026-03-02.csv"));
    assert!(csv.text().contains("'=1+1"), "nothing is calculated");
    let preview = followed(&olga, olga.post("/processes/import", &[("rows", csv.text())]).await).await;
    assert!(preview.text().contains("Take in 0 processes"), "{}", preview.text());
    let one = olga.get("/processes/export.csv?tag=hotline&stage=acquire").await;
    assert_eq!(one.text().lines().count(), 2, "a filter is respected");
    let book = olga.get("/processes/export.xlsx").await;
    assert_eq!(
        book.header("content-type"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    assert!(book.bytes().starts_with(b"PK"));
    let form = form(&olga.csrf().await, "processes.xlsx", book.bytes());
    let kind = [("content-type", "multipart/form-data; boundary=edge")];
    let sent = olga.send(Method::POST, "/processes/import/file", &kind, form.into()).await;
    assert!(followed(&olga, sent).await.text().contains("Take in 0 processes"));
}

/// A form with a file in it.
fn form(token: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let part = "--edge\r\nContent-Disposition: form-data; name=";
    let head = format!("{part}\"csrf\"\r\n\r\n{token}\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat()
}

async fn limits_are_named(house: House) {
    let olga = owner(&house).await;
    let many = format!("Name\n{}", "A\n".repeat(5_001));
    let refused = olga.post("/processes/import", &[("rows", &many)]).await;
    assert_eq!(refused.status(), 422);
    assert!(
        refused.text().contains("There are more than 5000 rows. Take them in in parts."),
        "{}",
        refused.text()
    );
    let kind = [("content-type", "multipart/form-data; boundary=edge")];
    let file = form(&olga.csrf().await, "large.csv", &vec![b'a'; (5 << 20) + (32 << 10)]);
    let refused = olga.send(Method::POST, "/processes/import/file", &kind, file.into()).await;
    assert_eq!(refused.status(), 413);
    assert!(refused.text().contains("larger than 5 MB"));
    let long = "ж".repeat(121);
    let preview =
        followed(&olga, olga.post("/processes/import", &[("rows", &format!("Name\n{long}"))]).await).await;
    assert!(preview.text().contains("of 120 characters at most"));
}

async fn the_landscape_shows_every_process_by_stage_and_area(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, ROWS).await;
    with_cases(&house, 12).await;
    let page = olga.get("/processes/landscape").await;
    assert!(page.text().contains("5 processes. Most cases come to “Internet fault”: 12 in 90 days."));
    assert_eq!(page.text().matches("<li><a href=\"/processes/").count(), 5, "a mark each");
    assert!(page.text().contains("stage=maintain&#38;area=Field"), "{}", page.text());
    assert!(!page.text().contains("style="), "the policy forbids styles in elements");
    let field = olga.get("/processes/landscape?stage=maintain&area=Field").await;
    assert!(field.text().contains("Zgłoszenie usterki") && !field.text().contains("Internet fault"));
    assert!(olga.get("/processes/landscape?tag=nothing").await.text().contains("class=\"empty\""));
}

async fn three_thousand_processes_stay_readable(house: House) {
    let olga = owner(&house).await;
    pasted(&olga, &samples::catalogue::rows(3_000, 7)).await;
    let list = olga.get("/processes?q=invoice").await;
    assert!(list.text().contains("processes found"), "{}", list.text());
    let all = olga.get("/processes?sort=name").await;
    let range = between(all.text(), "<nav class=\"pages\"", "</span>");
    assert!(range.contains("of 3,001"), "{range}");
    let landscape = olga.get("/processes/landscape").await;
    let marks = landscape.text().matches("class=\"drawn\"").count();
    assert!((100..400).contains(&marks), "{marks} marks");
    assert!(landscape.text().contains(" more</a>"), "the others are one step away");
    let begun = olga.post("/processes/edits", &[("all", "1")]).await;
    let done = followed(&olga, olga.post(begun.location(), &[("tags_add", "all")]).await).await;
    assert!(done.text().contains("3,001 processes were changed."), "all of them at once");
}

async fn programs_add_rewrite_change_and_delete(house: House) {
    let olga = owner(&house).await;
    let new = serde_json::json!({"name": "Ask for help", "stage": "maintain", "area": "Field", "state": "draft", "tags": ["x"]});
    let made = olga.api_post("/api/v1/processes", &new).await;
    assert_eq!((made.status().as_u16(), &made.json()["key"]), (201, &"ask-for-help".into()));
    let list = olga.api_get("/api/v1/processes?area=Field&q=HELP&sort=name").await.json();
    assert_eq!((&list["total"], &list["processes"][0]["review_due"]), (&1.into(), &true.into()));
    let bulk = serde_json::json!({"keys": ["ask-for-help", "internet-fault"], "set": {"tags_add": "x"}});
    let done = olga.api_post("/api/v1/processes/bulk", &bulk).await.json();
    assert_eq!((&done["changed"], &done["same"]), (&1.into(), &1.into()));
    let unknown = serde_json::json!({"keys": ["nothing"], "set": {"tags_add": "x"}});
    assert_eq!(olga.api_post("/api/v1/processes/bulk", &unknown).await.status(), 422);
    let nobody = serde_json::json!({"name": "B", "stage": "maintain", "area": "Field", "state": "draft",
        "owner": "0190c0de-0000-7000-8000-000000000000"});
    assert_eq!(olga.api_post("/api/v1/processes", &nobody).await.status(), 422);
    let bearer = format!("Bearer {}", olga.token().await);
    let program = house.stranger().with("authorization", &bearer);
    let kind = [("content-type", "application/json")];
    let body = |version: u64| {
        let mut said = new.clone();
        said["version"] = version.into();
        said["name"] = "Call for help".into();
        said.to_string()
    };
    let path = "/api/v1/processes/ask-for-help";
    assert_eq!(program.send(Method::PUT, path, &kind, body(1).into()).await.status(), 204);
    assert_eq!(program.send(Method::PUT, path, &kind, body(1).into()).await.status(), 409);
    assert_eq!(olga.api_get(path).await.json()["name"], "Call for help");
    let gone = program.send(Method::DELETE, &format!("{path}?version=2"), &[], "".into()).await;
    assert_eq!(gone.status(), 204);
    assert_eq!(olga.api_get(path).await.status(), 404);
}
