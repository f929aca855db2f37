//! What moves the outcome, and what a change would bring.

use std::collections::BTreeMap;

use measure::{Difference, Interval, Moments, bootstrap, bootstrap_cells};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

use crate::figures::{Driver, Group, Outcome, WhatIf};
use crate::gather::Gathered;
use crate::promise::Made;
use crate::spec::{DriverSpec, DriverWhen, Spec, WhatIfSpec};

/// What is compared: the score where there is one, else whether the promise was kept.
pub(crate) struct Outcomes<'a> {
    spec: &'a Spec,
    data: &'a Gathered,
    promises: &'a [Option<Made>],
    pub outcome: Outcome,
    /// Sum and number of outcomes by case.
    by_case: Vec<(f64, u32)>,
}

impl<'a> Outcomes<'a> {
    pub(crate) fn of(spec: &'a Spec, data: &'a Gathered, promises: &'a [Option<Made>]) -> Self {
        let mut by_case = vec![(0.0, 0); data.cases.count];
        let outcome = if spec.score.is_some() { Outcome::Score } else { Outcome::Promise };
        match outcome {
            Outcome::Score => {
                for answer in &data.answers {
                    let (sum, n) = &mut by_case[answer.case as usize];
                    *sum += answer.value;
                    *n += 1;
                }
            }
            Outcome::Promise => {
                for (place, made) in by_case.iter_mut().zip(promises) {
                    *place = made.map_or((0.0, 0), |made| (f64::from(u8::from(!made.broken)), 1));
                }
            }
        }
        Self { spec, data, promises, outcome, by_case }
    }

    /// For each case that is compared, whether it has the driver.
    fn split(&self, driver: &DriverSpec) -> Vec<Option<bool>> {
        let among = self.data.cases.holding(&driver.among);
        let has = match &driver.when {
            DriverWhen::PromiseBroken => {
                self.promises.iter().map(|made| made.map(|made| made.broken)).collect()
            }
            DriverWhen::Holds(condition) => self.data.cases.judged(condition),
        };
        has.into_iter().zip(among).map(|(has, among)| has.filter(|_| among)).collect()
    }

    /// All drivers: first those that differ beyond chance, then those that may not, then those of too few cases; among
    /// each the one whose cases differ most first.
    pub(crate) fn drivers(&self) -> Vec<Driver> {
        let mut drivers: Vec<Driver> = self.spec.drivers.iter().map(|driver| self.driver(driver)).collect();
        let strength = |driver: &Driver| driver.difference.map_or(0.0, f64::abs);
        let weight = |driver: &Driver| (driver.is_beyond_chance(), driver.is_known());
        drivers.sort_by(|a, b| weight(b).cmp(&weight(a)).then_with(|| strength(b).total_cmp(&strength(a))));
        drivers
    }

    fn driver(&self, spec: &DriverSpec) -> Driver {
        let mut groups = [Moments::default(); 2];
        let split = self.split(spec);
        let mut push = |case: usize, value: f64| {
            if let Some(has) = split[case] {
                groups[usize::from(has)].push(value);
            }
        };
        match self.outcome {
            Outcome::Score => {
                self.data.answers.iter().for_each(|answer| push(answer.case as usize, answer.value));
            }
            Outcome::Promise => {
                let known = self.by_case.iter().enumerate().filter(|(_, (_, n))| *n > 0);
                known.for_each(|(case, (sum, _))| push(case, *sum));
            }
        }
        let [without, with] = groups;
        let difference = Difference { with, without };
        let group = |moments: &Moments| Group { n: moments.n(), mean: moments.mean(), ci95: moments.ci95() };
        Driver {
            id: spec.id.clone(),
            name: spec.name.clone(),
            outcome: self.outcome,
            with: group(&with),
            without: group(&without),
            difference: difference.difference(),
            difference_ci95: difference.ci95(),
        }
    }

    /// What each change would bring; those that too few cases speak of are left out.
    pub(crate) fn what_ifs(&self) -> Vec<WhatIf> {
        self.spec.what_ifs.iter().filter_map(|what_if| self.what_if(what_if)).collect()
    }

