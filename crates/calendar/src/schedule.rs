//! Open time on the clock of the wall, where every day has 24 hours: a week and its holidays, and no zone.

use crate::holiday::{Holiday, HolidayDate, Holidays};
use crate::wall::Wall;
use crate::{Hours, Week};

/// A regular week, and the days that differ from it.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    pub week: Week,
    pub holidays: Holidays,
}

impl Schedule {
    /// The hours of a day, its holiday taken into account.
    pub fn hours_on(&self, day: i32) -> &Hours {
        let regular = self.week.hours_on(day);
        match self.holidays.on(day) {
            Some(Holiday { date: HolidayDate::On(_), hours, .. }) => hours,
            // Days that come with a range or a year change opening days, and open no other.
            Some(Holiday { hours, .. }) if !regular.is_closed() => hours,
            _ => regular,
        }
    }

    /// Open time from one reading of the clock to a later one, in nanoseconds.
    pub fn open_between(&self, from: Wall, to: Wall) -> i128 {
        self.open_on_days(from.day, to.day) + i128::from(self.hours_on(to.day).open_before(to.ns))
            - i128::from(self.hours_on(from.day).open_before(from.ns))
    }

    /// Open time of the days from `day` up to, not including, `end`: one step a holiday, however long the time.
    fn open_on_days(&self, mut day: i32, end: i32) -> i128 {
        let mut open = 0;
        while day < end {
            let holiday = self.next_holiday(day, end);
            open += self.week.open_on_days(day, holiday);
            day = holiday;
            if day < end {
                open += i128::from(self.hours_on(day).open_ns());
                day += 1;
            }
        }
        open
    }

    /// The earliest reading of the clock, at most `to`, by which it has been open for `need_ns`, which is more than
    /// zero, since `from`.
    pub fn reach(&self, from: Wall, to: Wall, need_ns: i128) -> Option<Wall> {
        // Counted from the start of the first day, what was gone of it comes on top.
        let mut need = need_ns + i128::from(self.hours_on(from.day).open_before(from.ns));
        let mut day = from.day;
        while day <= to.day {
            let holiday = self.next_holiday(day, to.day + 1);
            let weeks = i128::from((holiday - day) / 7);
            // The week in which the need is met is not skipped; a week that never opens can be.
            let skipped =
                (need - 1).checked_div(i128::from(self.week.open_ns())).map_or(weeks, |w| weeks.min(w));
            need -= skipped * i128::from(self.week.open_ns());
            day += 7 * skipped as i32;
            // Now either the need is met within seven days, or a holiday comes.
            while day <= holiday.min(to.day) {
                let hours = self.hours_on(day);
                if need <= i128::from(hours.open_ns()) {
                    let reached = Wall { day, ns: hours.reach(need as i64) };
                    return (reached <= to).then_some(reached);
                }
                need -= i128::from(hours.open_ns());
                day += 1;
            }
        }
        None
    }

    fn next_holiday(&self, day: i32, end: i32) -> i32 {
        self.holidays.next(day).map_or(end, |holiday| holiday.min(end))
    }
}
