//! What customers said, over all and part by part.

use measure::{Moments, Share};

use crate::calendar::Calendar;
use crate::figures::{Month, Part, Score, Scores};
use crate::flow::Flow;
use crate::gather::{Answer, Gathered};
use crate::parts::Parts;
use crate::spec::Spec;

/// Answers that add up to a [`Score`].
#[derive(Debug, Default, Clone, Copy)]
struct Sum {
    values: Moments,
    top: Share,
}

impl Sum {
    fn add(&mut self, value: f64, top_from: f64) {
        self.values.push(value);
        self.top.n += 1;
        self.top.hits += u64::from(value >= top_from);
    }

    fn score(&self) -> Score {
        Score {
            n: self.values.n(),
            mean: self.values.mean(),
            mean_ci95: self.values.ci95(),
            top_share: self.top.share(),
            top_ci95: self.top.ci95(),
        }
    }
}

pub(crate) fn scores(spec: &Spec, data: &Gathered, flow: &Flow, calendar: &Calendar) -> Option<Scores> {
    let score = spec.score.as_ref()?;
    // Of whole scores 1 to 5, the top two boxes are 4 and 5.
    let top_from = score.scale.1 - score.top + 1.0;
    let cut = |part: &dyn Fn(&Answer) -> Option<usize>| {
        let mut sums: Parts<Sum> = Parts::default();
        for answer in &data.answers {
            if let Some(part) = part(answer) {
                sums.of(part).add(answer.value, top_from);
            }
        }
        sums
    };
    let mut all = Sum::default();
    for answer in &data.answers {
        all.add(answer.value, top_from);
    }
    let step = |number: usize| {
        let step = &flow.steps[number];
        Part::Step { id: step.id.clone(), name: step.name.clone() }
    };
    let group = spec.group.as_ref();
    let by_group = group.map_or_else(Parts::default, |group| {
        cut(&|answer| Some(data.cases.text(group.field, answer.case as usize)? as usize))
    });
    let group_name = |number: usize| Part::of_group(spec, data, number);
    Some(Scores {
        name: score.name.clone(),
        scale: score.scale,
        top_from,
        all: all.score(),
        by_step: cut(&|answer| flow.reached[answer.case as usize]).in_order(step, Sum::score),
        by_end: cut(&|answer| flow.end_of_case[answer.case as usize]).in_order(step, Sum::score),
        group: group.map(|group| group.name.clone()),
        by_group: by_group.largest_first(group_name, Sum::score, |score| score.n),
        by_month: cut(&|answer| Some(calendar.month(answer.time_us?).number()))
            .in_order(|month| Part::Month(Month::from_number(month)), Sum::score),
    })
}
