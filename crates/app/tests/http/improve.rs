//! Where to begin, and why: `/improve`, the report on a process, and the report over the API.

use super::processes::with_cases;
use crate::kit::House;
use app::web::Role;

both!(
    the_process_that_lets_customers_down_is_named_with_why,
    a_report_says_where_customers_wait_and_what_a_change_would_bring,
    the_whole_report_stands_alone_and_loads_nothing,
    without_cases_there_is_no_report,
    customers_see_no_reports,
);

async fn the_process_that_lets_customers_down_is_named_with_why(house: House) {
    house.with_process().await;
    let vera = house.sign_in(Role::Viewer).await;
    assert!(vera.get("/improve").await.text().contains("class=\"empty\""));
    with_cases(&house, 50).await;
    let page = vera.get("/improve").await;
    assert!(
        page.text().contains("The promise was broken in 20% of the cases (10 of 50)."),
        "{}",
        page.text()
    );
    assert!(page.text().contains("100\u{a0}EUR"), "ten euros for each of ten");
}

async fn a_report_says_where_customers_wait_and_what_a_change_would_bring(house: House) {
    house.with_process().await;
    with_cases(&house, 50).await;
    let vera = house.sign_in(Role::Viewer).await;
    let page = vera.get("/improve/internet-fault").await;
    assert!(page.text().contains("The longest wait lies before “Line repaired”"), "{}", page.text());
    assert!(page.text().contains("Half as much work done again"));
    let report = vera.api_get("/api/v1/processes/internet-fault/report").await.json();
    assert_eq!((&report["cases"], &report["promise"]["late_n"]), (&50.into(), &10.into()));
    assert_eq!(report["problems"], serde_json::json!([]));
    assert_eq!(report["drivers"][0]["name"], "again");
}

async fn the_whole_report_stands_alone_and_loads_nothing(house: House) {
    house.with_process().await;
    with_cases(&house, 50).await;
    let vera = house.sign_in(Role::Viewer).await;
    let page = vera.get("/improve/internet-fault/report").await;
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-hashes' 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !page.text().contains("<script"));
    let taken = vera.get("/improve/internet-fault/report?download=1").await;
    assert_eq!(taken.header("content-disposition"), "attachment; filename=\"report-internet-fault.html\"");
    let polish = house.sign_in(Role::Viewer).await;
    polish.post("/settings/language", &[("language", "pl")]).await;
    assert!(polish.get("/improve/internet-fault/report").await.text().contains("lang=\"pl\""));
}

async fn without_cases_there_is_no_report(house: House) {
    house.with_process().await;
    let vera = house.sign_in(Role::Viewer).await;
    assert!(vera.get("/improve/internet-fault").await.text().contains("class=\"empty\""));
    for path in ["/improve/internet-fault/report", "/improve/nothing", "/improve/nothing/report"] {
        assert_eq!(vera.get(path).await.status(), 404, "{path}");
    }
}

async fn customers_see_no_reports(house: House) {
    house.with_process().await;
    let carla = house.sign_in(Role::Customer).await;
    for path in ["/improve", "/improve/internet-fault", "/improve/internet-fault/report"] {
        assert_eq!(carla.get(path).await.status(), 403, "{path}");
    }
    assert_eq!(carla.api_get("/api/v1/processes/internet-fault/report").await.status(), 403);
}
