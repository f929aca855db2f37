//! What is true of the provider: the causes that were planted, and how large they are.
//!
//! Satisfaction is planted on a scale of 0 to 100, and an answer is the nearest point of its question's scale, so
//! effects are points of a hundred whatever was asked.
//!
//! - A case whose promise was broken scores lower by [`LATE_EFFECT`], and by [`HOUR_EFFECT`] for each working hour over
//!   it, up to [`HOURS_FELT`] hours.
//! - A step that had to be done again lowers the score by [`REWORK_EFFECT`], felt at most [`REWORK_FELT`] times.
//! - A case that ended badly scores lower by [`BAD_END_EFFECT`].
//! - The segment moves the score by [`SEGMENT_EFFECT`] at most. Process, channel and country move nothing by themselves.
//! - A second fault within [`REPEAT_D`] days makes [`LEAVES_AFTER_REPEAT`] of customers leave, as often as it happens;
//!   of all customers [`LEAVES_ANYWAY`] leave within the two years
//!   for reasons of their own. Some of either kind are won back, and count as having stayed.
//! - The office in [`SLOW_OFFICE`] has one agent for as many customers as others have two for: its work takes
//!   [`SLOWNESS`] times as long, so it breaks more promises and scores lower for that reason alone.
//! - Six cases in a hundred are put aside at some work, wherever they are, and mostly break their promise.
//! - Mondays bring [`MONDAY`] times the wishes of other working days, and more cases still where a call or a visit of the
//!   weekend had to wait for the office to open.
//! - [`ROUTER_D`] days before the end a new model of router came. Since then faults are [`ROUTER_FAULTS`] times as many.

/// Points by which a broken promise moves the score.
pub const LATE_EFFECT: f64 = -20.0;

/// Points by which each working hour over the promise moves it further.
pub const HOUR_EFFECT: f64 = -0.8;

/// Hours over the promise after which it gets no worse.
pub const HOURS_FELT: f64 = 20.0;

/// Points by which each step done again moves the score.
pub const REWORK_EFFECT: f64 = -9.0;

/// Steps done again after which it gets no worse.
pub const REWORK_FELT: usize = 2;

/// Points by which a bad end moves the score.
pub const BAD_END_EFFECT: f64 = -22.0;

/// Most points by which a segment moves the score, up or down.
pub const SEGMENT_EFFECT: f64 = 1.0;

/// Mean score of a case of which nothing went wrong.
pub const WELL_MEAN: f64 = 84.0;

/// Standard deviation of scores of cases that went alike.
pub const SCORE_SPREAD: f64 = 14.0;

/// Days within which a second fault is felt as the first one again.
pub const REPEAT_D: i64 = 60;

/// Share of faults after which another is planted within [`REPEAT_D`] days.
pub const REPEATS: f64 = 0.16;

/// Share of customers who leave after a repeated fault.
pub const LEAVES_AFTER_REPEAT: f64 = 0.4;

/// Share of customers who leave within the two years for reasons of their own.
pub const LEAVES_ANYWAY: f64 = 0.06;

/// City of the slow office.
pub const SLOW_OFFICE: &str = "Gdańsk";

/// By how much work takes longer there.
pub const SLOWNESS: f64 = 1.8;

/// Cases of a Monday beside those of another working day.
pub const MONDAY: f64 = 1.5;

/// Days before the end at which the new router came.
pub const ROUTER_D: i64 = 274;

/// Faults since then beside those before.
pub const ROUTER_FAULTS: f64 = 1.8;

/// Days that the cases span.
pub const SPAN_D: i64 = 730;
