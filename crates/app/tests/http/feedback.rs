//! Asking one question and reading the answers: `/f/{token}`, `/feedback`, `/api/v1/feedback`.

use crate::kit::House;
use app::rooms::feedback::{self, Answer, Felt, Question};
use app::web::Role;
use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

both!(
    a_customer_answers_once_by_a_link,
    a_forged_link_leads_nowhere,
    an_answer_that_does_not_hold_is_asked_again_and_nothing_is_lost,
    the_question_speaks_the_visitors_language,
    scores_are_shown_with_their_answers,
    customers_do_not_read_what_others_say,
    a_program_records_an_answer_once,
    what_is_derived_can_be_made_again,
    a_link_is_made_on_a_page,
    the_organisation_has_a_list_of_emotions_of_its_own,
    programs_read_and_write_the_list_of_emotions,
);

/// The path of a link.
fn path_of(link: &str) -> String {
    link[link.find("/f/").expect("a link")..].to_owned()
}

fn answer(score: u8, words: &str, house: &House) -> Answer {
    Answer {
        id: Uuid::now_v7(),
        case: None,
        customer: None,
        process: "internet-fault".into(),
        step: Some("repaired".into()),
        question: Question::Nps,
        score,
        words: words.into(),
        emotions: Felt::from([("neglected".to_owned(), 2)]),
        channel: "phone".into(),
        at: house.now() - SignedDuration::from_hours(48),
    }
}

async fn a_customer_answers_once_by_a_link(house: House) {
    house.with_process().await;
    let link = feedback::link(house.app(), Uuid::now_v7(), "internet-fault", Some("repaired"), Question::Nps);
    let customer = house.stranger();
    let page = customer.get(&path_of(&link)).await;
    assert_eq!(page.status(), 200);
    assert!(page.text().contains("How likely are you to recommend us"));

    let fields = [("score", "9"), ("emotion", "happy"), ("text", "It works <b>again</b>")];
    let kept = customer.post(&path_of(&link), &fields).await;
    assert_eq!(kept.status(), 303);
    assert!(customer.get(kept.location()).await.text().contains("Your answer has arrived"));

    let again = customer.post(&path_of(&link), &[("score", "0")]).await;
    assert!(customer.get(again.location()).await.text().contains("You have answered already"));

    house.wait(SignedDuration::from_mins(1));
    let owner = house.sign_in(Role::Owner).await;
    let listed = owner.api_get("/api/v1/feedback").await.json();
    assert_eq!(listed["answers"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&listed["answers"][0]["score"], &listed["answers"][0]["emotions"]["happy"]),
        (&json!(9), &json!(2))
    );
    let page = owner.get("/feedback/internet-fault").await;
    assert!(page.text().contains("It works &#60;b&#62;again"), "words are shown as text");
}

async fn a_forged_link_leads_nowhere(house: House) {
    house.with_process().await;
    let link = path_of(&feedback::link(house.app(), Uuid::now_v7(), "internet-fault", None, Question::Ces));
    let forged = format!("{}x", &link[..link.len() - 1]);
    let stranger = house.stranger();
    for nowhere in [forged.as_str(), "/f/a.b", "/f/%00"] {
        assert_eq!(stranger.get(nowhere).await.status(), 404, "{nowhere}");
        assert_eq!(stranger.post(nowhere, &[("score", "5")]).await.status(), 404, "{nowhere}");
    }
}

async fn an_answer_that_does_not_hold_is_asked_again_and_nothing_is_lost(house: House) {
    house.with_process().await;
    let link = path_of(&feedback::link(house.app(), Uuid::now_v7(), "internet-fault", None, Question::Csat));
    let stranger = house.stranger();
    let refused = stranger.post(&link, &[("score", "6"), ("text", "Quick and kind")]).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains("from 1 to 5") && refused.text().contains("Quick and kind"));
    let feelings = [
        ("score", "5"),
        ("emotion", "safe"),
        ("emotion", "happy"),
        ("emotion", "valued"),
        ("emotion", "pleased"),
    ];
    assert_eq!(stranger.post(&link, &feelings).await.status(), 422);
    assert_eq!(stranger.post(&link, &[("score", "5"), ("text", &"x".repeat(2_001))]).await.status(), 422);
    assert_eq!(stranger.post(&link, &[("score", "5")]).await.status(), 303);
}

