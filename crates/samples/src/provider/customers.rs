//! Whom it serves: five thousand households and firms.

use caseflow::CustomerId;
use jiff::{Timestamp, ToSpan};
use rand::{Rng, RngExt};

use super::holidays::COUNTRIES;
use super::ids::id;
use super::names::{firm, mailbox, person};
use super::offices::Office;
use super::truth::SPAN_D;
use crate::odds::{Odds, draw, pick};

/// Customers of the provider.
pub const CUSTOMERS: usize = 5_000;

/// Mailbox of the customer with whom to try things out; the first of all.
pub const DEMO_CUSTOMER: &str = "customer@linden.example";

/// What kind of customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Segment {
    Private,
    Family,
    SmallBusiness,
    Corporate,
}

impl Segment {
    /// Every segment.
    pub const ALL: [Self; 4] = [Self::Private, Self::Family, Self::SmallBusiness, Self::Corporate];

    /// Short name for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Family => "family",
            Self::SmallBusiness => "small-business",
            Self::Corporate => "corporate",
        }
    }

    /// Whether it is a firm.
    #[must_use]
    pub const fn is_business(self) -> bool {
        matches!(self, Self::SmallBusiness | Self::Corporate)
    }
}

/// A customer.
#[derive(Debug, Clone)]
pub struct Customer {
    /// Their id.
    pub id: CustomerId,
    /// Their number, from 1.
    pub number: u32,
    /// A person, or a firm.
    pub name: String,
    /// Their mailbox.
    pub email: String,
    /// What kind of customer.
    pub segment: Segment,
    /// Index of the office that serves them.
    pub office: usize,
    /// Where they live; the office's city.
    pub city: &'static str,
    /// Language they write in, by its ISO 639-1 code.
    pub language: &'static str,
    /// Since when they are a customer.
    pub since: Timestamp,
    /// When they left; none of those who stay or came back.
    pub left: Option<Timestamp>,
    /// What they pay a month, in euro cents.
    pub monthly_cents: u32,
}

/// Percentages of [`Segment::ALL`].
const SEGMENTS: Odds<4> = [55, 27, 14, 4];

/// The least and most that a segment pays a month, in euro cents.
const MONTHLY_CENTS: [(u32, u32); 4] = [(1_990, 6_490), (4_490, 11_900), (5_900, 34_900), (39_000, 240_000)];

/// Percentage that joined within the time of the cases.
const NEW_PERCENT: u8 = 27;

/// The customers. Who leaves is decided by what happens to them.
pub(super) fn customers(offices: &[Office], now: Timestamp, rng: &mut impl Rng) -> Vec<Customer> {
    let shares: Vec<u8> = offices.iter().map(|office| office.share).collect();
    (0..CUSTOMERS).map(|index| customer(index, offices, &shares, now, rng)).collect()
}

fn customer(index: usize, offices: &[Office], shares: &[u8], now: Timestamp, rng: &mut impl Rng) -> Customer {
    let is_demo = index == 0;
    let office = draw(shares, rng);
    let segment = if is_demo { 1 } else { draw(&SEGMENTS, rng) };
    let country = offices[office].country_index;
    let is_new = !is_demo && rng.random_range(0..100_u8) < NEW_PERCENT;
    let days =
        if is_new { rng.random_range(1..SPAN_D - 20) } else { rng.random_range(SPAN_D..SPAN_D + 3_000) };
    let since = now - (days * 24).hours() - rng.random_range(0..86_400_i64).seconds();
    let number = index as u32 + 1;
    let name = if Segment::ALL[segment].is_business() { firm(country, rng) } else { person(country, rng) };
    let domain = pick(&["example.com", "example.net", "example.org"], rng);
    let email =
        if is_demo { DEMO_CUSTOMER.to_owned() } else { format!("{}.{number}@{domain}", mailbox(&name)) };
    let (least, most) = MONTHLY_CENTS[segment];
    Customer {
        id: id(since, rng),
        number,
        name,
        email,
        segment: Segment::ALL[segment],
        office,
        city: offices[office].city,
        language: language(COUNTRIES[country].language, rng),
        since,
        left: None,
        monthly_cents: rng.random_range(least / 100..=most / 100) * 100 - 10,
    }
}

/// Most write in the language of their country.
fn language(usual: &'static str, rng: &mut impl Rng) -> &'static str {
    match rng.random_range(0..100_u8) {
        0..10 => "en",
        10..13 => "zh",
        13..35 if usual == "lv" => "ru",
        _ => usual,
    }
}
