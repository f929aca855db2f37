//! Processes as customers meet them: views of `/processes/{key}`, and its emotions, scenarios, failure points, places,
//! systems and competitors.

use super::processes::with_cases;
use crate::kit::House;
use app::web::Role;

both!(
    the_address_holds_the_view,
    owners_write_down_what_customers_come_for,
    what_is_severe_is_never_hidden,
    scores_of_competitors_stand_beside_ours,
    two_who_change_at_once_do_not_overwrite_each_other,
    places_and_failures_are_measured,
);

const AT: &str = "/processes/internet-fault";

async fn the_address_holds_the_view(house: House) {
    house.with_process().await;
    with_cases(&house, 50).await;
    let vera = house.sign_in(Role::Viewer).await;
    let views = [
        "blueprint",
        "customer",
        "unit",
        "value-stream",
        "emotions",
        "competitors",
        "nonsense",
        "department:x",
    ];
    for view in views {
        let page = vera.get(&format!("{AT}?view={view}")).await;
        assert_eq!(page.status(), 200, "{view}");
        assert!(page.text().contains("<svg") && page.text().contains("class=\"upright\""), "{view}");
        assert!(!page.text().contains("style="), "the policy forbids styles in elements");
    }
    for chart in ["architecture", "logical", "physical", "job"] {
        assert_eq!(vera.get(&format!("{AT}?chart={chart}")).await.status(), 200, "{chart}");
    }
    let page = vera.get(&format!("{AT}?view=value-stream")).await;
    assert!(page.text().contains("Process-cycle efficiency") && page.text().contains("Takt time"));
    let plain = vera.get(&format!("{AT}?tracks=")).await;
    assert!(!plain.text().contains("track-of-map"), "every track can be switched off");
    assert!(vera.get(&format!("{AT}?tracks=channel,owners")).await.text().contains("track-of-map"));
    for page in ["emotions", "scenarios", "failures", "places", "systems", "competitors"] {
        assert_eq!(vera.get(&format!("{AT}/{page}")).await.status(), 200, "{page}");
    }
}

async fn owners_write_down_what_customers_come_for(house: House) {
    house.with_process().await;
    let olga = house.sign_in(Role::Owner).await;
    let path = format!("{AT}/scenarios");
    assert!(olga.get(&path).await.text().contains("Nobody wrote down yet"));
    let asked = [("version", "1"), ("name", "No internet"), ("channel", "phone"), ("steps", "reported")];
    assert_eq!(olga.post(&path, &asked).await.status(), 303);
    let hole = [("version", "2"), ("name", "How long <b>still</b>?"), ("channel", "web")];
    assert_eq!(olga.post(&path, &hole).await.status(), 303);
    let page = olga.get(&path).await;
    assert!(page.text().contains("1 of 2 scenarios are answered by no step"), "{}", page.text());
    assert!(!page.text().contains("<b>still"), "what is typed stays text");
    let first_hole = page.text().find("How long").expect("the hole");
    assert!(first_hole < page.text().rfind("No internet").expect("the other"), "holes come first");
    let mended =
        [("version", "3"), ("name", "How long still?"), ("steps", "reported"), ("steps", "examined")];
    assert_eq!(olga.post(&format!("{path}/1"), &mended).await.status(), 303);
    assert!(olga.get(&path).await.text().contains("A step answers each of them"));
    assert_eq!(olga.post(&format!("{path}/0/delete"), &[("version", "4")]).await.status(), 303);
    assert_eq!(olga.post(&format!("{path}/7/delete"), &[("version", "5")]).await.status(), 404);
    let empty = olga.post(&path, &[("version", "5"), ("name", " ")]).await;
    assert_eq!(empty.status(), 422);
    assert_eq!(
        olga.post(&path, &[("version", "5"), ("name", "a"), ("steps", "nowhere")]).await.status(),
        422
    );
    // What is said stands under the map, too.
    assert!(olga.get(&format!("{AT}?view=unit")).await.text().contains("How long still?"));
}

