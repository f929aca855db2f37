//! The text of small pictures, and that data stays data in it.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use chart::bars::{Bar, Bars, Lie};
use chart::compare::{Compare, Pair, Side};
use chart::dots::{Dots, Row};
use chart::map::{
    Curve, Direction, FlowFigures, Frame, MapText, Mark, Rung, Spot, StepFigures, Stroke, Track, Values, Word,
};
use chart::series::{Point, Series};
use chart::{Caption, Estimate, Reference, Svg, Tone, bars, compare, dots, map, series};

/// Names and numbers that try to be more than text.
const EVIL: &str = "<script>alert(1)</script>\"'&\u{0}\u{1b}";

fn caption(text: &str) -> Caption {
    Caption { title: text.into(), desc: format!("What {text} shows.") }
}

fn estimate(value: f64) -> Estimate {
    Estimate { value, low: value - 0.25, high: value + 0.25 }
}

fn shop_map(word: &str, direction: Direction) -> Svg {
    let lane = |id: &str, visibility| Lane { id: id.into(), name: format!("{id} {word}"), visibility };
    let step = |id: &str, lane, kind| Step { id: id.into(), name: format!("{id} {word}"), lane, kind };
    let map = CustomerMap::new(
        vec![lane("Buyer", Visibility::Customer), lane("Store", Visibility::Back)],
        vec![
            step("In", 0, StepKind::Start),
            step("Order", 0, StepKind::Step),
            step("Send", 1, StepKind::Step),
            step("Kept", 0, StepKind::End { good: true }),
            step("Lost", 1, StepKind::End { good: false }),
        ],
        [(0, 1), (1, 2), (2, 3), (2, 4), (2, 1), (1, 1)].map(|(from, to)| Flow { from, to }).to_vec(),
    )
    .expect("a valid map");
    let steps: Vec<StepFigures> = [10.0, 10.0, 9.0, 6.0, 2.0]
        .map(|cases: f64| StepFigures {
            headline: format!("{cases} {word}"),
            detail: vec![format!("median 2\u{a0}d {word}")],
            weight: cases / 10.0,
        })
        .to_vec();
    let flows: Vec<FlowFigures> = [10.0, 9.0, 6.0, 2.0, 1.0, 1.0]
        .map(|cases: f64| FlowFigures { label: format!("{cases}{word}"), weight: cases })
        .to_vec();
    let text = MapText {
        caption: caption(&format!("map {word}")),
        line_interaction: format!("interaction {word}"),
        line_visibility: format!("visibility {word}"),
        line_internal: format!("internal {word}"),
    };
    map::draw(&map, &steps, &flows, &text, direction)
}

fn scores(word: &str) -> Svg {
    let point = |label: &str, value: Option<f64>, n: u64| Point {
        label: format!("{label}{word}"),
        estimate: value.map(estimate),
        value_label: format!("{value:?}{word}"),
        n,
        n_label: format!("n = {n}{word}"),
    };
    let series = Series {
        caption: caption(&format!("series {word}")),
        points: vec![
            point("Jan", Some(3.5), 10),
            point("Feb", Some(4.0), 40),
            point("Mar", None, 0),
            point("Apr", Some(3.0), 20),
        ],
        reference: Some(Reference { value: 3.6, label: format!("all 3.6{word}") }),
        range: None,
        n_head: format!("n{word}"),
    };
    series::draw(&series, &|value| format!("{value:.1}{word}"), 360.0)
}

fn states(word: &str) -> Svg {
    let row = |label: &str, value, tone| Row {
        label: format!("{label}{word}"),
        estimate: Some(estimate(value)),
        value_label: format!("{value:.1}{word}"),
        n_label: format!("12{word}"),
        tone,
    };
    let dots = Dots {
        caption: caption(&format!("dots {word}")),
        rows: vec![
            row("North", 2.0, Tone::Bad),
            row("South", 3.0, Tone::Plain),
            row("West", 4.5, Tone::Good),
        ],
        reference: Some(Reference { value: 3.2, label: format!("all 3.2{word}") }),
        range: Some((1.0, 5.0)),
        value_head: format!("mean{word}"),
        n_head: format!("n{word}"),
    };
    dots::draw(&dots, &|value| format!("{value:.0}{word}"), 360.0)
}

