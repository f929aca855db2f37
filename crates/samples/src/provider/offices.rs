//! Where the provider works: departments, and offices with the hours of their country.

use calendar::{BusinessHours, Week};
use jiff::Timestamp;
use jiff::civil::Weekday;
use rand::Rng;
use uuid::Uuid;

use super::holidays::{COUNTRIES, Country};
use super::ids::id;
use super::truth::{SLOW_OFFICE, SLOWNESS};

/// A part of the organisation.
#[derive(Debug, Clone)]
pub struct Department {
    /// Its id.
    pub id: Uuid,
    /// Short name for programs.
    pub key: &'static str,
    /// What people call it.
    pub name: &'static str,
}

/// A place where staff work and customers may come in.
#[derive(Debug, Clone)]
pub struct Office {
    /// Its id.
    pub id: Uuid,
    /// What people call it; its city.
    pub name: &'static str,
    /// The city.
    pub city: &'static str,
    /// Country by its ISO 3166-1 code.
    pub country: &'static str,
    /// Hours, holidays and time zone.
    pub hours: BusinessHours,
    /// Percentage of customers.
    pub(super) share: u8,
    /// How long its work takes beside others'.
    pub(super) slowness: f64,
    /// Index of its country.
    pub(super) country_index: usize,
}

const DEPARTMENTS: [(&str, &str); 8] = [
    ("sales", "Sales"),
    ("service", "Customer Service"),
    ("field", "Field Service"),
    ("billing", "Billing"),
    ("network", "Network"),
    ("product", "Products"),
    ("supply", "Supply and Porting"),
    ("loyalty", "Loyalty"),
];

/// Weekdays, and Saturdays.
const HOURS: [(&str, &str); 4] = [
    ("09:00-18:00", "closed"),
    ("09:00-18:00", "10:00-14:00"),
    ("08:30-12:30, 13:30-18:00", "closed"),
    ("08:00-17:00", "closed"),
];

/// City, country, hours, percentage of customers.
const OFFICES: [(&str, usize, usize, u8); 20] = [
    ("Leipzig", 0, 1, 9),
    ("Bremen", 0, 0, 6),
    ("Kassel", 0, 3, 4),
    ("Freiburg", 0, 0, 4),
    ("Gdańsk", 1, 0, 7),
    ("Kraków", 1, 1, 8),
    ("Poznań", 1, 0, 6),
    ("Łódź", 1, 0, 5),
    ("Lublin", 1, 3, 3),
    ("Sofia", 2, 1, 8),
    ("Varna", 2, 0, 4),
    ("Plovdiv", 2, 0, 4),
    ("Ruse", 2, 2, 2),
    ("Porto", 3, 1, 7),
    ("Coimbra", 3, 2, 3),
    ("Braga", 3, 2, 3),
    ("Faro", 3, 2, 2),
    ("Riga", 4, 1, 8),
    ("Liepāja", 4, 0, 4),
    ("Daugavpils", 4, 3, 3),
];

/// Index of the slow office.
pub(super) fn slow_office() -> usize {
    OFFICES.iter().position(|office| office.0 == SLOW_OFFICE).unwrap_or(0)
}

pub(super) fn departments(founded: Timestamp, rng: &mut impl Rng) -> Vec<Department> {
    let department =
        |&(key, name): &(&'static str, &'static str)| Department { id: id(founded, rng), key, name };
    DEPARTMENTS.iter().map(department).collect()
}

/// The offices, with holidays from four years before `year` to two after it.
pub(super) fn offices(founded: Timestamp, year: i16, rng: &mut impl Rng) -> Vec<Office> {
    let office = |&(city, country_index, hours, share): &(&'static str, usize, usize, u8)| {
        let country = &COUNTRIES[country_index];
        Office {
            id: id(founded, rng),
            name: city,
            city,
            country: country.code,
            hours: business_hours(country, HOURS[hours], year),
            share,
            slowness: if city == SLOW_OFFICE { SLOWNESS } else { 1.0 },
            country_index,
        }
    };
    OFFICES.iter().map(office).collect()
}

fn business_hours(country: &Country, (weekday, saturday): (&str, &str), year: i16) -> BusinessHours {
    let hours = |text: &str| text.parse().expect("the table's hours are hours");
    let week = Week::working_days(&hours(weekday)).with(Weekday::Saturday, hours(saturday));
    let holidays = country.holidays(year - 4, year + 2);
    BusinessHours::new(country.zone, week, holidays).expect("the table's zones and holidays are valid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_customer_has_an_office() {
        assert_eq!(OFFICES.iter().map(|office| u32::from(office.3)).sum::<u32>(), 100);
        assert_eq!(OFFICES[slow_office()].0, SLOW_OFFICE);
    }
}