async fn the_question_speaks_the_visitors_language(house: House) {
    house.with_process().await;
    let link = path_of(&feedback::link(house.app(), Uuid::now_v7(), "internet-fault", None, Question::Nps));
    let page = house.stranger().with("accept-language", "bg-BG,en;q=0.5").get(&link).await;
    assert!(page.text().contains("lang=\"bg\"") && page.text().contains("да ни препоръчате"));
}

async fn scores_are_shown_with_their_answers(house: House) {
    house.with_process().await;
    let answers: Vec<Answer> = [10, 10, 9, 7, 3].map(|score| answer(score, "", &house)).into();
    house.write(move |tx| Box::pin(async move { feedback::import(tx, answers).await })).await;
    let viewer = house.sign_in(Role::Viewer).await;
    let page = viewer.get("/feedback").await;
    assert!(page.text().contains("Internet fault") && page.text().contains("+40"));
    assert!(viewer.get("/feedback?stage=acquire").await.text().contains("no answers to this question"));

    let scores = viewer.api_get("/api/v1/feedback/scores?process=internet-fault&question=nps").await.json();
    assert_eq!((&scores["all"]["n"], &scores["parts"][0]["key"]), (&json!(5), &json!("repaired")));
    let value = scores["all"]["value"].as_f64().unwrap_or_default();
    assert!((value - 40.0).abs() < 1e-9, "three promoters, one detractor of five: {value}");
}

async fn customers_do_not_read_what_others_say(house: House) {
    house.with_process().await;
    let customer = house.sign_in(Role::Customer).await;
    for page in ["/feedback", "/feedback/internet-fault", "/feedback/links", "/logs"] {
        assert_eq!(customer.get(page).await.status(), 403, "{page}");
        assert_eq!(house.stranger().get(page).await.status(), 303, "{page}");
    }
    assert_eq!(customer.api_get("/api/v1/feedback").await.status(), 403);
}

async fn a_program_records_an_answer_once(house: House) {
    house.with_process().await;
    let agent = house.sign_in(Role::Agent).await;
    let answer = json!({
        "id": Uuid::now_v7(), "process": "internet-fault", "step": "repaired", "question": "ces", "score": 7,
        "emotions": { "safe": 3 }, "channel": "phone",
    });
    assert_eq!(agent.api_post("/api/v1/feedback", &answer).await.status(), 201);
    assert_eq!(agent.api_post("/api/v1/feedback", &answer).await.status(), 409);
    for wrong in [
        json!({ "process": "internet-fault", "question": "ces", "score": 8 }),
        json!({ "process": "internet-fault", "question": "ces", "score": 7, "emotions": { "bored": 1 } }),
        json!({ "process": "nothing", "question": "ces", "score": 7 }),
        json!({ "process": "internet-fault", "step": "nowhere", "question": "ces", "score": 7 }),
        json!({ "process": "internet-fault", "question": "ces", "score": 7, "case": Uuid::now_v7() }),
    ] {
        assert_eq!(agent.api_post("/api/v1/feedback", &wrong).await.status(), 422, "{wrong}");
    }
    let viewer = house.sign_in(Role::Viewer).await;
    assert_eq!(viewer.api_post("/api/v1/feedback", &answer).await.status(), 403);
}

async fn what_is_derived_can_be_made_again(house: House) {
    house.with_process().await;
    let answers: Vec<Answer> = (0..=10).map(|score| answer(score, "Why?", &house)).collect();
    house.write(move |tx| Box::pin(async move { feedback::import(tx, answers).await })).await;
    let owner = house.sign_in(Role::Owner).await;
    let before = owner.api_get("/api/v1/feedback").await.json();
    house.write(|tx| Box::pin(async move { Ok(feedback::rebuild(tx).await?) })).await;
    assert_eq!(owner.api_get("/api/v1/feedback").await.json(), before);
    assert_eq!(before["answers"].as_array().map(Vec::len), Some(11));
}

