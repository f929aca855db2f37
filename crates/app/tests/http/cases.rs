//! Cases: `/cases`, and what lies below; `/api/v1/cases`.

use crate::kit::{House, Visitor};
use app::rooms::cases::{self, Filter, Sight, View};
use app::rooms::people::commands as people;
use app::web::{Actor, Role};
use serde_json::json;

both!(
    a_case_goes_from_its_opening_to_its_end_without_scripts,
    of_two_who_edit_the_same_the_later_sees_both,
    two_who_edit_different_things_both_go_through,
    a_customer_sees_what_is_theirs_and_for_them,
    what_people_write_is_shown_as_text,
    rows_made_anew_are_the_same,
    the_demo_made_anew_is_the_same,
    programs_do_what_pages_do,
);

/// Opens a case, and gives its address.
async fn open(visitor: &Visitor, title: &str) -> String {
    let answer = visitor.post("/cases", &[("title", title), ("text", "Since Monday.")]).await;
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

async fn a_case_goes_from_its_opening_to_its_end_without_scripts(house: House) {
    let agent = house.sign_in(Role::Agent).await;
    let case = open(&agent, "No line").await;
    assert_eq!(case, "/cases/1");
    assert!(agent.get("/cases").await.text().contains("No line"), "who opened it has it");

    agent.post(&format!("{case}/comments"), &[("text", "Measured from here"), ("audience", "staff")]).await;
    agent.post(&format!("{case}/tasks"), &[("title", "Send someone"), ("due", "2026-03-04")]).await;
    let page = agent.get(&case).await;
    assert!(page.text().contains("Measured from here") && page.text().contains("Send someone"));

    let closed = agent.post(&format!("{case}/closure"), &[("outcome", "done")]).await;
    assert_eq!((closed.status().as_u16(), closed.location()), (303, case.as_str()));
    assert!(agent.get("/cases?view=closed").await.text().contains("No line"));
    assert_eq!(agent.post(&format!("{case}/tasks"), &[("title", "Too late")]).await.status(), 409);

    agent.post(&format!("{case}/closure/delete"), &[("reason", "It broke again")]).await;
    let page = agent.get(&case).await;
    assert!(page.text().contains("At work") && page.text().contains("It broke again"));
}

async fn of_two_who_edit_the_same_the_later_sees_both(house: House) {
    let (anna, boris) = (house.sign_in(Role::Agent).await, house.sign_in(Role::Agent).await);
    let case = open(&anna, "No line").await;
    let edit = |text: &'static str| {
        [
            ("title", "No line"),
            ("text", text),
            ("priority", "normal"),
            ("version", "3"),
            ("confidentiality", "organisation"),
        ]
    };
    assert_eq!(boris.post(&case, &edit("The cabinet is dead.")).await.status(), 303);
    let answer = anna.post(&case, &edit("Restarted it.")).await;
    assert_eq!(answer.status(), 409);
    assert!(answer.text().contains("The cabinet is dead.") && answer.text().contains("Restarted it."));
    assert!(anna.get(&case).await.text().contains("The cabinet is dead."), "nothing was overwritten");
}

async fn two_who_edit_different_things_both_go_through(house: House) {
    let (anna, boris) = (house.sign_in(Role::Agent).await, house.sign_in(Role::Agent).await);
    let case = open(&anna, "No line").await;
    let rest = [("version", "3"), ("priority", "normal"), ("confidentiality", "organisation")];
    let titled = [&[("title", "No line at all"), ("text", "Since Monday.")], &rest[..]].concat();
    let told = [&[("title", "No line"), ("text", "Since Sunday.")], &rest[..]].concat();
    assert_eq!(boris.post(&case, &titled).await.status(), 303);
    assert_eq!(anna.post(&case, &told).await.status(), 303);
    let page = anna.get(&case).await;
    assert!(page.text().contains("No line at all") && page.text().contains("Since Sunday."));
}

async fn a_customer_sees_what_is_theirs_and_for_them(house: House) {
    let agent = house.sign_in(Role::Agent).await;
    let (ivan, zofia) = (house.sign_in(Role::Customer).await, house.sign_in(Role::Customer).await);
    let case = open(&ivan, "My bill").await;
    agent.post(&format!("{case}/comments"), &[("text", "A difficult one"), ("audience", "staff")]).await;
    agent.post(&format!("{case}/comments"), &[("text", "We look into it"), ("audience", "customer")]).await;
    agent.post(&format!("{case}/tasks"), &[("title", "Check the meter")]).await;

    let page = ivan.get(&case).await;
    assert!(page.text().contains("My bill") && page.text().contains("We look into it"));
    assert!(!page.text().contains("A difficult one") && !page.text().contains("Check the meter"));
    assert_eq!(ivan.post(&format!("{case}/comments"), &[("text", "Thank you")]).await.status(), 303);
    assert_eq!(ivan.post(&format!("{case}/closure"), &[("outcome", "done")]).await.status(), 403);

    assert_eq!(zofia.get(&case).await.status(), 404);
    assert_eq!(zofia.post(&format!("{case}/comments"), &[("text", "Mine, too")]).await.status(), 404);
    assert!(!zofia.get("/cases").await.text().contains("My bill"));
    assert!(agent.get(&case).await.text().contains("Thank you"));
}