    /// Cases that lose the driver are taken to fare as those without it do.
    ///
    /// The interval comes from drawing cases, each with all its answers and its compensation, as answers of one case
    /// belong together.
    fn what_if(&self, spec: &WhatIfSpec) -> Option<WhatIf> {
        let driver = &self.spec.drivers[spec.driver];
        let rows: Vec<Row> = self
            .split(driver)
            .into_iter()
            .enumerate()
            .filter_map(|(case, has)| {
                let (sum, n) = self.by_case[case];
                let owed = self.promises.get(case).copied().flatten().map_or(0.0, |made| made.compensation);
                Some(Row { has: has?, sum, n, owed })
            })
            .collect();
        let all = Totals::of(&rows, |_| 1.0);
        let lost = 1.0 - spec.factor;
        let [change, compensation_change] = all.changes(lost);
        let share = all.with.answers / (all.with.answers + all.without.answers);
        if !change.is_finite() {
            return None;
        }
        let [change_ci95, compensation_change_ci95] =
            self.intervals(&rows, spec.resamples, |totals| totals.changes(lost));
        // So few cases with the driver that some draws have none: nothing can be said.
        change_ci95?;
        Some(WhatIf {
            id: spec.id.clone(),
            name: spec.name.clone(),
            driver: driver.name.clone(),
            outcome: self.outcome,
            n: (all.with.answers + all.without.answers) as u64,
            share,
            new_share: share * spec.factor,
            now: (all.with.sum + all.without.sum) / (all.with.answers + all.without.answers),
            change,
            change_ci95,
            compensation_change,
            compensation_change_ci95,
        })
    }

    /// 95 % intervals by drawing cases. Cases that are alike in all that counts are drawn together, which gives the same
    /// distribution in less time; where hardly any are alike, one by one.
    fn intervals(
        &self,
        rows: &[Row],
        resamples: usize,
        changes: impl Fn(Totals) -> [f64; 2],
    ) -> [Option<Interval>; 2] {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(self.spec.seed);
        let mut cells: BTreeMap<(bool, u64, u32, u64), u64> = BTreeMap::new();
        for row in rows {
            *cells.entry((row.has, row.sum.to_bits(), row.n, row.owed.to_bits())).or_default() += 1;
        }
        let intervals = if cells.len() * ALIKE < rows.len() {
            let kinds: Vec<Row> = cells.keys().copied().map(Row::from).collect();
            let counts: Vec<u64> = cells.into_values().collect();
            bootstrap_cells(&counts, resamples, &mut rng, |drawn| {
                changes(Totals::of(&kinds, |kind| f64::from(drawn[kind])))
            })
        } else {
            bootstrap(rows.len(), resamples, &mut rng, |drawn| {
                changes(Totals::of(rows, |row| f64::from(drawn[row])))
            })
        };
        intervals.map_or([None, None], |found| found.map(Some))
    }
}

/// From how many cases of a kind on drawing kinds is faster: a binomial costs as much as some plain draws.
const ALIKE: usize = 8;

/// A case in the bootstrap, or a kind of them.
struct Row {
    has: bool,
    sum: f64,
    n: u32,
    owed: f64,
}

impl From<(bool, u64, u32, u64)> for Row {
    fn from((has, sum, n, owed): (bool, u64, u32, u64)) -> Self {
        Self { has, sum: f64::from_bits(sum), n, owed: f64::from_bits(owed) }
    }
}

#[derive(Default, Clone, Copy)]
struct Total {
    cases: f64,
    answers: f64,
    sum: f64,
    owed: f64,
}

/// Cases with a driver and cases without it.
struct Totals {
    with: Total,
    without: Total,
}

impl Totals {
    fn of(rows: &[Row], weight: impl Fn(usize) -> f64) -> Self {
        let mut totals = [Total::default(); 2];
        for (i, row) in rows.iter().enumerate() {
            let (total, weight) = (&mut totals[usize::from(row.has)], weight(i));
            total.cases += weight;
            total.answers += weight * f64::from(row.n);
            total.sum += weight * row.sum;
            total.owed += weight * row.owed;
        }
        let [without, with] = totals;
        Self { with, without }
    }

    /// Change of the mean outcome, and of all that is owed, when this share of the cases loses the driver.
    fn changes(&self, lost: f64) -> [f64; 2] {
        let (with, without) = (self.with, self.without);
        let share = with.answers / (with.answers + without.answers);
        let change = lost * share * (without.sum / without.answers - with.sum / with.answers);
        let owed = lost * with.cases * (without.owed / without.cases - with.owed / with.cases);
        [change, owed]
    }
}
