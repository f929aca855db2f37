//! What if: `/processes/{key}/what-if`, scenarios, their simulation and results, and the same over the API.

use super::processes::with_cases;
use crate::kit::{House, Visitor};
use app::web::Role;
use serde_json::json;
use std::time::Duration;

both!(
    today_stands_with_its_evidence,
    too_few_cases_are_said,
    a_scenario_is_made_simulated_and_compared,
    what_is_wrong_comes_back_with_what_was_filled_in,
    a_run_can_be_stopped_and_begins_again_after_a_restart,
    two_who_change_at_once_do_not_overwrite_each_other,
    programs_ask_what_if,
    the_files_give_the_same_figures,
    one_parameter_goes_over_a_range,
    the_demo_brings_three_scenarios,
);

const AT: &str = "/processes/internet-fault/what-if";
const API: &str = "/api/v1/processes/internet-fault/scenarios";

/// Waits until a scenario is simulated.
pub async fn simulated(visitor: &Visitor, id: &str) -> String {
    let asked = visitor.api_post(&format!("{API}/{id}/run"), &json!({})).await;
    assert_eq!(asked.status(), 202, "{}", asked.text());
    over(visitor, id).await
}

/// Waits until the simulation of a scenario is over, however it ends.
async fn over(visitor: &Visitor, id: &str) -> String {
    for _ in 0..600 {
        let state =
            visitor.api_get(&format!("{API}/{id}")).await.json()["state"].as_str().unwrap_or("").to_owned();
        if state != "waiting" {
            return state;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("a simulation takes longer than half a minute");
}

async fn owner(house: &House) -> Visitor {
    house.with_process().await;
    with_cases(house, 60).await;
    house.sign_in(Role::Owner).await
}

/// The id of a scenario that a page redirected to.
fn id_of(location: &str) -> String {
    location.rsplit('/').next().expect("an id").to_owned()
}

async fn today_stands_with_its_evidence(house: House) {
    let olga = owner(&house).await;
    let page = olga.get(AT).await;
    assert_eq!(page.status(), 200);
    for said in
        ["Can the simulation be trusted?", "n = 60", "95 % interval", "fitted", "assumed", "Field Service"]
    {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let vera = house.sign_in(Role::Viewer).await;
    let seen = vera.get(AT).await;
    assert!(!seen.text().contains("/what-if/new"), "who may not design is not asked to");
}

async fn too_few_cases_are_said(house: House) {
    house.with_process().await;
    let olga = house.sign_in(Role::Owner).await;
    let page = olga.get(AT).await;
    assert!(page.text().contains("Only 0 cases of the last year are over"), "{}", page.text());
    assert_eq!(olga.get(&format!("{AT}/new")).await.status(), 422);
}

async fn a_scenario_is_made_simulated_and_compared(house: House) {
    let olga = owner(&house).await;
    let form = olga.get(&format!("{AT}/new")).await;
    assert!(
        form.text().contains("name=\"people/field\"")
            && form.text().contains("name=\"share/repaired/examined\"")
    );
    let made = olga.post(&format!("{AT}/new"), &[("name", "More <b>people"), ("people/field", "4")]).await;
    assert_eq!(made.status(), 303, "{}", made.text());
    let (at, id) = (made.location().to_owned(), id_of(made.location()));
    assert_eq!(over(&olga, &id).await, "done");
    let page = olga.get(&at).await;
    for said in ["Waiting for us", "How busy people are", "95 % interval", "touchline simulate", "<svg"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(!page.text().contains("<b>people") && !page.text().contains("style="));
    let other = olga.post(&format!("{AT}/new"), &[("name", "Twice as many"), ("volume", "200")]).await;
    let second = id_of(other.location());
    assert_eq!(over(&olga, &second).await, "done");
    let both = olga.get(&format!("{AT}/compare?with={id}&with={second}")).await;
    assert!(both.text().contains("Twice as many") && both.text().contains("Cases that end in a week"));
    let changed = [("version", "1"), ("name", "Fewer people"), ("people/field", "0.5")];
    assert_eq!(olga.post(&format!("{at}/edit"), &changed).await.status(), 303);
    assert_eq!(over(&olga, &id).await, "done");
    assert!(olga.get(AT).await.text().contains("Fewer people"));
    assert_eq!(olga.post(&format!("{at}/delete"), &[]).await.status(), 303);
    assert_eq!(olga.get(&at).await.status(), 404);
}

async fn what_is_wrong_comes_back_with_what_was_filled_in(house: House) {
    let olga = owner(&house).await;
    let wrong = [
        ("share/repaired/examined", "70", "sum to"),
        ("hours/field", "mon 17:00-09:00", "are no hours, or never open"),
        ("hours/field", "", "are no hours, or never open"),
        ("work/repaired", "-5", "out of range"),
        ("delay/repaired", "soon", "is no number"),
        ("cases", "1000000000", "out of range"),
        ("replications", "1", "out of range"),
        ("people/field", "0", "out of range"),
        ("remove/repaired", "on", ""),
    ];
    for (field, value, said) in wrong {
        let form = [("name", "Kept &amp; name"), (field, value)];
        let answer = olga.post(&format!("{AT}/new"), &form).await;
        if said.is_empty() {
            assert_eq!(answer.status(), 303, "a step can be left out: {}", answer.text());
            continue;
        }
        assert_eq!(answer.status(), 422, "{field}");
        assert!(
            answer.text().contains(said) && answer.text().contains("role=\"alert\""),
            "{field}: {}",
            answer.text()
        );
        assert!(
            answer.text().contains("Kept &#38;amp; name") || answer.text().contains("Kept &amp;amp; name")
        );
        assert!(
            value.is_empty() || answer.text().contains(&format!("value=\"{value}\"")),
            "{field} is still there"
        );
    }
    assert_eq!(olga.post(&format!("{AT}/new"), &[("name", " ")]).await.status(), 422);
}

async fn a_run_can_be_stopped_and_begins_again_after_a_restart(house: House) {
    let olga = owner(&house).await;
    let form = [("name", "Long"), ("cases", "20000"), ("replications", "20")];
    let made = olga.post(&format!("{AT}/new"), &form).await;
    assert_eq!(made.status(), 303, "{}", made.text());
    let (at, id) = (made.location().to_owned(), id_of(made.location()));
    let waiting = olga.get(&at).await;
    if waiting.text().contains("<progress") {
        assert!(waiting.text().contains("hx-get") && waiting.text().contains("/run/delete"));
    }
    assert_eq!(olga.post(&format!("{at}/run/delete"), &[]).await.status(), 303);
    let state = over(&olga, &id).await;
    assert!(state == "cancelled" || state == "done", "{state}");
    // What waits when the program ends is simulated when it begins again.
    let other = olga.post(&format!("{AT}/new"), &[("name", "Short")]).await;
    let short = id_of(other.location());
    assert_eq!(over(&olga, &short).await, "done");
    let waits = short.clone();
    let sql = "update whatif_runs set state = 'waiting', result = null, result_at = null, result_version = null where scenario = $1";
    house
        .write(move |tx| {
            Box::pin(async move {
                let id: uuid::Uuid = waits.parse().expect("an id");
                Ok(tx.run(sql, db::values![id]).await.map(drop)?)
            })
        })
        .await;
    assert_eq!(olga.api_get(&format!("{API}/{short}/result")).await.status(), 404);
    let again = house.reached_at("http://localhost").await;
    app::rooms::whatif::resume(again.app()).await.expect("it goes on");
    assert_eq!(over(&olga, &short).await, "done");
    assert_eq!(olga.api_get(&format!("{API}/{short}/result")).await.status(), 200);
}

async fn two_who_change_at_once_do_not_overwrite_each_other(house: House) {
    let olga = owner(&house).await;
    let made = olga.post(&format!("{AT}/new"), &[("name", "A")]).await;
    let at = made.location().to_owned();
    assert_eq!(olga.post(&format!("{at}/edit"), &[("version", "1"), ("name", "B")]).await.status(), 303);
    let late = olga.post(&format!("{at}/edit"), &[("version", "1"), ("name", "C")]).await;
    assert_eq!(late.status(), 409);
    assert!(late.text().contains("Somebody else changed") && late.text().contains("value=\"C\""));
}

async fn programs_ask_what_if(house: House) {
    let olga = owner(&house).await;
    let new = json!({ "name": "Quicker", "changes": { "work_s": { "repaired": 60.0 } } });
    let made = olga.api_post(API, &new).await;
    assert_eq!(made.status(), 201, "{}", made.text());
    assert_eq!(made.json()["changes"], new["changes"]);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(olga.api_get(&format!("{API}/{id}/result")).await.status(), 404);
    assert_eq!(simulated(&olga, &id).await, "done");
    let result = olga.api_get(&format!("{API}/{id}/result")).await.json();
    let figure = |of: &str| {
        let figures = result["figures"].as_array().unwrap();
        figures.iter().find(|figure| figure["of"] == of).unwrap_or_else(|| panic!("{of}")).clone()
    };
    assert!(figure("cost")["delta"]["mean"].as_f64().unwrap() < 0.0, "less work costs less");
    assert!(figure("within")["today"]["mean"].as_f64().unwrap() > 0.5);
    assert!(result["report"]["compare"]["delta"]["cost"]["ci95"].is_array());
    let unknown = json!({ "name": "A", "changes": { "people": { "nobody": 1 } } });
    let refused = olga.api_post(API, &unknown).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains("nobody"), "{}", refused.text());
    assert_eq!(olga.api_get(API).await.json()["scenarios"].as_array().unwrap().len(), 1);
}

/// What is taken along gives the same figures when it is simulated anew.
async fn the_files_give_the_same_figures(house: House) {
    let olga = owner(&house).await;
    let new = json!({ "name": "All", "changes": {
        "people": { "field": 1.5 }, "extra": { "field": { "mon": 1 } }, "patience_s": { "repaired": 90000 },
        "removed": [], "added": [{ "after": "repaired", "name": "Test", "lane": "service", "work_s": 300 }]
    } });
    let id = olga.api_post(API, &new).await.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(simulated(&olga, &id).await, "done");
    let result = olga.api_get(&format!("{API}/{id}/result")).await.json();
    let file = async |format: &str| olga.get(&format!("{AT}/{id}/export/{format}")).await.text().to_owned();
    let side = async |bpmn: &str, toml: &str| {
        let (bpmn, toml) = (file(bpmn).await, file(toml).await);
        let (document, _) = bpmn::xml::Document::read(bpmn.as_bytes()).expect("BPMN");
        let (model, _) = bpmn::model::Model::read(&document);
        let net = sim::Net::from_model(&model).expect("a process");
        (net, sim::Scenario::from_toml(&toml).expect("a scenario"))
    };
    let (today, then) = (side("today.bpmn", "today.toml").await, side("bpmn", "toml").await);
    let start = result["start"].as_str().unwrap().parse().expect("a time");
    let mut options = sim::Options::new(start);
    options.cases = result["cases"].as_u64().unwrap();
    options.replications = result["replications"].as_u64().unwrap();
    let progress = sim::Progress::default();
    let report = sim::compare((&today.0, &today.1), (&then.0, &then.1), &options, &progress, None)
        .expect("a comparison");
    assert!(serde_json::to_string(&report).unwrap() == file("json").await, "the same bytes");
    let csv = file("csv").await;
    assert!(csv.starts_with("figure,of,today,") && csv.contains("\nutilisation,Field Service,"), "{csv}");
    assert!(file("tokens.json").await.starts_with("[["));
    assert_eq!(olga.get(&format!("{AT}/{id}/export/exe")).await.status(), 404);
}

async fn one_parameter_goes_over_a_range(house: House) {
    let olga = owner(&house).await;
    assert_eq!(olga.get(&format!("{AT}/sweep")).await.status(), 200);
    let page = olga.get(&format!("{AT}/sweep?of=people/field&from=0.5&to=3&figure=queue")).await;
    assert!(page.text().contains("<svg") && page.text().contains("95 % interval"), "{}", page.text());
    let wrong = olga.get(&format!("{AT}/sweep?of=people/field&from=-1&to=3")).await;
    assert!(
        wrong.text().contains("out of range") && wrong.text().contains("value=\"-1\""),
        "{}",
        wrong.text()
    );
}

async fn the_demo_brings_three_scenarios(house: House) {
    app::demo::fill(house.app()).await.expect("a demo");
    let admin = house.sign_in(Role::Administrator).await;
    app::rooms::whatif::resume(house.app()).await.expect("they are simulated");
    for (key, name) in [
        ("business-site", "Dedicated account managers"),
        ("slow-internet", "Callback instead of queueing"),
        ("mend-fault", "One more engineer on Mondays"),
    ] {
        let api = format!("/api/v1/processes/{key}/scenarios");
        let mut scenario = json!(null);
        for _ in 0..1_200 {
            scenario = admin.api_get(&api).await.json()["scenarios"][0].clone();
            if scenario["state"] != "waiting" {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(
            (scenario["name"].as_str(), scenario["state"].as_str()),
            (Some(name), Some("done")),
            "{scenario}"
        );
        let result =
            admin.api_get(&format!("{api}/{}/result", scenario["id"].as_str().unwrap())).await.json();
        assert_eq!(result["unstable_today"], json!([]), "{key}");
        assert_eq!(result["unstable"], json!([]), "{key}");
        let figures = result["figures"].as_array().unwrap();
        let wait = figures.iter().find(|figure| figure["of"] == "wait").unwrap();
        let high = wait["delta"]["range"][1].as_f64().unwrap();
        assert!(high < 0.0, "{key}: customers wait less: {wait}");
        let page = admin.get(&format!("/processes/{key}/what-if/{}", scenario["id"].as_str().unwrap())).await;
        assert!(page.text().contains("Customers would wait"), "{key}");
    }
}