fn money(word: &str, lie: Lie) -> Svg {
    let bar = |label: &str, value: f64, tone| Bar {
        label: format!("{label}{word}"),
        value,
        value_label: if value.is_nan() { String::new() } else { format!("{value}{word}") },
        tone,
    };
    let bars = Bars {
        caption: caption(&format!("bars {word}")),
        bars: vec![
            bar("Jan", 120.0, Tone::Plain),
            bar("Feb", -30.0, Tone::Bad),
            bar("Mar", f64::NAN, Tone::Plain),
        ],
        lie,
    };
    bars::draw(&bars, &|value| format!("{value:.0}{word}"), 360.0)
}

fn late(word: &str) -> Svg {
    let side = |label: &str, value| Side {
        label: format!("{label}{word}"),
        estimate: estimate(value),
        value_label: format!("{value}{word}"),
    };
    let compare = Compare {
        caption: caption(&format!("compare {word}")),
        pairs: vec![Pair {
            label: format!("Late?{word}"),
            from: side("no", 4.25),
            to: side("yes", 2.5),
            difference_label: format!("−1.75{word}"),
            tone: Tone::Bad,
        }],
        reference: Some(Reference { value: 4.0, label: format!("all 4.0{word}") }),
        range: Some((1.0, 5.0)),
    };
    compare::draw(&compare, &|value| format!("{value:.0}{word}"), 360.0)
}

fn every(word: &str) -> Vec<(&'static str, Svg)> {
    vec![
        ("map_wide", shop_map(word, Direction::LeftToRight)),
        ("map_tall", shop_map(word, Direction::TopToBottom)),
        ("series", scores(word)),
        ("dots", states(word)),
        ("bars_standing", money(word, Lie::Standing)),
        ("bars_lying", money(word, Lie::Lying)),
        ("compare", late(word)),
    ]
}

#[test]
fn pictures_stay_as_they_were_looked_at() {
    for (name, svg) in every("") {
        insta::assert_snapshot!(name, svg.to_string());
    }
}

#[test]
fn data_stays_text() {
    for (name, svg) in every(EVIL) {
        for text in [svg.to_string(), svg.to_document()] {
            assert!(!text.contains("<script"), "{name}");
            assert!(text.contains("&lt;script&gt;alert(1)"), "{name} does not show its text");
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{name}");
            assert_eq!(text.matches('<').count(), text.matches('>').count(), "{name}");
        }
    }
}

#[test]
fn every_picture_has_a_name_and_a_description() {
    for (name, svg) in every("") {
        let text = svg.to_string();
        assert!(
            text.contains("role=\"img\"") && text.contains("<title>") && text.contains("<desc>What "),
            "{name}"
        );
        assert!(!text.contains("NaN") && !text.contains("inf\""), "{name}");
        assert!(!svg.to_document().contains("var("), "{name}");
        assert!(svg.to_document().starts_with("<?xml"), "{name}");
    }
}

#[test]
fn empty_charts_are_drawn_too() {
    let tick = |value: f64| value.to_string();
    for width in [f64::NAN, -5.0, 0.0, 240.0, 1e9] {
        for svg in [
            series::draw(&Series::default(), &tick, width),
            dots::draw(&Dots::default(), &tick, width),
            bars::draw(&Bars::default(), &tick, width),
            bars::draw(&Bars { lie: Lie::Lying, ..Bars::default() }, &tick, width),
            compare::draw(&Compare::default(), &tick, width),
        ] {
            assert!(svg.width() >= 240.0 && svg.height().is_finite());
            assert!(!svg.to_string().contains("NaN"));
        }
    }
}

/// The least and the greatest x of the vertical lines of an axis.
fn plot(svg: &str) -> (f64, f64) {
    let lines = svg.lines().filter_map(|line| line.strip_prefix("<line class=\"rule\" x1=\""));
    let x = lines.filter_map(|line| line.split('"').next()?.parse::<f64>().ok());
    x.fold((f64::INFINITY, 0.0), |(low, high), x| (f64::min(low, x), f64::max(high, x)))
}

#[test]
fn long_names_leave_the_dots_their_room() {
    let row = |label: &str| Row {
        label: label.into(),
        estimate: Some(estimate(3.0)),
        value_label: "3.00".into(),
        n_label: "1,204".into(),
        tone: Tone::Plain,
    };
    let dots = Dots {
        rows: vec![row("Категория товаров с длинным названием"), row("North")],
        range: Some((1.0, 5.0)),
        ..Dots::default()
    };
    let svg = dots::draw(&dots, &|value| format!("{value:.1}"), 350.0).to_string();
    let (low, high) = plot(&svg);
    assert!(high - low > 200.0, "{low} to {high}");
    assert!(svg.contains(">Категория товаров с длинным названием</text>"), "{svg}");
}

