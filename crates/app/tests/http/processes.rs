//! Processes: `/processes`, `/processes/{key}`, its steps and its form, and `/api/v1/processes`.

use crate::kit::{House, Visitor};
use app::rooms::cases::{self, Story};
use app::web::Role;
use caseflow::{Actor, CaseId, Envelope, Event, Key, PromiseId};
use jiff::{SignedDuration, Timestamp};

both!(
    the_list_says_how_each_process_does,
    words_and_stages_narrow_the_list,
    a_process_is_shown_on_its_map_with_what_was_measured,
    figures_open_the_cases_behind_them,
    figures_follow_what_happens,
    ways_off_the_map_and_work_done_again_are_named,
    owners_change_what_is_said_of_a_process,
    two_who_change_at_once_do_not_overwrite_each_other,
    those_who_only_read_cannot_change_and_customers_see_nothing,
    programs_read_the_same_figures,
);

/// Cases of the fault process, one an hour: each is examined after two hours and repaired after six; every fifth is
/// examined again, and its promise is broken.
pub async fn with_cases(house: &House, count: u64) {
    let opened = house.now() - SignedDuration::from_hours(30 * 24);
    let story = move |n: u64| {
        let start = opened + SignedDuration::from_hours(n as i64);
        let is_late = n.is_multiple_of(5);
        let hour = |hour: i64| start + SignedDuration::from_hours(hour);
        let key = |word: &str| Key::new(word).expect("a key");
        let reached = |step: &str| Event::StepReached { step: key(step) };
        let promise = PromiseId(uuid::Uuid::now_v7());
        let mut events: Vec<(Timestamp, Event)> = vec![
            (
                hour(0),
                Event::CaseOpened {
                    case: CaseId(uuid::Uuid::now_v7()),
                    case_type: key("fault"),
                    title: format!("No internet {n}"),
                    text: String::new(),
                    customer: None,
                    process: Some(key("internet-fault")),
                    step: Some(key("reported")),
                },
            ),
            (hour(0), Event::PromiseMade { promise, terms: key("repaired-in-a-day"), due: Some(hour(8)) }),
            (hour(2), reached("examined")),
        ];
        if is_late {
            events.extend([(hour(3), reached("reported")), (hour(4), reached("examined"))]);
        }
        events.extend([
            (hour(6), reached("repaired")),
            (
                hour(7),
                if is_late { Event::PromiseBroken { promise } } else { Event::PromiseKept { promise } },
            ),
            (hour(8), Event::CaseClosed { outcome: key("confirmed") }),
        ]);
        let sealed = events.into_iter().zip(1..);
        let events =
            sealed.map(|((at, event), version)| Envelope { version, at, actor: Actor::Program, event });
        Story { number: n, events: events.collect() }
    };
    let stories: Vec<Story> = (1..=count).map(story).collect();
    house.write(move |tx| Box::pin(async move { Ok(cases::import(tx, stories).await?) })).await;
}

async fn viewer(house: &House) -> Visitor {
    house.with_process().await;
    house.sign_in(Role::Viewer).await
}

async fn the_list_says_how_each_process_does(house: House) {
    let vera = viewer(&house).await;
    let page = vera.get("/processes").await;
    assert_eq!(page.status(), 200);
    assert!(page.text().contains("href=\"/processes/internet-fault\""));
    with_cases(&house, 50).await;
    let page = vera.get("/processes?sort=kept").await;
    assert!(page.text().contains(">50</a>") && page.text().contains(">80%</a>"), "{}", page.text());
    assert!(page.text().contains("8.0\u{a0}h"), "half are done within eight hours");
    assert!(page.text().contains("aria-sort=\"ascending\""));
}

async fn words_and_stages_narrow_the_list(house: House) {
    let vera = viewer(&house).await;
    for found in ["?q=INTERNET", "?q=works+again", "?stage=maintain", "?owner=", "?page=9"] {
        assert!(vera.get(&format!("/processes{found}")).await.text().contains("Internet fault"), "{found}");
    }
    for nothing in [
        "?q=telephone",
        "?q=%25",
        "?stage=acquire",
        "?stage=nonsense",
        "?owner=0190c0de-0000-7000-8000-000000000000",
    ] {
        let page = vera.get(&format!("/processes{nothing}")).await;
        assert!(
            !page.text().contains("Internet fault") && page.text().contains("class=\"empty\""),
            "{nothing}"
        );
    }
}

async fn a_process_is_shown_on_its_map_with_what_was_measured(house: House) {
    let vera = viewer(&house).await;
    let page = vera.get("/processes/internet-fault").await;
    assert!(page.text().contains("<svg") && page.text().contains("No case went through this process"));
    with_cases(&house, 50).await;
    let page = vera.get("/processes/internet-fault").await;
    assert!(page.text().contains("broken in 10 of 50"));
    assert!(page.text().contains("The longest wait lies before “Line repaired”"));
    assert!(page.text().contains("/cases?process=internet-fault"));
    assert!(!page.text().contains("style="), "the policy forbids styles in elements");
    for shown in ["counts", "scores", "nonsense"] {
        assert_eq!(vera.get(&format!("/processes/internet-fault?show={shown}")).await.status(), 200);
    }
    assert_eq!(vera.get("/processes/nothing-of-the-kind").await.status(), 404);
}

