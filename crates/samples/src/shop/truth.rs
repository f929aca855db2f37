//! What is true of the shop: the causes that were planted, and how large they are.
//!
//! - Lateness lowers the score of an order, by [`LATE_EFFECT`] on average.
//! - A split order, one of several parcels, scores lower by [`SPLIT_EFFECT`], late or not. Split orders also travel a
//!   little longer, so a plain comparison of late and other orders blames lateness for a few hundredths of that.
//! - [`SLOW_REGIONS`] are late more often, as their carriers' routes are slow, and score lower for that reason alone:
//!   among late orders, and among the others, regions score alike.
//! - December brings more orders, which are packed and carried more slowly: later, therefore lower.
//!   Of the last December only what had arrived by the export is known, which hides some of its late orders.
//! - Lost, cancelled and returned orders score [`FAILED_MEAN`].
//! - The customer's segment, the category and the price move nothing. An analysis that finds them is fooled by chance.

use crate::odds::Odds;

/// By how much lateness moves the mean score, parcels being alike.
pub const LATE_EFFECT: f64 = -1.6;

/// By how much several parcels move the mean score, lateness being alike.
pub const SPLIT_EFFECT: f64 = -0.3;

/// Mean score of an order of one parcel that came in time.
pub const IN_TIME_MEAN: f64 = 4.4;

/// Mean score of an order that was lost, cancelled or returned.
pub const FAILED_MEAN: f64 = 1.6;

/// Share of delivered orders that are reviewed.
pub const REVIEWED_SHARE: f64 = 0.85;

/// Share of orders that are lost, cancelled or returned.
pub const FAILED_SHARE: f64 = 0.03;

/// Share of orders in which one date is made empty or unreadable, where it has one.
pub const MESSY_SHARE: f64 = 0.01;

/// The regions with slow routes.
pub const SLOW_REGIONS: [&str; 2] = ["Iberia", "Nordics"];

/// A customer's name, to be shown as text.
pub const SCRIPT_NAME: &str = "<script>alert(1)</script>";

/// Percentages of the scores 1 to 5 of a delivered order, by late and by split. Their means are the figures above.
pub(super) const SCORES: [[Odds<5>; 2]; 2] =
    [[[3, 3, 8, 23, 63], [5, 6, 11, 30, 48]], [[28, 17, 18, 21, 16], [35, 20, 17, 16, 12]]];

/// The same for an order that was lost, cancelled or returned.
pub(super) const FAILED_SCORES: Odds<5> = [66, 18, 8, 6, 2];

/// A part of Europe and the carrier's route to it.
pub(super) struct Region {
    pub name: &'static str,
    /// Percentage of customers.
    pub customers: u8,
    /// Median of the carrier's days, log-normal.
    pub travel_d: f64,
    /// Standard deviation of their logarithm.
    pub spread: f64,
    /// Days from the order to the promised day.
    pub promised_d: i64,
    /// What a parcel costs to send there, above its own freight.
    pub freight_cents: u64,
}

pub(super) const REGIONS: [Region; 8] = [
    region("Germany & Austria", 24, 2.3, 0.34, 6, 0),
    region("France", 17, 2.9, 0.36, 7, 100),
    region("Benelux", 13, 1.8, 0.32, 5, 0),
    region("Italy", 12, 3.7, 0.38, 8, 200),
    region("Iberia", 11, 5.1, 0.46, 9, 350),
    region("Nordics", 9, 5.8, 0.46, 10, 450),
    region("Central Europe", 9, 2.9, 0.36, 7, 150),
    region("Ireland", 5, 4.3, 0.38, 9, 500),
];

const fn region(
    name: &'static str,
    customers: u8,
    travel_d: f64,
    spread: f64,
    promised_d: i64,
    freight_cents: u64,
) -> Region {
    Region { name, customers, travel_d, spread, promised_d, freight_cents }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(scores: &Odds<5>) -> f64 {
        assert_eq!(scores.iter().sum::<u8>(), 100);
        scores.iter().zip(1..).map(|(&percent, score)| f64::from(percent) * f64::from(score)).sum::<f64>()
            / 100.0
    }

    #[test]
    fn effects_are_those_of_the_score_tables() {
        let [[in_time, in_time_split], [late, late_split]] =
            SCORES.each_ref().map(|row| row.each_ref().map(mean));
        for (figure, stated) in [
            (in_time, IN_TIME_MEAN),
            (late - in_time, LATE_EFFECT),
            (late_split - in_time_split, LATE_EFFECT),
            (in_time_split - in_time, SPLIT_EFFECT),
            (late_split - late, SPLIT_EFFECT),
            (mean(&FAILED_SCORES), FAILED_MEAN),
        ] {
            assert!((figure - stated).abs() < 1e-12, "{figure} is not {stated}");
        }
    }

    #[test]
    fn slow_regions_are_regions_and_shares_are_whole() {
        assert_eq!(REGIONS.iter().map(|region| region.customers).sum::<u8>(), 100);
        assert!(SLOW_REGIONS.iter().all(|slow| REGIONS.iter().any(|region| region.name == *slow)));
    }
}
