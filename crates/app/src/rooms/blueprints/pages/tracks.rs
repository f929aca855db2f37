//! What stands in the tracks under a map, step by step; the same for the drawing and for the list of steps.

use super::drawing::Cut;
use crate::rooms::blueprints::known::Known;
use crate::rooms::feedback::{Cluster, Emotions};
use crate::web::Say;
use bpmn::extension::{CompetitorScore, StepExtension};
use bpmn::view::Track;
use bpmn::view::failures::SEVERE;
use chart::map::{Curve, Mark, Rung, Spot, Stroke, Values, Word};
use chart::{Estimate, Tone};
use language::Value;
use measure::{Feelings, Interval, Moments, net_emotional_value};
use std::collections::BTreeMap;

/// Share of repetitions from which on it is a pain.
const OFTEN: f64 = 0.1;

/// The tracks with their values, by step of the whole map.
pub struct Tracks {
    tracks: Vec<(Track, String, Of)>,
}

/// The values of a track.
enum Of {
    Words(Vec<Vec<Word>>),
    Curves(Vec<(String, Stroke, Vec<Option<Spot>>)>, Option<f64>),
    Ladder(Vec<Option<Rung>>),
}

/// A value in the list of steps.
pub struct Told {
    /// What it is.
    pub name: String,
    /// Where it leads; nowhere, if empty.
    pub link: String,
    /// What it says.
    pub text: String,
    /// Whether it was assumed.
    pub is_assumed: bool,
}

impl Tracks {
    /// Those that were chosen. `promises` are names by key.
    pub fn of(known: &Known, chosen: &[Track], promises: &BTreeMap<String, String>, say: &Say) -> Self {
        let said = known.blueprint().steps();
        let words = |of: &dyn Fn(usize, &StepExtension) -> Vec<Word>| {
            Of::Words(said.iter().enumerate().map(|(step, said)| of(step, said)).collect())
        };
        let one = |text: Option<&String>| text.map(|text| assumed(text)).into_iter().collect();
        let of = |track: Track| match track {
            Track::Channel => words(&|_, said| one(said.channel.as_ref())),
            Track::Owners => words(&|_, said| one(said.owner.as_ref())),
            Track::Ideas => words(&|_, said| said.ideas.iter().map(|idea| assumed(idea)).collect()),
            Track::Promises => {
                words(&|_, said| one(said.promise.as_ref().map(|key| promises.get(key).unwrap_or(key))))
            }
            Track::Pains => words(&|step, said| pains(known, step, said, say)),
            Track::Emotion => emotion(known, say),
            Track::Scores => scores(known, say),
            Track::Times => Of::Ladder(ladder(known, say)),
        };
        let named = |&track: &Track| (track, say.of("track-", track.as_str()), of(track));
        Self { tracks: chosen.iter().map(named).collect() }
    }

    /// As they stand under the part of the map that is shown.
    pub fn drawn(&self, cut: &Cut) -> Vec<chart::map::Track> {
        let pick = |values: &[Option<Spot>]| -> Vec<Option<Spot>> {
            cut.steps.iter().map(|origin| origin.and_then(|step| values[step].clone())).collect()
        };
        let values = |of: &Of| match of {
            Of::Words(words) => Values::Words(
                cut.steps
                    .iter()
                    .map(|origin| origin.map_or_else(Vec::new, |step| words[step].clone()))
                    .collect(),
            ),
            Of::Curves(curves, level) => Values::Curves {
                curves: curves
                    .iter()
                    .map(|(_, stroke, spots)| Curve { stroke: *stroke, spots: pick(spots) })
                    .collect(),
                level: *level,
            },
            Of::Ladder(rungs) => Values::Ladder(
                cut.steps.iter().map(|origin| origin.and_then(|step| rungs[step].clone())).collect(),
            ),
        };
        self.tracks
            .iter()
            .map(|(_, name, of)| chart::map::Track { name: name.clone(), values: values(of) })
            .collect()
    }

    /// What they say of a step of the whole map.
    pub fn told(&self, step: usize) -> Vec<Told> {
        let mut told = Vec::new();
        for (_, name, of) in &self.tracks {
            let mut tell = |name: &str, text: &str, link: &str, is_assumed| {
                let (name, text, link) = (name.to_owned(), text.to_owned(), link.to_owned());
                told.push(Told { name, link, text, is_assumed });
            };
            match of {
                Of::Words(words) => {
                    for word in &words[step] {
                        tell(name, &word.text, &word.link, word.is_assumed);
                    }
                }
                Of::Curves(curves, _) => {
                    for (curve, stroke, spots) in curves {
                        if let Some(spot) = &spots[step] {
                            let name = format!("{name}, {curve}");
                            tell(&name, &spot.told, &spot.link, *stroke == Stroke::Wanted);
                        }
                    }
                }
                Of::Ladder(rungs) => {
                    if let Some(rung) = &rungs[step] {
                        tell(name, &format!("{} + {}", rung.waiting, rung.work), &rung.link, rung.is_assumed);
                    }
                }
            }
        }
        told
    }
}