async fn figures_open_the_cases_behind_them(house: House) {
    let vera = viewer(&house).await;
    with_cases(&house, 50).await;
    let list = vera.get("/processes").await;
    let day = (house.now() - SignedDuration::from_hours(90 * 24)).strftime("%Y-%m-%d").to_string();
    let cases = format!("/cases?process=internet-fault&status=all&since={day}");
    assert!(list.text().contains(&cases.replace('&', "&#38;")), "{}", list.text());
    let found = async |query: &str| vera.get(&format!("{cases}{query}")).await.text().to_owned();
    assert!(found("").await.contains("1 to 50 of 50<"));
    assert!(found("&late=1").await.contains("1 to 10 of 10<"), "ten promises were broken");
    assert!(found("&step=examined").await.contains("1 to 50 of 50<"), "all came by, though none is there");
    assert!(found("&step=confirmed").await.contains("1 to 50 of 50<"), "all ended there");
    assert!(found("&step=e_amined").await.contains("class=\"empty\""), "a step is no pattern");
    let tomorrow = (house.now() + SignedDuration::from_hours(24)).strftime("%Y-%m-%d").to_string();
    let none = vera.get(&format!("/cases?process=internet-fault&since={tomorrow}")).await;
    assert!(none.text().contains("class=\"empty\"") && none.text().contains("Opened since"));
}

async fn figures_follow_what_happens(house: House) {
    let vera = viewer(&house).await;
    with_cases(&house, 10).await;
    assert!(vera.get("/processes").await.text().contains(">10</a>"));
    house.wait(SignedDuration::from_hours(24 * 400));
    assert!(!vera.get("/processes").await.text().contains(">10</a>"), "those are long ago");
}

async fn ways_off_the_map_and_work_done_again_are_named(house: House) {
    let vera = viewer(&house).await;
    with_cases(&house, 50).await;
    let page = vera.get("/processes/internet-fault/steps").await;
    assert!(page.text().contains("20% of its cases come back (10 of 50)"), "{}", page.text());
    assert!(page.text().contains("are not on the map (10 of"), "from examined back to reported");
}

const FILLED: [(&str, &str); 11] = [
    ("initiator", "customer"),
    ("version", "1"),
    ("name", "A fault is mended <b>"),
    ("description", "Someone comes."),
    ("stage", "maintain"),
    ("area", "relationship"),
    ("state", "published"),
    ("owner", ""),
    ("department", ""),
    ("promise", "repaired-in-a-day"),
    ("reviewed", "2026-02-14"),
];

async fn owners_change_what_is_said_of_a_process(house: House) {
    house.with_process().await;
    let olga = house.sign_in(Role::Owner).await;
    assert!(olga.get("/processes/internet-fault/edit").await.text().contains("value=\"Internet fault\""));
    let answer = olga.post("/processes/internet-fault/edit", &FILLED).await;
    assert_eq!((answer.status().as_u16(), answer.location()), (303, "/processes/internet-fault"));
    let page = olga.get("/processes/internet-fault").await;
    assert!(page.text().contains("14 Feb") && !page.text().contains("mended <b>"));
    for (field, value) in [("name", " "), ("reviewed", "soon"), ("stage", "late"), ("promise", "more")] {
        let mut fields = FILLED;
        fields[1].1 = "2";
        fields.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, kept)| *kept = value);
        let answer = olga.post("/processes/internet-fault/edit", &fields).await;
        assert_eq!(answer.status(), 422, "{field}");
        assert!(answer.text().contains("Someone comes."), "what was typed is kept");
    }
}

async fn two_who_change_at_once_do_not_overwrite_each_other(house: House) {
    house.with_process().await;
    let (olga, oleg) = (house.sign_in(Role::Owner).await, house.sign_in(Role::Administrator).await);
    assert_eq!(olga.post("/processes/internet-fault/edit", &FILLED).await.status(), 303);
    let mut mine = FILLED;
    mine[2].1 = "Mine";
    let answer = oleg.post("/processes/internet-fault/edit", &mine).await;
    assert_eq!(answer.status(), 409);
    assert!(
        answer.text().contains("value=\"Mine\"") && answer.text().contains("A fault is mended &#60;b&#62;")
    );
    mine[1].1 = "2";
    assert_eq!(oleg.post("/processes/internet-fault/edit", &mine).await.status(), 303, "now it is meant");
}

async fn those_who_only_read_cannot_change_and_customers_see_nothing(house: House) {
    let vera = viewer(&house).await;
    assert_eq!(vera.get("/processes/internet-fault/edit").await.status(), 403);
    assert_eq!(vera.post("/processes/internet-fault/edit", &FILLED).await.status(), 403);
    let carla = house.sign_in(Role::Customer).await;
    for path in ["/processes", "/processes/internet-fault", "/processes/internet-fault/steps"] {
        assert_eq!(carla.get(path).await.status(), 403, "{path}");
    }
    assert_eq!(house.stranger().get("/processes").await.location(), "/sign-in?next=/processes");
}

async fn programs_read_the_same_figures(house: House) {
    let vera = viewer(&house).await;
    with_cases(&house, 50).await;
    let list = vera.api_get("/api/v1/processes?limit=1").await.json();
    assert_eq!((&list["total"], &list["has_more"]), (&1.into(), &false.into()));
    assert_eq!(list["processes"][0]["figures"]["promise"]["kept"], 40);
    let process = vera.api_get("/api/v1/processes/internet-fault").await.json();
    assert_eq!(process["steps"][1]["again"], 10);
    assert_eq!(process["lead"]["median_s"], 8.0 * 3600.0);
    assert_eq!(vera.api_get("/api/v1/processes/nothing").await.status(), 404);
}
