//! What is answered when something is wrong, and what every answer carries.

use crate::kit::House;
use app::web::Role;
use app::{routes, web::assets};
use axum::body::Body;
use axum::http::Method;

both!(
    what_is_not_there_is_a_page,
    what_is_not_there_is_json_for_the_api,
    a_way_takes_only_its_methods,
    what_is_too_large_is_refused,
    what_is_no_form_is_refused,
    every_answer_is_kept_in_bounds,
    assets_are_kept_and_pages_are_not,
);

async fn what_is_not_there_is_a_page(house: House) {
    for visitor in [house.stranger(), house.sign_in(Role::Viewer).await] {
        let page = visitor.get("/nowhere").await;
        assert_eq!(page.status(), 404);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert!(page.text().contains("<h1>There is nothing here</h1>"));
    }
}

async fn what_is_not_there_is_json_for_the_api(house: House) {
    let answer = house.stranger().with("accept-language", "pl").get("/api/v1/nowhere").await;
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(
        (&problem["type"], &problem["status"]),
        (&"urn:touchline:problem:not-found".into(), &404.into())
    );
    assert!(
        problem["title"].as_str().is_some_and(|title| !title.is_empty() && title != "There is nothing here")
    );
    assert_eq!(answer.cookies().count(), 0, "programs get no cookies");
}

async fn a_way_takes_only_its_methods(house: House) {
    let visitor = house.stranger();
    let answer = visitor.send(Method::DELETE, "/sign-in", &[], Body::empty()).await;
    assert_eq!((answer.status().as_u16(), answer.header("allow")), (405, "GET,HEAD,POST"));
    assert!(answer.text().contains("That cannot be done here"));
    assert_eq!(visitor.get("/sign-out").await.status(), 405);
}

async fn what_is_too_large_is_refused(house: House) {
    let vera = house.sign_in(Role::Viewer).await;
    let most = "x".repeat(routes::MAX_BODY);
    let answer = vera.post("/settings/theme", &[("theme", &most)]).await;
    assert_eq!(answer.status(), 413);
    assert!(answer.text().contains("That is too large"));
    let less = "x".repeat(routes::MAX_BODY - 1_000);
    assert_eq!(vera.post("/settings/theme", &[("theme", &less)]).await.status(), 422);
}

async fn what_is_no_form_is_refused(house: House) {
    let vera = house.sign_in(Role::Viewer).await;
    let token = vera.csrf().await;
    for (kind, body) in [
        ("application/json", "{\"theme\":\"dark\"}"),
        ("text/plain", "theme=dark"),
        ("application/x-www-form-urlencoded", "theme=dark&theme=light"),
        ("application/x-www-form-urlencoded", "%FF=%ZZ&&=&"),
    ] {
        let headers = [("content-type", kind), ("x-csrf-token", token.as_str())];
        let answer = vera.send(Method::POST, "/settings/theme", &headers, body.into()).await;
        assert_eq!(answer.status(), 422, "{kind} {body}");
    }
}

async fn every_answer_is_kept_in_bounds(house: House) {
    let visitor = house.stranger();
    for path in ["/welcome", "/nowhere", "/api/v1/nowhere", "/healthz", "/assets/0/nowhere.css", "/metrics"] {
        let answer = visitor.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "only over TLS");
    }
    let page = visitor.get("/welcome").await;
    assert!(!page.text().contains("<style") && !page.text().contains(" style="));
    assert!(page.text().matches("<script").count() == page.text().matches("<script src=\"/assets/").count());
}

async fn assets_are_kept_and_pages_are_not(house: House) {
    let visitor = house.stranger();
    let sheet = visitor.get(&assets::address("app.css")).await;
    assert_eq!((sheet.status().as_u16(), sheet.header("content-type")), (200, "text/css; charset=utf-8"));
    assert!(sheet.header("cache-control").contains("immutable"));
    assert!(sheet.text().contains("@layer"), "unpacked for whoever does not say that they can do it");
    for (accepts, coding) in [("br, gzip;q=0.8", "gzip"), ("gzip;q=0", ""), ("identity", "")] {
        let packed = house.stranger().with("accept-encoding", accepts).get(&assets::address("app.css")).await;
        assert_eq!((packed.status().as_u16(), packed.header("content-encoding")), (200, coding), "{accepts}");
    }
    assert_eq!(visitor.get("/welcome").await.header("cache-control"), "no-store");
    for path in ["/assets/0/nowhere.css", "/assets/0/..%2F..%2FCargo.toml", "/assets/0/%2Fetc%2Fpasswd"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status(), 404, "{path}");
        assert!(!answer.header("cache-control").contains("immutable"), "{path}");
    }
}