#[test]
fn values_of_a_comparison_stand_beside_the_plot() {
    for width in [320.0, 640.0] {
        let side = |value| Side {
            label: "In time".into(),
            estimate: estimate(value),
            value_label: "4.28 · n = 4,814".into(),
        };
        let compare = Compare {
            pairs: vec![Pair {
                label: String::new(),
                from: side(4.0),
                to: side(3.0),
                difference_label: "−1".into(),
                tone: Tone::Bad,
            }],
            range: Some((1.0, 5.0)),
            ..Compare::default()
        };
        let svg = compare::draw(&compare, &|value| value.to_string(), width).to_string();
        // No letter is narrower than a quarter of its height.
        assert!(plot(&svg).1 < width - 16.0 * 3.0, "{svg}");
        assert!(svg.contains("class=\"whisker bad\""));
    }
}

fn framed(word: &str) -> Svg {
    let lane = |id: &str, visibility| Lane { id: id.into(), name: format!("{id} {word}"), visibility };
    let step = |id: &str, lane, kind| Step { id: id.into(), name: format!("{id} {word}"), lane, kind };
    let map = CustomerMap::new(
        vec![lane("Buyer", Visibility::Customer), lane("Store", Visibility::Back)],
        vec![
            step("Order", 0, StepKind::Start),
            step("Pack", 1, StepKind::Step),
            step("Kept", 0, StepKind::End { good: true }),
            step("Lost", 1, StepKind::End { good: false }),
        ],
        [(0, 1), (1, 2), (1, 3)].map(|(from, to)| Flow { from, to }).to_vec(),
    )
    .expect("a valid map");
    let said = |text: &str, is_assumed| Word {
        text: format!("{text}{word}"),
        tone: if is_assumed { Tone::Bad } else { Tone::Plain },
        link: format!("/cases?q={word}"),
        is_assumed,
    };
    let spot = |value: f64, spread: f64, mark| {
        Some(Spot {
            estimate: Estimate { value, low: value - spread, high: value + spread },
            label: format!("{value}{word}"),
            told: format!("{value}, n = 3{word}"),
            link: String::new(),
            mark,
        })
    };
    let curve = |stroke, spots| Curve { stroke, spots };
    let rung = |waiting: &str| {
        Some(Rung { waiting: format!("{waiting}{word}"), work: format!("5 min{word}"), ..Rung::default() })
    };
    let tracks = vec![
        Track {
            name: format!("Channel{word}"),
            values: Values::Words(vec![vec![said("web", true)], vec![], vec![said("post", false)], vec![]]),
        },
        Track {
            name: format!("Emotion{word}"),
            values: Values::Curves {
                curves: vec![
                    curve(
                        Stroke::Wanted,
                        vec![spot(1.0, 0.0, Mark::Plain), None, spot(2.0, 0.0, Mark::Plain)],
                    ),
                    curve(
                        Stroke::Measured,
                        vec![
                            spot(0.5, 0.2, Mark::Attention),
                            spot(-1.0, 0.5, Mark::Destroying),
                            spot(1.0, 0.1, Mark::Advocacy),
                            spot(f64::NAN, 0.1, Mark::Recommendation),
                        ],
                    ),
                    curve(Stroke::Other, vec![None, spot(0.0, 0.4, Mark::Plain)]),
                ],
                level: Some(0.0),
            },
        },
        Track {
            name: format!("Times{word}"),
            values: Values::Ladder(vec![None, rung("2 d"), rung("1 h"), None]),
        },
    ];
    let frame = Frame {
        headings: ["Wish", "Wish", "Use", ""].map(|name| format!("{name}{word}")).to_vec(),
        links: vec![format!("/steps#{word}")],
        tracks,
    };
    map::draw_framed(&map, &[], &[], &MapText { caption: caption(word), ..MapText::default() }, &frame)
}

#[test]
fn a_framed_map_has_headings_and_tracks_in_line_with_its_columns() {
    let svg = framed("").to_string();
    insta::assert_snapshot!(svg);
    assert!(svg.contains("role=\"group\""), "what has links in it is no image");
    assert!(!framed(EVIL).to_string().contains("<script>"));
}
