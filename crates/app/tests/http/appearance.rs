//! How someone sees the program: `/settings/language`, `/settings/theme`.

use crate::kit::House;
use app::web::Role;

both!(
    a_stranger_reads_in_the_language_of_the_browser,
    a_stranger_chooses_a_language_for_this_browser,
    a_choice_goes_with_the_person,
    a_choice_leads_back_to_the_page,
    what_is_no_choice_is_refused,
);

async fn a_stranger_reads_in_the_language_of_the_browser(house: House) {
    house.person(Role::Viewer).await;
    for (accepted, language) in [
        ("ru-RU,ru;q=0.9,en;q=0.5", "ru"),
        ("de, bg;q=0.8", "bg"),
        ("zh-CN", "zh"),
        ("de", "en"),
        (";;,", "en"),
    ] {
        let page = house.stranger().with("accept-language", accepted).get("/sign-in").await;
        assert!(page.text().contains(&format!("<html lang=\"{language}\"")), "{accepted}");
    }
}

async fn a_stranger_chooses_a_language_for_this_browser(house: House) {
    house.person(Role::Viewer).await;
    let visitor = house.stranger().with("accept-language", "ru");
    assert_eq!(visitor.post("/settings/language", &[("language", "pl")]).await.status(), 303);
    assert!(visitor.get("/sign-in").await.text().contains("<html lang=\"pl\""));
    assert!(house.stranger().get("/sign-in").await.text().contains("<html lang=\"en\""));
}

async fn a_choice_goes_with_the_person(house: House) {
    let vera = house.person(Role::Viewer).await;
    let visitor = house.begin(&vera).await;
    assert_eq!(visitor.post("/settings/language", &[("language", "bg")]).await.status(), 303);
    assert_eq!(visitor.post("/settings/theme", &[("theme", "dark")]).await.status(), 303);
    let elsewhere = house.begin(&vera).await.with("accept-language", "ru");
    let page = elsewhere.get("/nowhere").await;
    assert!(page.text().contains("<html lang=\"bg\" data-theme=\"dark\">"), "{}", page.text());
    assert_eq!(elsewhere.post("/settings/theme", &[("theme", "auto")]).await.status(), 303);
    assert!(visitor.get("/nowhere").await.text().contains("<html lang=\"bg\">"));
}

async fn a_choice_leads_back_to_the_page(house: House) {
    let vera = house.sign_in(Role::Viewer).await.with("referer", "http://house.example/processes?q=a");
    let answer = vera.post("/settings/theme", &[("theme", "light")]).await;
    assert_eq!(answer.location(), "/processes?q=a");
    let vera = house.sign_in(Role::Viewer).await;
    assert_eq!(vera.post("/settings/theme", &[("theme", "light")]).await.location(), "/");
}

async fn what_is_no_choice_is_refused(house: House) {
    let vera = house.sign_in(Role::Viewer).await;
    assert_eq!(vera.post("/settings/language", &[("language", "de")]).await.status(), 422);
    assert_eq!(vera.post("/settings/theme", &[("theme", "pink")]).await.status(), 422);
    assert_eq!(vera.post("/settings/theme", &[]).await.status(), 422);
    assert_eq!(house.stranger().post("/settings/theme", &[("theme", "dark")]).await.status(), 401);
}
