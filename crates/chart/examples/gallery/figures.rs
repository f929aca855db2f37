//! Values for the charts: review scores, lateness and compensation of the shop.

use crate::shop::thousands;
use chart::bars::{Bar, Bars, Lie};
use chart::compare::{Compare, Pair, Side};
use chart::dots::{Dots, Row};
use chart::series::{Point, Series};
use chart::{Caption, Estimate, Reference, Tone};

const MONTHS: [(&str, f64, u32); 20] = [
    ("Jan 2017", 3.62, 66),
    ("Feb 2017", 3.51, 142),
    ("Mar 2017", 3.44, 221),
    ("Apr 2017", 3.38, 198),
    ("May 2017", 3.52, 305),
    ("Jun 2017", 3.61, 270),
    ("Jul 2017", 3.55, 330),
    ("Aug 2017", 3.70, 355),
    ("Sep 2017", 3.58, 351),
    ("Oct 2017", 3.42, 388),
    ("Nov 2017", 2.71, 640),
    ("Dec 2017", 2.95, 480),
    ("Jan 2018", 3.10, 602),
    ("Feb 2018", 2.66, 561),
    ("Mar 2018", 2.60, 607),
    ("Apr 2018", 3.18, 580),
    ("May 2018", 3.41, 573),
    ("Jun 2018", 3.55, 512),
    ("Jul 2018", 3.60, 530),
    ("Aug 2018", 3.74, 514),
];

const STATES: [(&str, f64, u32); 27] = [
    ("São Paulo", 3.42, 3_481),
    ("Rio de Janeiro", 2.98, 1_066),
    ("Minas Gerais", 3.36, 968),
    ("Rio Grande do Sul", 3.31, 455),
    ("Paraná", 3.40, 419),
    ("Santa Catarina", 3.22, 302),
    ("Bahia", 2.88, 281),
    ("Distrito Federal", 3.29, 178),
    ("Espírito Santo", 3.18, 169),
    ("Goiás", 3.26, 168),
    ("Pernambuco", 3.05, 137),
    ("Ceará", 2.84, 111),
    ("Pará", 2.79, 81),
    ("Mato Grosso", 3.30, 75),
    ("Maranhão", 2.65, 62),
    ("Mato Grosso do Sul", 3.51, 59),
    ("Paraíba", 3.11, 44),
    ("Piauí", 2.95, 41),
    ("Rio Grande do Norte", 3.44, 40),
    ("Alagoas", 2.51, 34),
    ("Sergipe", 2.82, 29),
    ("Tocantins", 3.55, 23),
    ("Rondônia", 3.30, 21),
    ("Amazonas", 3.62, 12),
    ("Acre", 3.40, 7),
    ("Amapá", 3.83, 6),
    ("Roraima", 2.50, 4),
];

fn caption(title: &str, desc: &str) -> Caption {
    Caption { title: title.into(), desc: desc.into() }
}

fn estimate(value: f64, n: u32) -> Estimate {
    let half = 1.96 * 1.6 / f64::from(n).sqrt();
    Estimate { value, low: (value - half).max(1.0), high: (value + half).min(5.0) }
}

fn overall() -> Option<Reference> {
    Some(Reference { value: 3.27, label: "all reviews 3.27".into() })
}

pub(crate) fn months() -> Series {
    let point = |&(label, value, n): &(&str, f64, u32)| Point {
        label: label.into(),
        estimate: Some(estimate(value, n)),
        value_label: format!("{value:.2}"),
        n: u64::from(n),
        n_label: format!("n = {}", thousands(n)),
    };
    Series {
        caption: caption(
            "Review score by month",
            "The score fell to 2.6 in March 2018 and rose to 3.7 by August.",
        ),
        points: MONTHS.iter().map(point).collect(),
        reference: overall(),
        range: None,
        n_head: "reviews".into(),
    }
}

pub(crate) fn states() -> Dots {
    let row = |&(label, value, n): &(&str, f64, u32)| {
        let estimate = estimate(value, n);
        Row {
            label: label.into(),
            estimate: Some(estimate),
            value_label: format!("{value:.2}"),
            n_label: thousands(n),
            tone: if estimate.high < 3.27 {
                Tone::Bad
            } else if estimate.low > 3.27 {
                Tone::Good
            } else {
                Tone::Plain
            },
        }
    };
    Dots {
        caption: caption(
            "Review score by state",
            "Rio de Janeiro and Bahia lie below the mean, São Paulo above.",
        ),
        rows: STATES.iter().map(row).collect(),
        reference: overall(),
        range: Some((1.0, 5.0)),
        value_head: "mean".into(),
        n_head: "reviews".into(),
    }
}

pub(crate) fn compensation(lie: Lie) -> Bars {
    let bar = |label: &str, value: f64, tone| Bar {
        label: label.into(),
        value,
        value_label: format!("R$ {}", thousands(value as u32)),
        tone,
    };
    let bars = match lie {
        Lie::Standing => MONTHS
            .iter()
            .map(|&(label, score, n)| {
                let value = (4.2 - score).max(0.1) * f64::from(n) * 3.1;
                bar(label, value, if value > 2_500.0 { Tone::Bad } else { Tone::Plain })
            })
            .collect(),
        Lie::Lying => {
            STATES[..9].iter().map(|&(label, _, n)| bar(label, f64::from(n) * 1.7, Tone::Plain)).collect()
        }
    };
    Bars {
        caption: caption("Compensation owed", "Most was owed in November 2017 and March 2018."),
        bars,
        lie,
    }
}

pub(crate) fn lateness() -> Compare {
    let side = |label: &str, value: f64, half: f64, value_label: &str| Side {
        label: label.into(),
        estimate: Estimate { value, low: value - half, high: value + half },
        value_label: value_label.into(),
    };
    let pairs = vec![
        Pair {
            label: "Delivered by the promised date?".into(),
            from: side("In time", 4.280, 0.032, "4.28 · n = 4,814"),
            to: side("Late", 2.498, 0.157, "2.50 · n = 418"),
            difference_label: "−1.78 (−1.94 to −1.62)".into(),
            tone: Tone::Bad,
        },
        Pair {
            label: "If half of the late orders came in time".into(),
            from: side("Today", 4.138, 0.035, "4.14"),
            to: side("Then", 4.209, 0.034, "4.21"),
            difference_label: "+0.07 (+0.06 to +0.08)".into(),
            tone: Tone::Good,
        },
    ];
    Compare {
        caption: caption("Lateness and the review score", "Late orders score 1.78 lower."),
        pairs,
        reference: None,
        range: Some((1.0, 5.0)),
    }
}
