//! Whether promises were kept, and what is owed where they were not.

use crate::calendar::Calendar;
use crate::cases::Cases;
use crate::figures::{Kept, Month, Part, Promise};
use crate::gather::Gathered;
use crate::parts::Parts;
use crate::spec::{self, Compensation, PromiseSpec, Spec};

/// The promise to each case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Made {
    pub broken: bool,
    /// Owed, in the spec's currency.
    pub compensation: f64,
}

/// The promise to each case that it was made to and that is done.
pub(crate) fn promises(spec: &PromiseSpec, cases: &Cases) -> Vec<Option<Made>> {
    let among = cases.holding(&spec.among);
    (0..cases.count)
        .map(|case| {
            let kept = if among[case] { kept(spec, cases, case)? } else { return None };
            let owed = match (&spec.compensation, kept) {
                (None, _) | (_, true) => 0.0,
                (Some(Compensation::Amount(amount)), false) => *amount,
                (Some(Compensation::Percent { percent, of }), false) => {
                    cases.number(*of, case).unwrap_or(0.0) * percent / 100.0
                }
            };
            // Nobody is paid a part of a cent.
            Some(Made { broken: !kept, compensation: (owed * 100.0).round() / 100.0 })
        })
        .collect()
}

fn kept(spec: &PromiseSpec, cases: &Cases, case: usize) -> Option<bool> {
    match spec.kept {
        spec::Kept::InTime { done, by } => Some(cases.time_us(done, case)? <= cases.time_us(by, case)?),
        spec::Kept::Field(field) => cases.yes(field, case),
    }
}

pub(crate) fn promise(
    spec: &Spec,
    data: &Gathered,
    promises: &[Option<Made>],
    calendar: &Calendar,
) -> Option<Promise> {
    let promise = spec.promise.as_ref()?;
    let made = || promises.iter().enumerate().filter_map(|(case, made)| Some((case, (*made)?)));
    let mut all = Kept::default();
    let (mut months, mut groups): (Parts<Kept>, Parts<Kept>) = (Parts::default(), Parts::default());
    let month_of = promise.month.or(match promise.kept {
        spec::Kept::InTime { by, .. } => Some(by),
        spec::Kept::Field(_) => None,
    });
    for (case, made) in made() {
        all.add(made);
        if let Some(time_us) = month_of.and_then(|field| data.cases.time_us(field, case)) {
            months.of(calendar.month(time_us).number()).add(made);
        }
        if let Some(text) = spec.group.as_ref().and_then(|group| data.cases.text(group.field, case)) {
            groups.of(text as usize).add(made);
        }
    }
    let group_name = |number: usize| Part::of_group(spec, data, number);
    Some(Promise {
        name: promise.name.clone(),
        group: spec.group.as_ref().map(|group| group.name.clone()),
        compensated: promise.compensation.is_some(),
        all,
        by_month: months.in_order(|month| Part::Month(Month::from_number(month)), |kept| *kept),
        by_group: groups.largest_first(group_name, |kept| *kept, |kept| kept.n),
    })
}

impl Kept {
    fn add(&mut self, made: Made) {
        self.n += 1;
        self.late += u64::from(made.broken);
        self.compensation += made.compensation;
    }
}
