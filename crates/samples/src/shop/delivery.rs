//! What becomes of an order, and when.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, Exp1, StandardNormal};

use super::demand::{exported_at, is_december};
use super::truth::{FAILED_SHARE, Region};
use crate::odds::{Odds, draw};
use crate::stamp::DAY_S;

const HOUR_S: f64 = 3600.0;
/// After so many days without news, a parcel counts as lost.
const LOST_AFTER_S: i64 = 30 * DAY_S;
/// Percentages of lost, cancelled and returned among orders that fail.
const FAILURES: Odds<3> = [25, 40, 35];
const FAILED_STATUSES: [Status; 3] = [Status::Lost, Status::Cancelled, Status::Returned];
/// How much longer packing takes, and travel, in December.
const DECEMBER: [f64; 2] = [2.0, 1.22];
/// How much longer several parcels travel until the last is there.
const SPLIT_TRAVEL: f64 = 1.06;

/// Where an order stands at the export.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Delivered,
    Returned,
    Lost,
    Cancelled,
    Open,
}

impl Status {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Returned => "returned",
            Self::Lost => "lost",
            Self::Cancelled => "cancelled",
            Self::Open => "open",
        }
    }
}

/// The instants of one order, in seconds from the epoch, as far as they are known at the export.
pub(super) struct Delivery {
    pub status: Status,
    pub ordered_at: i64,
    pub paid_at: Option<i64>,
    pub packed_at: Option<i64>,
    pub handed_over_at: Option<i64>,
    pub delivered_at: Option<i64>,
    pub promised_on: i64,
    /// When the order came to its end, good or bad; none while it is open.
    pub ended_at: Option<i64>,
}

impl Delivery {
    /// One order's way to `region`, from `ordered_at` on.
    pub(super) fn of(ordered_at: i64, region: &Region, is_split: bool, rng: &mut impl Rng) -> Self {
        let status = fate(rng);
        let [packing, travelling] = if is_december(ordered_at) { DECEMBER } else { [1.0; 2] };
        let travelling = travelling * if is_split { SPLIT_TRAVEL } else { 1.0 };

        let paid_at = ordered_at + paying_s(rng);
        let packed_at = paid_at + log_normal_s(14.0 * HOUR_S * packing, 0.6, rng);
        let handed_over_at = packed_at + log_normal_s(7.0 * HOUR_S, 0.5, rng);
        let arrives_at =
            handed_over_at + log_normal_s(region.travel_d * DAY_S as f64 * travelling, region.spread, rng);
        let given_up_at = paid_at + log_normal_s(9.0 * HOUR_S, 0.8, rng);
        let sent_back_at = arrives_at + log_normal_s(5.0 * DAY_S as f64, 0.5, rng);

        let is_sent = status != Status::Cancelled;
        let ended_at = match status {
            Status::Cancelled => given_up_at,
            Status::Lost => handed_over_at + LOST_AFTER_S,
            Status::Returned => sent_back_at,
            Status::Delivered | Status::Open => arrives_at,
        };
        let arrives = is_sent && status != Status::Lost;
        Self {
            status,
            ordered_at,
            paid_at: Some(paid_at),
            packed_at: is_sent.then_some(packed_at),
            handed_over_at: is_sent.then_some(handed_over_at),
            delivered_at: arrives.then_some(arrives_at),
            promised_on: end_of_day(ordered_at + region.promised_d * DAY_S),
            ended_at: Some(ended_at),
        }
        .known_at(exported_at())
    }

    /// Whether the order came after its promised day.
    pub(super) fn is_late(&self) -> bool {
        self.delivered_at.is_some_and(|delivered_at| delivered_at > self.promised_on)
    }

    /// Forgets what has not happened yet.
    fn known_at(mut self, now: i64) -> Self {
        let dates = [
            &mut self.paid_at,
            &mut self.packed_at,
            &mut self.handed_over_at,
            &mut self.delivered_at,
            &mut self.ended_at,
        ];
        for date in dates {
            *date = date.filter(|at| *at < now);
        }
        if self.ended_at.is_none() {
            // A parcel that is there and may yet be sent back is a delivered one.
            self.status = if self.delivered_at.is_some() { Status::Delivered } else { Status::Open };
            self.ended_at = self.delivered_at;
        }
        self
    }
}

fn fate(rng: &mut impl Rng) -> Status {
    if rng.random_bool(FAILED_SHARE) { FAILED_STATUSES[draw(&FAILURES, rng)] } else { Status::Delivered }
}

/// Most pay at once; a fifth by bank transfer.
fn paying_s(rng: &mut impl Rng) -> i64 {
    if rng.random_bool(0.2) {
        let beyond: f64 = Exp1.sample(rng);
        ((6.0 + 18.0 * beyond) * HOUR_S) as i64
    } else {
        log_normal_s(180.0, 0.7, rng)
    }
}

/// A log-normal time in whole seconds, by its median and the standard deviation of its logarithm.
fn log_normal_s(median_s: f64, spread: f64, rng: &mut impl Rng) -> i64 {
    let deviate: f64 = StandardNormal.sample(rng);
    (median_s * (spread * deviate).exp()) as i64 + 1
}

fn end_of_day(seconds: i64) -> i64 {
    (seconds.div_euclid(DAY_S) + 1) * DAY_S - 1
}
