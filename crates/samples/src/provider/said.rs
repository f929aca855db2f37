//! What the provider says of its processes beside their maps: channels, times, wanted emotions, what may go wrong, what
//! customers come for, how others do. It follows from the table, so that it fits the cases which follow from it, too.

use bpmn::extension::{
    CompetitorScore, Emotion, FailurePoint, Money, ProcessExtension, Scenario, Stage, StepExtension, Times,
};
use bpmn::map::{StepKind, Visibility};
use bpmn::view::Blueprint;

use super::catalogue::{LifeStage, Process};

/// Those whom customers compare the provider with.
pub const COMPETITORS: [&str; 2] = ["Northline", "Kabelio"];

/// Where their scores are known from.
const SURVEY: &str = "Customer survey, spring";

/// Beginnings of the names of steps that only look whether others were right: nobody would pay for them.
const CHECKS: [&str; 9] =
    ["Check", "Count", "Verify", "Inspect", "Review", "Test", "Measure", "Register", "Look"];

/// The process with everything that is said of it.
pub(super) fn blueprint(process: &Process) -> Blueprint {
    let steps = process.map.steps().iter().enumerate();
    let said = steps.map(|(at, step)| (step.id.clone(), step_of(process, at)));
    Blueprint::new(process.map.clone(), whole(process), said)
}

fn line(process: &Process, step: usize) -> Visibility {
    process.map.lanes()[process.map.steps()[step].lane].visibility
}

fn whole(process: &Process) -> ProcessExtension {
    let stage = match process.stage {
        LifeStage::Acquire => Stage::Acquire,
        LifeStage::Develop => Stage::Develop,
        LifeStage::Maintain => Stage::Maintain,
        LifeStage::WinBack => Stage::WinBack,
        LifeStage::IntendedLoss => Stage::IntendedLoss,
    };
    ProcessExtension {
        stage: Some(stage),
        initiator: Some(process.initiator.to_owned()),
        owner: None,
        scenarios: scenarios(process),
        competitors: COMPETITORS.map(str::to_owned).to_vec(),
    }
}

/// What customers come for: what cases are called, and what nobody planned for.
fn scenarios(process: &Process) -> Vec<Scenario> {
    let id = |step: usize| process.map.steps()[step].id.clone();
    let own = |step: &usize| line(process, *step) == Visibility::Customer;
    let all = || 0..process.map.steps().len();
    let front = all().find(|&step| line(process, step) == Visibility::Front && !is_end(process, step));
    let bad =
        all().find(|step| own(step) && process.map.steps()[*step].kind == StepKind::End { good: false });
    let scenario = |name: &str, reason: &str, channel: &str, steps: Vec<String>| Scenario {
        name: name.to_owned(),
        reason: Some(reason.to_owned()),
        channel: Some(channel.to_owned()),
        steps,
    };
    let way: Vec<String> = all().filter(|step| own(step) && !is_end(process, *step)).map(id).collect();
    let channels = ["phone", "web", "shop"];
    let mut scenarios: Vec<Scenario> = process
        .says
        .iter()
        .zip(channels)
        .map(|(name, channel)| scenario(name, "Come for it", channel, way.clone()))
        .collect();
    let asked: Vec<String> = front.map(id).into_iter().collect();
    scenarios.extend([
        scenario("How far is it?", "Ask how far it is", "phone", asked.clone()),
        scenario("Look up how far it is", "Ask how far it is", "web", Vec::new()),
        scenario("Another day, please", "Change what was agreed", "phone", asked),
        scenario("Change it without a call", "Change what was agreed", "web", Vec::new()),
        scenario("Not any longer, thank you", "Call it off", "phone", bad.map(id).into_iter().collect()),
    ]);
    scenarios
}

fn is_end(process: &Process, step: usize) -> bool {
    process.map.steps()[step].kind.is_end()
}

fn step_of(process: &Process, step: usize) -> StepExtension {
    let is_meeting = matches!(line(process, step), Visibility::Customer | Visibility::Front);
    let lane = &process.map.lanes()[process.map.steps()[step].lane];
    let name = &process.map.steps()[step].name;
    let is_check = CHECKS.iter().any(|word| name.starts_with(word));
    let is_work = !is_end(process, step) && lane.visibility != Visibility::Customer;
    let is_good_end = process.map.steps()[step].kind == StepKind::End { good: true };
    StepExtension {
        line: None,
        phase: Some(phase(process, step).to_owned()),
        channel: channel(process, step).map(str::to_owned),
        promise: is_good_end.then(|| process.promise.terms.to_string()),
        owner: is_work.then(|| lane.name.clone()),
        value_adding: is_work.then_some(!is_check),
        good: None,
        cost: cost(process, step),
        times: times(process, step),
        emotions: wanted(process, step),
        failures: failures(process, step),
        scores: if is_meeting && !is_end(process, step) { others(process, step) } else { Vec::new() },
        ideas: ideas(process, step),
    }
}

