//! Public holidays of the five countries, those that move with Easter by the church that keeps them.

use calendar::{Holiday, HolidayDate};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A country where the provider has offices.
pub struct Country {
    pub code: &'static str,
    pub zone: &'static str,
    /// Language of most of its customers.
    pub language: &'static str,
    is_orthodox: bool,
    /// Month, day and name.
    fixed: &'static [(i8, i8, &'static str)],
    /// Days after Easter Sunday, and name.
    moving: &'static [(i32, &'static str)],
}

pub const COUNTRIES: [Country; 5] = [
    Country {
        code: "DE",
        zone: "Europe/Berlin",
        language: "de",
        is_orthodox: false,
        fixed: &[
            (1, 1, "Neujahr"),
            (5, 1, "Tag der Arbeit"),
            (10, 3, "Tag der Deutschen Einheit"),
            (12, 25, "Erster Weihnachtstag"),
            (12, 26, "Zweiter Weihnachtstag"),
        ],
        moving: &[(-2, "Karfreitag"), (1, "Ostermontag"), (39, "Christi Himmelfahrt"), (50, "Pfingstmontag")],
    },
    Country {
        code: "PL",
        zone: "Europe/Warsaw",
        language: "pl",
        is_orthodox: false,
        fixed: &[
            (1, 1, "Nowy Rok"),
            (1, 6, "Trzech Króli"),
            (5, 1, "Święto Pracy"),
            (5, 3, "Święto Konstytucji 3 Maja"),
            (8, 15, "Wniebowzięcie NMP"),
            (11, 1, "Wszystkich Świętych"),
            (11, 11, "Święto Niepodległości"),
            (12, 25, "Boże Narodzenie"),
            (12, 26, "Drugi dzień Bożego Narodzenia"),
        ],
        moving: &[(1, "Poniedziałek Wielkanocny"), (60, "Boże Ciało")],
    },
    Country {
        code: "BG",
        zone: "Europe/Sofia",
        language: "bg",
        is_orthodox: true,
        fixed: &[
            (1, 1, "Нова година"),
            (3, 3, "Ден на Освобождението"),
            (5, 1, "Ден на труда"),
            (5, 6, "Гергьовден"),
            (5, 24, "Ден на българската просвета и култура"),
            (9, 6, "Ден на Съединението"),
            (9, 22, "Ден на Независимостта"),
            (12, 24, "Бъдни вечер"),
            (12, 25, "Рождество Христово"),
            (12, 26, "Рождество Христово, втори ден"),
        ],
        moving: &[(-2, "Велики петък"), (1, "Велики понеделник")],
    },
    Country {
        code: "PT",
        zone: "Europe/Lisbon",
        language: "pt",
        is_orthodox: false,
        fixed: &[
            (1, 1, "Ano Novo"),
            (4, 25, "Dia da Liberdade"),
            (5, 1, "Dia do Trabalhador"),
            (6, 10, "Dia de Portugal"),
            (8, 15, "Assunção de Nossa Senhora"),
            (10, 5, "Implantação da República"),
            (11, 1, "Todos os Santos"),
            (12, 1, "Restauração da Independência"),
            (12, 8, "Imaculada Conceição"),
            (12, 25, "Natal"),
        ],
        moving: &[(-2, "Sexta-feira Santa"), (60, "Corpo de Deus")],
    },
    Country {
        code: "LV",
        zone: "Europe/Riga",
        language: "lv",
        is_orthodox: false,
        fixed: &[
            (1, 1, "Jaunais gads"),
            (5, 1, "Darba svētki"),
            (5, 4, "Neatkarības atjaunošanas diena"),
            (6, 23, "Līgo diena"),
            (6, 24, "Jāņu diena"),
            (11, 18, "Proklamēšanas diena"),
            (12, 24, "Ziemassvētku vakars"),
            (12, 25, "Ziemassvētki"),
            (12, 26, "Otrie Ziemassvētki"),
            (12, 31, "Vecgada diena"),
        ],
        moving: &[(-2, "Lielā Piektdiena"), (1, "Otrās Lieldienas")],
    },
];

impl Country {
    /// Its holidays; those that move for the years from `first` to `last`.
    pub fn holidays(&self, first: i16, last: i16) -> Vec<Holiday> {
        let fixed = self
            .fixed
            .iter()
            .map(|&(month, day, name)| Holiday::closed(name, HolidayDate::Yearly { month, day }));
        let moving = (first..=last).flat_map(|year| {
            let easter = if self.is_orthodox { orthodox_easter(year) } else { western_easter(year) };
            self.moving.iter().map(move |&(days, name)| {
                Holiday::closed(name, HolidayDate::On(easter.saturating_add(days.days())))
            })
        });
        fixed.chain(moving).collect()
    }
}

/// Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, *Astronomical Algorithms*, chapter 8.
fn western_easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

/// Easter Sunday of the Julian calendar, in the days of the Gregorian one, 13 later from 1900 to 2099; same source.
fn orthodox_easter(year: i16) -> Date {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    date(year, (n / 31) as i8, (n % 31 + 1) as i8).saturating_add(13.days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_when_the_churches_keep_it() {
        for (western, orthodox) in [
            (date(2024, 3, 31), date(2024, 5, 5)),
            (date(2025, 4, 20), date(2025, 4, 20)),
            (date(2026, 4, 5), date(2026, 4, 12)),
            (date(2027, 3, 28), date(2027, 5, 2)),
        ] {
            assert_eq!(western_easter(western.year()), western);
            assert_eq!(orthodox_easter(western.year()), orthodox);
        }
    }
}