async fn a_link_is_made_on_a_page(house: House) {
    house.with_process().await;
    let agent = house.sign_in(Role::Agent).await;
    assert!(agent.get("/feedback/links?process=internet-fault").await.text().contains("Line examined"));
    let fields = [("process", "internet-fault"), ("step", "examined"), ("question", "csat")];
    let page = agent.post("/feedback/links", &fields).await;
    let link =
        page.text().split("id=\"link\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a link");
    assert_eq!(house.stranger().get(&path_of(link)).await.status(), 200);
    let nowhere = [("process", "internet-fault"), ("step", "nowhere"), ("question", "csat")];
    assert_eq!(agent.post("/feedback/links", &nowhere).await.status(), 404);
}

async fn the_organisation_has_a_list_of_emotions_of_its_own(house: House) {
    house.with_process().await;
    let told = [answer(3, "", &house), answer(4, "", &house)];
    house.write(move |tx| Box::pin(async move { feedback::import(tx, told.into()).await })).await;
    let boss = house.sign_in(Role::Administrator).await;
    let page = boss.get("/settings/emotions").await;
    assert!(page.text().contains("placeholder=\"neglected\""), "the twenty that the program brings");
    let own = [
        ("version", "0"),
        ("name", "neglected"),
        ("label", "Left alone"),
        ("cluster", "destroying"),
        ("name", ""),
        ("label", "Proud of it"),
        ("cluster", "advocacy"),
        ("offered", "1"),
    ];
    assert_eq!(boss.post("/settings/emotions", &own).await.status(), 303);
    let link = path_of(&feedback::link(house.app(), Uuid::now_v7(), "internet-fault", None, Question::Nps));
    let question = house.stranger().get(&link).await;
    assert!(question.text().contains("Proud of it"), "offered under its own name");
    assert!(!question.text().contains("Left alone") && !question.text().contains("value=\"safe\""));
    let given = [("score", "9"), ("emotion", "proud-of-it"), ("emotion", "happy")];
    assert_eq!(house.stranger().post(&link, &given).await.status(), 303);
    let listed = boss.api_get("/api/v1/feedback").await.json();
    assert_eq!(
        listed["answers"][0]["emotions"],
        json!({"proud-of-it": 2}),
        "what is off the list is not kept"
    );
    let matrix = boss.get("/processes/internet-fault/emotions").await;
    assert!(matrix.text().contains("Left alone"), "answers from before count under the new name");

    let stale = boss.post("/settings/emotions", &own).await;
    assert_eq!(stale.status(), 409);
    assert!(stale.text().contains("meanwhile") && stale.text().contains("Proud of it"), "nothing is lost");
    let one_sided = [("version", "1"), ("name", "happy"), ("label", ""), ("cluster", "advocacy")];
    let refused = boss.post("/settings/emotions", &one_sided).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains("drives customers away"));
    assert_eq!(boss.post("/settings/emotions/standard", &[("version", "1")]).await.status(), 303);
    let question =
        path_of(&feedback::link(house.app(), Uuid::now_v7(), "internet-fault", None, Question::Nps));
    assert!(house.stranger().get(&question).await.text().contains("value=\"safe\""));
}

async fn programs_read_and_write_the_list_of_emotions(house: House) {
    let boss = house.sign_in(Role::Administrator).await;
    let list = boss.api_get("/api/v1/emotions").await.json();
    assert_eq!(list["emotions"].as_array().map(Vec::len), Some(20));
    let mut shorter = list.clone();
    shorter["emotions"].as_array_mut().unwrap().retain(|emotion| emotion["cluster"] != "attention");
    let kept = boss.api_put("/api/v1/emotions", &shorter).await;
    assert_eq!(kept.status(), 200, "{}", kept.text());
    assert_eq!(
        (kept.json()["version"].clone(), kept.json()["emotions"].as_array().unwrap().len()),
        (json!(1), 15)
    );
    assert_eq!(boss.api_put("/api/v1/emotions", &shorter).await.status(), 409);
    let twice = json!({"version": 1, "emotions": [list["emotions"][0], list["emotions"][0]]});
    assert_eq!(boss.api_put("/api/v1/emotions", &twice).await.status(), 422);
}
