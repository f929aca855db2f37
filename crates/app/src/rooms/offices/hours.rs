//! Working hours as the database keeps them: JSON with hours as people write them.
//!
//! `{"week": ["09:00-17:00", …], "holidays": [{"name": "…", "on": "2026-12-25", "hours": "closed"}]}`, from Monday on.

use calendar::{BusinessHours, Error, Holiday, HolidayDate, Hours, Week};
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Kept {
    week: [String; 7],
    holidays: Vec<KeptHoliday>,
}

#[derive(Serialize, Deserialize)]
struct KeptHoliday {
    name: String,
    #[serde(flatten)]
    date: KeptDate,
    hours: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KeptDate {
    On(Date),
    Through([Date; 2]),
    Yearly { month: i8, day: i8 },
}

/// The hours as text.
pub fn written(hours: &BusinessHours) -> String {
    let day = |day| hours.week().hours(day).to_string();
    let holiday = |holiday: &Holiday| KeptHoliday {
        name: holiday.name.clone(),
        date: match holiday.date {
            HolidayDate::On(date) => KeptDate::On(date),
            HolidayDate::Through(first, last) => KeptDate::Through([first, last]),
            HolidayDate::Yearly { month, day } => KeptDate::Yearly { month, day },
        },
        hours: holiday.hours.to_string(),
    };
    let kept = Kept {
        week: Weekday::Monday
            .cycle_forward()
            .take(7)
            .map(day)
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_default(),
        holidays: hours.holidays().iter().map(holiday).collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// The hours of a text, in a zone.
pub fn read(zone: &str, text: &str) -> Result<BusinessHours, Error> {
    let kept: Kept =
        serde_json::from_str(text).map_err(|_| Error::Span { text: text.chars().take(40).collect() })?;
    let mut week = Week::closed();
    for (day, hours) in Weekday::Monday.cycle_forward().zip(&kept.week) {
        week = week.with(day, hours.parse()?);
    }
    let holiday = |kept: KeptHoliday| -> Result<Holiday, Error> {
        let date = match kept.date {
            KeptDate::On(date) => HolidayDate::On(date),
            KeptDate::Through([first, last]) => HolidayDate::Through(first, last),
            KeptDate::Yearly { month, day } => HolidayDate::Yearly { month, day },
        };
        let hours: Hours = kept.hours.parse()?;
        Ok(Holiday { name: kept.name, date, hours })
    };
    let holidays = kept.holidays.into_iter().map(holiday).collect::<Result<_, _>>()?;
    BusinessHours::new(zone, week, holidays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn hours_come_back_as_they_were() {
        let half: Hours = "09:00-13:00".parse().unwrap();
        let holidays = vec![
            Holiday::closed("Christmas", HolidayDate::Yearly { month: 12, day: 25 }),
            Holiday::closed("Move", HolidayDate::Through(date(2026, 3, 2), date(2026, 3, 4))),
            Holiday::with_hours("Inventory", HolidayDate::On(date(2026, 6, 30)), half),
        ];
        let week = Week::working_days(&"08:00-12:00, 13:00-17:00".parse().unwrap());
        let hours = BusinessHours::new("Europe/Sofia", week, holidays).unwrap();
        let again = read("Europe/Sofia", &written(&hours)).unwrap();
        assert_eq!((again.week(), again.holidays()), (hours.week(), hours.holidays()));
        assert!(read("Europe/Sofia", "{}").is_err());
    }
}