async fn what_is_severe_is_never_hidden(house: House) {
    house.with_process().await;
    let olga = house.sign_in(Role::Owner).await;
    let path = format!("{AT}/failures");
    let point = |version: &'static str, what: &'static str, severity: &'static str| {
        [
            ("version", version),
            ("step", "examined"),
            ("what", what),
            ("severity", severity),
            ("occurrence", "9"),
            ("detection", "9"),
        ]
    };
    assert_eq!(olga.post(&path, &point("1", "Often late", "8")).await.status(), 303);
    let mut shock = point("2", "Electric shock", "10");
    (shock[4].1, shock[5].1) = ("1", "1");
    assert_eq!(olga.post(&path, &shock).await.status(), 303);
    let page = olga.get(&path).await;
    let place = |what: &str| page.text().find(what).expect("a failure point");
    assert!(place("Electric shock") < place("Often late"), "severity 10 comes before RPN 648");
    assert!(page.text().contains(">648"));
    assert_eq!(olga.post(&path, &point("3", "x", "11")).await.status(), 422);
    assert_eq!(olga.post(&format!("{path}/examined/5"), &point("3", "x", "1")).await.status(), 404);
    assert_eq!(olga.post(&format!("{path}/examined/0/delete"), &[("version", "3")]).await.status(), 303);
    assert!(!olga.get(&path).await.text().contains("Often late"));
    assert!(olga.get(&format!("{AT}?tracks=pains")).await.text().contains("Electric shock"));
}

async fn scores_of_competitors_stand_beside_ours(house: House) {
    house.with_process().await;
    let olga = house.sign_in(Role::Owner).await;
    let path = format!("{AT}/competitors");
    let rows = "step,competitor,score\nexamined,Northline,9\nexamined,Northline,7\nreported,Kabelio,5";
    let pasted = [("version", "1"), ("rows", rows), ("source", "Spring survey")];
    assert_eq!(olga.post(&path, &pasted).await.status(), 303);
    let page = olga.get(&path).await;
    for shown in ["Northline", "Kabelio", "8.0", "n = 2", "Spring survey"] {
        assert!(page.text().contains(shown), "{shown}: {}", page.text());
    }
    let wrong = [("version", "2"), ("rows", "examined,Northline,9\nexamined,Northline,12")];
    let refused = olga.post(&path, &wrong).await;
    assert_eq!(refused.status(), 422);
    assert!(
        refused.text().contains("Line 2 does not fit") && refused.text().contains("examined,Northline,12")
    );
    assert!(olga.get(&format!("{AT}?view=competitors")).await.text().contains("Northline: 8.0"));
}

async fn two_who_change_at_once_do_not_overwrite_each_other(house: House) {
    house.with_process().await;
    let olga = house.sign_in(Role::Owner).await;
    let path = format!("{AT}/scenarios");
    assert_eq!(olga.post(&path, &[("version", "1"), ("name", "First")]).await.status(), 303);
    let late = olga.post(&path, &[("version", "1"), ("name", "Second")]).await;
    assert_eq!(late.status(), 409);
    assert!(
        late.text().contains("Second") && late.text().contains("First"),
        "nothing is lost, both are shown"
    );
    let vera = house.sign_in(Role::Viewer).await;
    assert_eq!(vera.post(&path, &[("version", "2"), ("name", "Third")]).await.status(), 403);
    assert!(!vera.get(&path).await.text().contains("<form class=\"form\""));
}

async fn places_and_failures_are_measured(house: House) {
    house.with_process().await;
    with_cases(&house, 50).await;
    let vera = house.sign_in(Role::Viewer).await;
    let failures = vera.get(&format!("{AT}/failures")).await;
    assert!(failures.text().contains("done again") && failures.text().contains("20%"), "{}", failures.text());
    let link = "&#38;step=examined";
    assert!(failures.text().contains(link), "each figure opens the cases behind it");
    assert_eq!(vera.get(&format!("{AT}/places")).await.status(), 200);
    assert!(vera.get(&format!("{AT}/systems")).await.text().contains("No lane of the map is a system"));
}