/// The part of the customer's way: until the provider begins to work behind the scene, until it is done, and what comes of it.
fn phase(process: &Process, step: usize) -> &'static str {
    let steps = 0..process.map.steps().len();
    let first_work = steps.into_iter().find(|&step| line(process, step) > Visibility::Front);
    let words = match process.case_type.as_str() {
        "order" => ["Wish", "Delivery", "In use"],
        "fault" => ["Report", "Repair", "Working again"],
        _ => ["Request", "Handling", "Result"],
    };
    let place = match first_work {
        _ if is_end(process, step) => 2,
        Some(work) if step >= work => 1,
        _ => 0,
    };
    words[place]
}

fn channel(process: &Process, step: usize) -> Option<&'static str> {
    let lane = &process.map.lanes()[process.map.steps()[step].lane];
    let front = process.map.lanes().iter().find(|lane| lane.visibility == Visibility::Front);
    let of_front = |name: &str| {
        [("app", "app"), ("Web", "web"), ("Shop", "shop"), ("manager", "visit"), ("Street", "visit")]
            .into_iter()
            .find(|(word, _)| name.contains(word))
            .map_or("phone", |(_, channel)| channel)
    };
    match lane.visibility {
        Visibility::Customer if step == 0 => front.map(|lane| of_front(&lane.name)),
        Visibility::Customer if !is_end(process, step) => Some("web"),
        Visibility::Front => Some(of_front(&lane.name)),
        Visibility::Back if lane.name.contains("Field") => Some("visit"),
        Visibility::Partner if lane.name.contains("Courier") => Some("post"),
        _ => None,
    }
}

/// Work as the provider assumes it: most of the hours at a step are waiting.
fn times(process: &Process, step: usize) -> Times {
    if is_end(process, step) {
        return Times::default();
    }
    let hours = process.work[step].0;
    let (least_min, share) = match line(process, step) {
        Visibility::Customer => (5.0, 0.0),
        Visibility::Front => (8.0, 0.2),
        Visibility::Back => (15.0, 0.12),
        Visibility::System => (1.0, 0.02),
        Visibility::Partner => (30.0, 0.15),
    };
    let process_s = (hours * share * 3_600.0).max(least_min * 60.0).round();
    let again: u32 = process
        .work
        .iter()
        .enumerate()
        .filter(|&(from, _)| from >= step)
        .flat_map(|(_, (_, ways))| ways.iter().filter(|way| way.0 == step).map(|way| way.1))
        .sum();
    Times {
        process_s: Some(process_s),
        waiting_s: Some((hours * 3_600.0 - process_s).max(0.0).round()),
        accurate_percent: Some(f64::from(100 - again.min(90))),
    }
}

/// What an hour of work costs, by who does it.
fn cost(process: &Process, step: usize) -> Option<Money> {
    let cents_an_hour = match line(process, step) {
        Visibility::Customer => return None,
        Visibility::Front => 3_400.0,
        Visibility::Back => 4_200.0,
        Visibility::System => 300.0,
        Visibility::Partner => 5_500.0,
    };
    let process_s = times(process, step).process_s?;
    let minor_units = (process_s / 3_600.0 * cents_an_hour).round() as i64;
    Some(Money { minor_units, currency: "EUR".to_owned() })
}

fn wanted(process: &Process, step: usize) -> Vec<Emotion> {
    let felt: &[(&str, f64)] = match (line(process, step), process.map.steps()[step].kind) {
        (_, StepKind::End { good: false }) => &[("valued", 4.0)],
        (_, StepKind::End { good: true }) => &[("happy", 7.0), ("pleased", 7.0), ("trusting", 6.0)],
        (Visibility::Customer, StepKind::Start) => &[("interesting", 5.0), ("trusting", 4.0)],
        (Visibility::Customer, _) => &[("safe", 6.0), ("focused", 4.0)],
        (Visibility::Front, _) => &[("valued", 7.0), ("cared-for", 6.0), ("trusting", 5.0)],
        _ => &[("safe", 5.0), ("trusting", 5.0)],
    };
    felt.iter().map(|&(name, strength)| Emotion { name: name.to_owned(), strength }).collect()
}