async fn what_people_write_is_shown_as_text(house: House) {
    let agent = house.sign_in(Role::Agent).await;
    let case = open(&agent, "<script>alert(1)</script>").await;
    agent.post(&format!("{case}/comments"), &[("text", "<img src=x onerror=alert(2)>")]).await;
    for page in [case.as_str(), "/cases", &format!("{case}/edit")] {
        let page = agent.get(page).await;
        assert!(!page.text().contains("<script>alert") && !page.text().contains("<img src=x"));
    }
}

async fn rows_made_anew_are_the_same(house: House) {
    let (agent, ivan) = (house.sign_in(Role::Agent).await, house.sign_in(Role::Customer).await);
    for (visitor, title) in [(&agent, "No line"), (&ivan, "My bill"), (&agent, "Moving")] {
        let case = open(visitor, title).await;
        agent.post(&format!("{case}/comments"), &[("text", "Seen"), ("audience", "customer")]).await;
    }
    agent.post("/cases/3/wait", &[]).await;
    agent.post("/cases/1/closure", &[("outcome", "withdrawn")]).await;
    let before = everything(&house).await;
    house.write(|tx| Box::pin(async move { Ok(cases::rebuild(tx).await?) })).await;
    assert_eq!(everything(&house).await, before);
    assert!(before.contains("closed") && before.contains("waiting"));
}

/// Promises and all, of two years of cases and answers.
async fn the_demo_made_anew_is_the_same(house: House) {
    app::demo::fill(house.app()).await.unwrap();
    let before = derived(&house).await;
    app::rooms::rebuild(house.app()).await.unwrap();
    let after = derived(&house).await;
    assert!(before.0.len() > 9_000 && before.1.len() > 2_500);
    assert!(after == before, "rows made anew are those that were there");
    assert!(app::rooms::examine(house.app()).await.unwrap().is_empty());
}

type CaseRow = (u64, u64, String, Option<String>, Option<i64>, Option<i64>, Option<String>, Option<i64>);

/// What is derived of cases and of answers.
async fn derived(house: &House) -> (Vec<CaseRow>, Vec<(String, i64, i64, String)>) {
    const CASES: &str =
        "select number, version, status, step, promise_due, promise_left_s, promise_state, closed_at
        from cases order by number";
    const ANSWERS: &str = "select process, score, at, emotions from feedback order by id";
    let mut db = house.app().db().read().await.unwrap();
    (db.all(CASES, Vec::new()).await.unwrap(), db.all(ANSWERS, Vec::new()).await.unwrap())
}

/// Every row of the list, as an administrator sees it.
async fn everything(house: &House) -> String {
    let anna = house.person(Role::Administrator).await;
    let session = people::begin_session(house.app(), anna.id, String::new()).await.unwrap();
    let actor: Actor = app::rooms::people::queries::by_session(house.app(), &session, house.now())
        .await
        .unwrap()
        .expect("a session");
    let filter = Filter { view: View::All, ..Filter::default() };
    let mut db = house.app().db().read().await.unwrap();
    let rows = cases::list(&mut db, &Sight::of(&actor), &filter, house.now(), (100, 0)).await.unwrap();
    format!("{rows:#?}")
}

async fn programs_do_what_pages_do(house: House) {
    let agent = house.sign_in(Role::Agent).await;
    let opened = agent.api_post("/api/v1/cases", &json!({ "title": "No line" })).await;
    assert_eq!(opened.status(), 201, "{}", opened.text());
    let path = opened.location().to_owned();
    agent.api_post(&format!("{path}/comments"), &json!({ "text": "Measured" })).await;
    let case = agent.api_get(&path).await.json();
    assert_eq!((&case["number"], &case["comments"][0]["text"]), (&json!(1), &json!("Measured")));
    let kinds: Vec<_> = agent
        .api_get(&format!("{path}/journal"))
        .await
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["case-opened", "number-given", "comment-added"]);
    assert_eq!(house.stranger().get(&path).await.status(), 401);
}