fn assumed(text: &str) -> Word {
    Word { text: text.to_owned(), is_assumed: true, ..Word::default() }
}

/// What may go wrong by hand, and what does by data.
fn pains(known: &Known, step: usize, said: &StepExtension, say: &Say) -> Vec<Word> {
    let key = &known.process.key;
    let by_hand = said.failures.iter().map(|point| Word {
        text: format!("{} · {}", point.what, say.with("track-rpn", "n", &point.rpn().to_string())),
        tone: if point.severity >= SEVERE { Tone::Bad } else { Tone::Plain },
        link: format!("/processes/{key}/failures"),
        is_assumed: true,
    });
    let figures = &known.figures.steps[step];
    let share = if figures.cases == 0 { 0.0 } else { figures.again as f64 / figures.cases as f64 };
    let again = (share >= OFTEN).then(|| Word {
        text: say.with("track-again", "share", &say.language.percent(share, 0)),
        tone: Tone::Bad,
        link: known.cases_at(step),
        is_assumed: false,
    });
    again.into_iter().chain(by_hand).collect()
}

/// A value with its interval in words, written by `number`.
fn interval(
    value: f64,
    range: Option<Interval>,
    n: u64,
    number: &dyn Fn(f64) -> String,
    say: &Say,
) -> String {
    let Some(range) = range else {
        let values = [("value", Value::from(number(value))), ("n", n.into())];
        return say.language.text_with("track-alone", &values);
    };
    let values = [
        ("value", Value::from(number(value))),
        ("low", number(range.low).into()),
        ("high", number(range.high).into()),
        ("n", n.into()),
    ];
    say.language.text_with("track-interval", &values)
}

fn emotion(known: &Known, say: &Say) -> Of {
    let link = format!("/processes/{}/emotions", known.process.key);
    let wanted = known.blueprint().steps().iter().map(|said| {
        (!said.emotions.is_empty()).then(|| {
            let value = wanted_value(said, &known.heard.emotions);
            Spot {
                estimate: Estimate { value, low: value, high: value },
                label: String::new(),
                told: say.language.signed(value, 1),
                link: String::new(),
                mark: Mark::Plain,
            }
        })
    });
    let measured = known.process.map.steps().iter().map(|step| {
        let felt = known.heard.felt.get(&step.id)?;
        let (value, range) = (felt.net().mean()?, felt.net().ci95());
        let Interval { low, high } = range.unwrap_or(Interval { low: value, high: value });
        Some(Spot {
            estimate: Estimate { value, low, high },
            label: say.language.signed(value, 1),
            told: interval(value, range, felt.n(), &|value| say.language.signed(value, 1), say),
            link: link.clone(),
            mark: mark(felt, &known.heard.emotions),
        })
    });
    Of::Curves(
        vec![
            (say.text("track-wanted"), Stroke::Wanted, wanted.collect()),
            (say.text("track-measured"), Stroke::Measured, measured.collect()),
        ],
        Some(0.0),
    )
}

/// The net emotional value of what is wanted at a step.
pub fn wanted_value(said: &StepExtension, emotions: &Emotions) -> f64 {
    let wanted = |name: &str| said.emotions.iter().find(|wanted| wanted.name == name);
    let strengths: Vec<f64> =
        emotions.iter().map(|emotion| wanted(&emotion.name).map_or(0.0, |wanted| wanted.strength)).collect();
    net_emotional_value(&emotions.clusters(), &strengths)
}

/// The shape of the cluster that is felt most strongly, emotion by emotion.
fn mark(felt: &Feelings, emotions: &Emotions) -> Mark {
    let strength = |cluster: Cluster| {
        let of = emotions.iter().enumerate().filter(|(_, emotion)| emotion.cluster == cluster);
        let means: Vec<f64> = of.filter_map(|(at, _)| felt.strength(at).mean()).collect();
        means.iter().sum::<f64>() / means.len().max(1) as f64
    };
    let most = Cluster::ALL.into_iter().max_by(|&a, &b| strength(a).total_cmp(&strength(b)));
    match most.unwrap_or(Cluster::Recommendation) {
        Cluster::Destroying => Mark::Destroying,
        Cluster::Attention => Mark::Attention,
        Cluster::Recommendation => Mark::Recommendation,
        Cluster::Advocacy => Mark::Advocacy,
    }
}

