//! What is asked from outside: `/healthz`, `/readyz`, `/metrics`.

use crate::kit::House;
use app::web::Role;

both!(
    it_lives_and_is_ready,
    without_its_database_it_lives_and_is_not_ready,
    metrics_are_for_administrators,
    metrics_count_by_route,
);

async fn it_lives_and_is_ready(house: House) {
    let visitor = house.stranger();
    for (path, said) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
        let answer = visitor.get(path).await;
        assert_eq!((answer.status().as_u16(), answer.text()), (200, said));
        assert_eq!(answer.cookies().count(), 0);
    }
}

async fn without_its_database_it_lives_and_is_not_ready(house: House) {
    house.app().db().clone().close().await;
    let visitor = house.stranger();
    assert_eq!(visitor.get("/healthz").await.status(), 200);
    let answer = visitor.get("/readyz").await;
    assert_eq!((answer.status().as_u16(), answer.text()), (503, "not ready\n"));
    let vera = house.stranger().with("cookie", "touchline_session=any");
    assert_eq!(vera.get("/sign-in").await.status(), 500);
}

async fn metrics_are_for_administrators(house: House) {
    let (anna, olga) = (house.sign_in(Role::Administrator).await, house.sign_in(Role::Owner).await);
    assert_eq!(anna.get("/metrics").await.status(), 200);
    assert_eq!(anna.api_get("/metrics").await.status(), 200);
    assert_eq!(olga.get("/metrics").await.status(), 403);
    assert_eq!(olga.api_get("/metrics").await.status(), 403);
    let program = house.stranger().with("authorization", "Bearer tl_guessed");
    let answer = program.get("/metrics").await;
    assert_eq!((answer.status().as_u16(), answer.header("www-authenticate")), (401, "Bearer"));
}

async fn metrics_count_by_route(house: House) {
    let anna = house.sign_in(Role::Administrator).await;
    for _ in 0..3 {
        anna.get("/assets/0/counted.css").await;
    }
    let said = anna.get("/metrics").await;
    let line = "http_requests_total{route=\"/assets/{mark}/{name}\",method=\"GET\",status=\"404\"} ";
    let count = said.text().lines().find_map(|found| found.strip_prefix(line)).expect("a line for the route");
    assert!(count.parse::<u32>().unwrap() >= 3, "{count}");
    assert!(!said.text().contains("counted.css"), "what visitors type names no metric");
}
