//! What each element of a map does, told by the rows of a log.

use super::desk::{map_of, net, options};
use sim::{LogRow, LogSink, Progress, Report, Scenario};

/// `activity start-end` of each row.
#[derive(Default)]
struct Told(Vec<String>);

impl LogSink for Told {
    fn row(&mut self, row: &LogRow<'_>) {
        self.0.push(format!("{}:{} {}-{}", row.case, row.activity, row.start_s, row.end_s));
    }
}

fn tell(map: &str, scenario: &str, cases: u64) -> (Vec<String>, Report) {
    let mut told = Told::default();
    let scenario = Scenario::from_toml(scenario).unwrap();
    let report =
        sim::run(&net(map), &scenario, &options(cases, 1), &Progress::default(), Some(&mut told)).unwrap();
    (told.0, report)
}

/// A process from elements and flows `from>to`, the flow named by both.
fn process(elements: &str, flows: &str) -> String {
    let flows: String = flows
        .split_whitespace()
        .map(|flow| {
            let (from, to) = flow.split_once('>').unwrap();
            format!("<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
        })
        .collect();
    map_of(&format!("<process id=\"p\">{elements}{flows}</process>"))
}

const ARRIVALS: &str = "[arrivals]\nevery = 1000\n";

#[test]
fn a_customer_who_gives_up_waiting_goes_another_way() {
    let map = process(
        "<startEvent id='s'/><task id='t'/><boundaryEvent id='b' attachedToRef='t'><timerEventDefinition>\
         <timeDuration>PT1M</timeDuration></timerEventDefinition></boundaryEvent><task id='u'/><endEvent id='e'/>",
        "s>t t>e b>u u>e",
    );
    let scenario = "[arrivals]\nevery = 10\n[pools.a]\ncount = 1\n[tasks]\nt = { by = 'a', time = 100 }\nu = { time = 5 }\n";
    let (rows, _) = tell(&map, scenario, 2);
    // Both are interrupted after a minute, the first while it is worked at; work done so far stays in the log.
    assert_eq!(rows, ["0:t 0-60", "0:u 60-65", "1:t 60-70", "1:u 70-75"]);
    let waiting_only = format!("{scenario}[events.b]\nafter = 60\nonly_waiting = true\n");
    let (rows, _) = tell(&map, &waiting_only, 2);
    assert_eq!(rows, ["1:u 70-75", "0:t 0-100"]);
}

#[test]
fn an_event_based_gateway_takes_what_comes_first() {
    let map = process(
        "<startEvent id='s'/><eventBasedGateway id='g'/>\
         <intermediateCatchEvent id='x'><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></intermediateCatchEvent>\
         <intermediateCatchEvent id='y'><messageEventDefinition/></intermediateCatchEvent>\
         <task id='late'/><task id='answered'/><endEvent id='e'/>",
        "s>g g>x g>y x>late y>answered late>e answered>e",
    );
    let scenario = |after: u32| {
        format!(
            "{ARRIVALS}[events]\ny = {{ after = {after} }}\n[tasks]\nlate = {{ time = 1 }}\nanswered = {{ time = 1 }}\n"
        )
    };
    assert_eq!(tell(&map, &scenario(299), 1).0, ["0:answered 299-300"]);
    let (rows, report) = tell(&map, &scenario(301), 1);
    assert_eq!(rows, ["0:late 300-301"]);
    assert_eq!((report.idle_time_s.mean, report.cycle_time_s.mean), (Some(300.0), Some(1.0)));
}

#[test]
fn an_inclusive_join_waits_for_what_can_still_come() {
    let map = process(
        "<startEvent id='s'/><inclusiveGateway id='g'/><task id='a'/><task id='b'/><task id='c'/><inclusiveGateway id='j'/><task id='z'/><endEvent id='e'/>",
        "s>g g>a g>b g>c a>j b>j c>j j>z z>e",
    );
    let scenario = format!(
        "{ARRIVALS}[tasks]\na = {{ time = 10 }}\nb = {{ time = 30 }}\nc = {{ time = 50 }}\nz = {{ time = 1 }}\n\
         [gateways.g]\n'g-a' = 1\n'g-b' = 1\n'g-c' = 0\n[gateways.j]\n'j-z' = 1\n"
    );
    assert_eq!(tell(&map, &scenario, 1).0, ["0:a 0-10", "0:b 0-30", "0:z 30-31"]);
}

#[test]
fn terminate_ends_all_and_an_error_is_caught_on_the_border() {
    let ended = process(
        "<startEvent id='s'/><parallelGateway id='g'/><task id='a'/><task id='b'/><endEvent id='stop'><terminateEventDefinition/></endEvent><endEvent id='e'/>",
        "s>g g>a g>b a>stop b>e",
    );
    let scenario = format!("{ARRIVALS}[tasks]\na = {{ time = 10 }}\nb = {{ time = 30 }}\n");
    let (rows, report) = tell(&ended, &scenario, 1);
    assert_eq!(rows, ["0:a 0-10", "0:b 0-10"]);
    assert_eq!(report.elapsed_time_s.mean, Some(10.0));
    let caught = process(
        "<startEvent id='s'/><subProcess id='sub'><startEvent id='s2'/><task id='a'/><endEvent id='fail'><errorEventDefinition/></endEvent>\
         <sequenceFlow id='i' sourceRef='s2' targetRef='a'/><sequenceFlow id='j' sourceRef='a' targetRef='fail'/></subProcess>\
         <boundaryEvent id='b' attachedToRef='sub'><errorEventDefinition/></boundaryEvent><task id='repair'/><task id='go'/><endEvent id='e'/>",
        "s>sub sub>go go>e b>repair repair>e",
    );
    let scenario =
        format!("{ARRIVALS}[tasks]\na = {{ time = 10 }}\nrepair = {{ time = 5 }}\ngo = {{ time = 1 }}\n");
    assert_eq!(tell(&caught, &scenario, 1).0, ["0:a 0-10", "0:repair 10-15"]);
}

#[test]
fn activities_are_repeated_one_after_the_other_or_together() {
    let map = |sequential: bool| {
        process(
            &format!(
                "<startEvent id='s'/><task id='t'><multiInstanceLoopCharacteristics isSequential='{sequential}'>\
                 <loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></task><endEvent id='e'/>"
            ),
            "s>t t>e",
        )
    };
    let scenario = format!("{ARRIVALS}[tasks]\nt = {{ time = 10 }}\n");
    assert_eq!(tell(&map(true), &scenario, 1).0, ["0:t 0-10", "0:t 10-20", "0:t 20-30"]);
    assert_eq!(tell(&map(false), &scenario, 1).0, ["0:t 0-10", "0:t 0-10", "0:t 0-10"]);
    let twice = format!("{scenario}[repeats]\nt = 2\n");
    assert_eq!(tell(&map(true), &twice, 1).0.len(), 2);
}

#[test]
fn customer_and_organisation_exchange_messages() {
    let map = map_of(
        "<collaboration id='c'><participant id='pc' processRef='customer'/><participant id='po' processRef='office'/>\
         <messageFlow id='m1' sourceRef='ask' targetRef='asked'/><messageFlow id='m2' sourceRef='answer' targetRef='answered'/></collaboration>\
         <process id='customer'><startEvent id='s'/><sendTask id='ask'/><intermediateCatchEvent id='answered'><messageEventDefinition/></intermediateCatchEvent>\
         <task id='read'/><endEvent id='e'/><sequenceFlow id='a' sourceRef='s' targetRef='ask'/><sequenceFlow id='b' sourceRef='ask' targetRef='answered'/>\
         <sequenceFlow id='c1' sourceRef='answered' targetRef='read'/><sequenceFlow id='d1' sourceRef='read' targetRef='e'/></process>\
         <process id='office'><startEvent id='asked'><messageEventDefinition/></startEvent><task id='work'/>\
         <endEvent id='answer'><messageEventDefinition/></endEvent><sequenceFlow id='f' sourceRef='asked' targetRef='work'/>\
         <sequenceFlow id='g' sourceRef='work' targetRef='answer'/></process>",
    );
    let scenario =
        format!("{ARRIVALS}[tasks]\nask = {{ time = 10 }}\nwork = {{ time = 100 }}\nread = {{ time = 5 }}\n");
    let (rows, report) = tell(&map, &scenario, 2);
    assert_eq!(rows[..3], ["0:ask 0-10", "0:work 10-110", "0:read 110-115"]);
    assert_eq!((rows.len(), report.unfinished.mean), (6, Some(0.0)));
}

#[test]
fn work_rests_after_hours_and_cases_with_priority_come_first() {
    let map = process("<startEvent id='s'/><task id='t'/><endEvent id='e'/>", "s>t t>e");
    // Time starts on Monday at nine.
    let scenario = "[calendars]\nday = 'mon-fri 09:00-17:00'\n[pools.a]\ncount = 1\ncalendar = 'day'\n\
                    [arrivals]\nevery = '1m'\n[tasks]\nt = { by = 'a', time = '6h' }\n";
    let (rows, report) = tell(&map, scenario, 2);
    assert_eq!(rows, ["0:t 0-21600", "1:t 21600-100800"]);
    assert_eq!(report.idle_time_s.max, Some(57_600.0));
    let urgent = "[pools.a]\ncount = 1\n[arrivals]\nevery = 1\n[tasks]\nt = { by = 'a', time = 10 }\n\
                  [attributes]\nkind = { urgent = 0.5, usual = 0.5 }\n[[priorities]]\nlevel = 1\nwhen = { kind = 'urgent' }\n";
    let (rows, _) = tell(&map, urgent, 40);
    let order: Vec<u64> = rows.iter().map(|row| row.split(':').next().unwrap().parse().unwrap()).collect();
    assert!(
        order.windows(2).filter(|pair| pair[0] > pair[1]).count() == 1,
        "two runs in order of coming: {order:?}"
    );
}