/// The interval around a competitor's score; none where it is not known how many answers spread how much.
pub fn around(score: &CompetitorScore) -> Option<Interval> {
    /// The normal distribution's, for 95 %: the answers themselves are not known.
    const Z: f64 = 1.96;
    let (n, deviation) = (score.n.filter(|&n| n > 1)?, score.deviation?);
    let half = Z * deviation / f64::from(n).sqrt();
    Some(Interval { low: score.score - half, high: score.score + half })
}

/// Ours and others' marks from 0 to 10.
fn scores(known: &Known, say: &Say) -> Of {
    let ours =
        known.process.map.steps().iter().map(|step| ours(known.heard.marks.get(&step.id)?, known, say));
    let mut curves = vec![(say.text("track-ours"), Stroke::Measured, ours.collect::<Vec<_>>())];
    for name in &known.blueprint().process.competitors {
        let theirs = known.blueprint().steps().iter().map(|said| {
            let score = said.scores.iter().find(|score| score.competitor == *name)?;
            let range = around(score);
            let Interval { low, high } = range.unwrap_or(Interval { low: score.score, high: score.score });
            let n = score.n.map_or(0, u64::from);
            Some(Spot {
                estimate: Estimate { value: score.score, low, high },
                label: String::new(),
                told: format!("{name}: {}", plain(score.score, range, n, say)),
                link: format!("/processes/{}/competitors", known.process.key),
                mark: Mark::Plain,
            })
        });
        curves.push((name.clone(), Stroke::Other, theirs.collect()));
    }
    Of::Curves(curves, None)
}

fn ours(marks: &Moments, known: &Known, say: &Say) -> Option<Spot> {
    let (value, range) = (marks.mean()?, marks.ci95());
    let Interval { low, high } = range.unwrap_or(Interval { low: value, high: value });
    Some(Spot {
        estimate: Estimate { value, low, high },
        label: say.language.number(value, 1),
        told: plain(value, range, marks.n(), say),
        link: format!("/feedback/{}", known.process.key),
        mark: Mark::Plain,
    })
}

/// A mark from 0 to 10 with its interval in words.
pub fn plain(value: f64, range: Option<Interval>, n: u64, say: &Say) -> String {
    interval(value, range, n, &|value| say.language.number(value, 1), say)
}

/// Waiting and work on the way that most cases go. Waiting is measured where cases went, and assumed elsewhere; the time
/// between two steps holds the work, too, so that the work which is assumed is taken from it.
fn ladder(known: &Known, say: &Say) -> Vec<Option<Rung>> {
    let mut rungs = vec![None; known.process.map.steps().len()];
    for (step, station) in stations(known) {
        let time = |seconds: Option<f64>| seconds.map_or_else(|| "–".to_owned(), |s| say.duration(&s));
        rungs[step] = Some(Rung {
            waiting: time(station.waiting_s),
            work: time(station.process_s),
            link: if station.is_measured { known.cases_at(step) } else { String::new() },
            is_assumed: !station.is_measured,
        });
    }
    rungs
}

/// What is known of the times of a step on the usual way.
pub struct Station {
    /// Work, as it is assumed.
    pub process_s: Option<f64>,
    /// Waiting before it.
    pub waiting_s: Option<f64>,
    /// Whether the waiting was measured.
    pub is_measured: bool,
    /// Complete and accurate: what did not have to be done again of what was measured, else as assumed; of a hundred.
    pub accurate_percent: Option<f64>,
}

/// The steps of the usual way with their times.
pub fn stations(known: &Known) -> Vec<(usize, Station)> {
    let way = known.way();
    let said = known.blueprint().steps();
    let flows = known.process.map.flows();
    let station = |(at, &step): (usize, &usize)| {
        let times = said[step].times;
        let before = at.checked_sub(1).map(|at| way[at]);
        let flow = flows.iter().position(|flow| Some(flow.from) == before && flow.to == step);
        let elapsed_s = flow.and_then(|flow| known.figures.flows[flow]).map(|way| way.times.mean_s);
        // The time from one step to the next holds the work of the first.
        let work_s = before.and_then(|before| said[before].times.process_s).unwrap_or_default();
        let figures = &known.figures.steps[step];
        let again = (figures.cases > 0 && !known.process.map.steps()[step].kind.is_end())
            .then(|| 100.0 * (1.0 - figures.again as f64 / figures.cases as f64));
        let station = Station {
            process_s: times.process_s,
            waiting_s: elapsed_s.map(|elapsed| (elapsed - work_s).max(0.0)).or(times.waiting_s),
            is_measured: elapsed_s.is_some(),
            accurate_percent: again.or(times.accurate_percent),
        };
        (step, station)
    };
    way.iter().enumerate().map(station).collect()
}