fn failures(process: &Process, step: usize) -> Vec<FailurePoint> {
    let mut points = Vec::new();
    let name = &process.map.steps()[step].name;
    let mut add = |what: String, severity, occurrence, detection| {
        points.push(FailurePoint { what, severity, occurrence, detection });
    };
    let back = process.work[step].1.iter().find(|&&(to, _)| to <= step);
    if let Some(&(to, percent)) = back {
        let occurrence = (percent / 3).clamp(2, 9) as u8;
        add(
            format!("Not right the first time: back to “{}”", process.map.steps()[to].name),
            6,
            occurrence,
            4,
        );
    }
    let lane = &process.map.lanes()[process.map.steps()[step].lane];
    if !is_end(process, step) && lane.visibility == Visibility::Partner {
        add(format!("{}: later than agreed", lane.name), 7, 5, 6);
    }
    if lane.name.contains("Field") && name.starts_with(['I', 'B', 'R', 'M', 'L']) {
        add("A cable is left open, somebody could stumble".to_owned(), 9, 1, 3);
    }
    points
}

/// Scores from 0 to 10 of the two competitors, one of whom is quicker and less friendly.
fn others(process: &Process, step: usize) -> Vec<CompetitorScore> {
    let chance = |salt: usize| {
        let mark = process
            .key
            .as_str()
            .bytes()
            .fold(step * 31 + salt, |sum, byte| sum * 7 % 9_973 + usize::from(byte));
        (mark % 100) as f64 / 100.0
    };
    let score = |at: usize, mean: f64| CompetitorScore {
        competitor: COMPETITORS[at].to_owned(),
        score: ((mean + chance(at)) * 100.0).round() / 100.0,
        source: Some(SURVEY.to_owned()),
        n: Some(40 + (chance(at + 2) * 80.0) as u32),
        deviation: Some(((1.9 + chance(at + 4) * 0.6) * 100.0).round() / 100.0),
    };
    let is_own = line(process, step) == Visibility::Customer;
    vec![score(0, if is_own { 7.4 } else { 6.2 }), score(1, 6.6)]
}

fn ideas(process: &Process, step: usize) -> Vec<String> {
    let longest = (0..process.work.len())
        .filter(|&step| line(process, step) > Visibility::Front)
        .max_by(|&a, &b| process.work[a].0.total_cmp(&process.work[b].0));
    let mut ideas = Vec::new();
    if longest == Some(step) {
        ideas.push("Tell the customer the day before it is due".to_owned());
    }
    let comes_back = process
        .work
        .iter()
        .enumerate()
        .any(|(from, (_, ways))| from > step && ways.iter().any(|&(to, _)| to == step));
    if comes_back && line(process, step) == Visibility::Customer {
        ideas.push("Check while it is typed, so that nobody asks twice".to_owned());
    }
    ideas
}

#[cfg(test)]
mod tests {
    use super::super::Organisation;
    use bpmn::view::{failures, scenarios, streamline, usual_way};

    #[test]
    fn every_process_has_something_for_every_view() {
        let now = "2026-11-21T12:00:00Z".parse().unwrap();
        for process in &Organisation::new(1, now).processes {
            let blueprint = process.blueprint();
            let said = blueprint.steps();
            let key = process.key.as_str();
            assert!(said.iter().all(|step| step.phase.is_some() && !step.emotions.is_empty()), "{key}");
            assert!(said.iter().any(|step| step.channel.is_some()), "{key}");
            assert!(said.iter().any(|step| !step.scores.is_empty()), "{key}");
            let holes = scenarios::coverage(&blueprint).iter().filter(|found| found.is_hole()).count();
            assert!((1..=5).contains(&holes), "{key}: {holes}");
            assert!(!streamline::places(&blueprint).is_empty(), "{key}");
            let way = usual_way(&process.map, &[]);
            assert!(way.len() > 2 && way.iter().any(|&step| said[step].times.process_s.is_some()), "{key}");
            let rated = failures::ranked(&blueprint);
            assert!(rated.iter().all(|ranked| (1..=10).contains(&ranked.point.occurrence)), "{key}");
        }
    }
}
