//! Event logs: `/logs`, their columns, their report, `/api/v1/logs`.

use crate::kit::{Answer, House, Visitor};
use app::web::Role;
use axum::body::Body;
use axum::http::Method;
use serde_json::json;

both!(
    a_log_is_uploaded_mapped_and_read,
    what_is_no_log_is_refused_with_its_reason,
    a_mapping_that_does_not_fit_is_asked_again,
    only_those_who_design_bring_logs_in,
    a_log_is_taken_away,
    a_file_that_is_too_large_is_named_so,
    a_program_brings_a_log_in,
);

const ORDERS: &str = "order,status,changed,agent\n1,Ordered,2026-01-05 09:00,ann\n1,Delivered <b>,2026-01-07 10:30,bob\n2,Ordered,soon,ann\n";

const MAPPED: [(&str, &str); 5] = [
    ("column-0", "case"),
    ("column-1", "activity"),
    ("column-2", "time"),
    ("column-3", "resource"),
    ("zone", "Europe/Sofia"),
];

/// Uploads a file as the page does.
async fn upload(visitor: &Visitor, token: &str, name: &str, file: &[u8]) -> Answer {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--edge\r\nContent-Disposition: \
         form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend(file);
    body.extend(b"\r\n--edge--\r\n");
    let kind = [("content-type", "multipart/form-data; boundary=edge")];
    visitor.send(Method::POST, "/logs", &kind, Body::from(body)).await
}

/// Brings the orders in; gives the path of their log.
async fn orders(visitor: &Visitor) -> String {
    let token = visitor.csrf().await;
    let answer = upload(visitor, &token, "orders.csv", ORDERS.as_bytes()).await;
    assert_eq!(answer.status(), 303);
    answer.location().strip_suffix("/mapping").expect("next come the columns").to_owned()
}

async fn a_log_is_uploaded_mapped_and_read(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let log = orders(&owner).await;
    assert!(owner.get("/logs").await.text().contains("Columns to choose"));
    let columns = owner.get(&format!("{log}/mapping")).await;
    assert!(columns.text().contains("orders.csv") && columns.text().contains("Its values look like times"));

    let read = owner.post(&format!("{log}/mapping"), &MAPPED).await;
    assert_eq!((read.status().as_u16(), read.location()), (303, log.as_str()));
    let page = owner.get(&log).await;
    assert!(
        page.text().contains("5 Jan") && page.text().contains("Delivered &lt;b&gt;"),
        "the map names activities"
    );
    let problems = owner.get(&format!("{log}/problems")).await;
    assert!(problems.text().contains("soon") && problems.text().contains(">4<"), "the line is named");
    let report = owner.get(&format!("{log}/report")).await;
    assert!(report.text().contains("Ordered → Delivered &#60;b&#62;"), "{}", report.text());
    assert!(owner.get("/logs").await.text().contains("Ready"));
}

async fn what_is_no_log_is_refused_with_its_reason(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let token = owner.csrf().await;
    for (file, reason) in [
        (b"a,b\n1,2\n".as_slice(), "fewer than three columns"),
        (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "zip"),
        (b"a,b,c\n", "no rows"),
    ] {
        let refused = upload(&owner, &token, "orders.csv", file).await;
        assert_eq!(refused.status(), 422, "{reason}");
        assert!(refused.text().contains(reason), "{reason}: {}", refused.text());
    }
    assert_eq!(upload(&owner, "forged", "orders.csv", ORDERS.as_bytes()).await.status(), 403);
    assert_eq!(owner.api_get("/api/v1/logs").await.json()["logs"], json!([]));
}

async fn a_mapping_that_does_not_fit_is_asked_again(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let log = orders(&owner).await;
    let form = format!("{log}/mapping");
    for (fields, reason) in [
        (vec![("column-0", "case")], "Choose a column for each"),
        (vec![("column-0", "case"), ("column-1", "case"), ("column-2", "time")], "Two columns mean the same"),
        (vec![("column-0", "case"), ("column-1", "activity"), ("column-3", "time")], "orders.csv"),
        (
            vec![("column-0", "case"), ("column-1", "activity"), ("column-2", "time"), ("zone", "Mars/One")],
            "Mars/One",
        ),
    ] {
        let refused = owner.post(&form, &fields).await;
        assert_eq!(refused.status(), 422, "{reason}");
        assert!(refused.text().contains(reason), "{reason}");
    }
    assert_eq!(owner.get(&log).await.location(), form);
    assert_eq!(owner.get(&format!("{log}/report")).await.status(), 404);
}

async fn only_those_who_design_bring_logs_in(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let log = orders(&owner).await;
    let agent = house.sign_in(Role::Agent).await;
    assert_eq!(agent.get("/logs").await.status(), 200);
    let token = agent.csrf().await;
    assert_eq!(upload(&agent, &token, "orders.csv", ORDERS.as_bytes()).await.status(), 403);
    assert_eq!(agent.get(&format!("{log}/mapping")).await.status(), 403);
    assert_eq!(agent.post(&format!("{log}/mapping"), &MAPPED).await.status(), 403);
    assert_eq!(agent.post(&format!("{log}/removal"), &[]).await.status(), 403);
}

async fn a_log_is_taken_away(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let log = orders(&owner).await;
    assert!(owner.get(&format!("{log}/removal")).await.text().contains("Take away orders.csv"));
    assert_eq!(owner.post(&format!("{log}/removal"), &[]).await.location(), "/logs");
    assert_eq!(owner.get(&log).await.status(), 404);
    assert_eq!(owner.post(&format!("{log}/removal"), &[]).await.status(), 404);
}

async fn a_file_that_is_too_large_is_named_so(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let token = owner.csrf().await;
    let refused = upload(&owner, &token, "large.csv", &vec![b'x'; 33 << 20]).await;
    assert_eq!(refused.status(), 413);
    assert!(refused.text().contains("larger than 32 MB"), "{}", refused.text());
}

async fn a_program_brings_a_log_in(house: House) {
    let owner = house.sign_in(Role::Owner).await;
    let send = async |query: &str, file: &'static str| {
        let token = format!("Bearer {}", owner.token().await);
        let headers = [("authorization", token.as_str()), ("content-type", "text/csv")];
        owner.send(Method::POST, &format!("/api/v1/logs{query}"), &headers, Body::from(file)).await
    };
    let kept = send("?name=orders.csv&case=order&activity=status&time=changed", ORDERS).await;
    assert_eq!(kept.status(), 201, "{}", kept.text());
    let log = kept.json();
    assert_eq!((&log["summary"]["cases"], &log["mapping"]["resource"]), (&json!(1), &json!("agent")));
    let path = format!("/api/v1/logs/{}", log["id"].as_str().unwrap_or_default());
    assert_eq!(owner.api_get(&path).await.json(), log);
    assert_eq!(send("?case=nowhere&activity=status&time=changed", ORDERS).await.status(), 422);
    assert_eq!(send("", "a,b\n1,2\n").await.status(), 422);
    let listed = owner.api_get("/api/v1/logs").await.json();
    assert_eq!((listed["logs"].as_array().map(Vec::len), &listed["has_more"]), (Some(1), &json!(false)));
}
