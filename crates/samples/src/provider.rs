//! "Linden Telecom", a provider of internet and telephone: offices in five countries, customers, processes, two years.
//!
//! A whole organisation as plain values, for the demo, tests and benchmarks: what drives its figures is planted, and
//! [`truth`] says what and how much. The same seed and the same `now` give the same values.
//!
//! [`Organisation::new`] makes the lists that fit into memory, [`Organisation::cases`] streams some ten thousand cases with
//! their events and three thousand answers, the oldest first. Events come out of [`caseflow::decide`], so a journal of them is lawful.
//!
//! | cause | planted as |
//! | --- | --- |
//! | a broken promise lowers the score, more so with each hour over it | [`truth::LATE_EFFECT`], [`truth::HOUR_EFFECT`] |
//! | work done again lowers it | [`truth::REWORK_EFFECT`] |
//! | a bad end lowers it | [`truth::BAD_END_EFFECT`] |
//! | a second fault within two months drives customers away | [`truth::LEAVES_AFTER_REPEAT`] |
//! | the office in Gdańsk is slow, as it is understaffed | [`truth::SLOWNESS`] |
//! | Mondays bring more cases | [`truth::MONDAY`] |
//! | a new router raised faults nine months ago | [`truth::ROUTER_FAULTS`] |
//! | the segment hardly matters | [`truth::SEGMENT_EFFECT`] |
//!
//! Most cases that ended well stay open for a while, so that the customer may object, and are then closed by the
//! program: how long a case took is the time to its end on the map, not to its closing.
//!
//! ```
//! use samples::provider::Organisation;
//!
//! let now = "2026-11-21T12:00:00Z".parse().unwrap();
//! let linden = Organisation::new(1, now);
//! assert_eq!((linden.offices.len(), linden.staff.len(), linden.customers.len()), (20, 60, 5_000));
//! let story = linden.cases().next().unwrap();
//! assert_eq!(story.number, 1);
//! assert!(story.events.iter().all(|event| event.at <= now));
//! ```

mod catalogue;
mod customers;
mod demand;
mod feedback;
mod holidays;
mod ids;
mod names;
mod offices;
mod said;
mod staff;
mod story;
mod table;
pub mod truth;
mod walk;
mod words;

pub use catalogue::{Area, LifeStage, Process, Promise};
pub use customers::{CUSTOMERS, Customer, DEMO_CUSTOMER, Segment};
pub use feedback::{EMOTIONS, Feedback, Question};
pub use offices::{Department, Office};
pub use said::COMPETITORS;
pub use staff::{StaffMember, StaffRole};
pub use story::CaseStory;

use demand::Demand;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// What the organisation is called.
pub const NAME: &str = "Linden Telecom";

/// Between these ids can carry the time of what they name, and Easter is where the rules put it.
const EARLIEST: Timestamp = Timestamp::constant(631_152_000, 0);
const LATEST: Timestamp = Timestamp::constant(3_786_912_000, 0);

/// The provider, but for its cases. Departments, offices and staff refer to each other by their places in these lists.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Its departments.
    pub departments: Vec<Department>,
    /// Its offices.
    pub offices: Vec<Office>,
    /// Its staff, by role: administrators, owners, agents, viewers.
    pub staff: Vec<StaffMember>,
    /// Its customers by number, those who left too; the first is [`DEMO_CUSTOMER`].
    pub customers: Vec<Customer>,
    /// Its catalogue of customer processes.
    pub processes: Vec<Process>,
    now: Timestamp,
    demand: Vec<Demand>,
}

impl Organisation {
    /// The organisation as it stands at `now`. Instants before 1990 are taken for 1990, and after 2090 for 2090: ids carry
    /// their time, and holidays their rules.
    #[must_use]
    pub fn new(seed: u64, now: Timestamp) -> Self {
        let now = now.clamp(EARLIEST, LATEST);
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let founded = now - (24 * 365 * 12).hours();
        let year = now.to_zoned(TimeZone::UTC).year();
        let departments = offices::departments(founded, &mut rng);
        let offices = offices::offices(founded, year, &mut rng);
        let staff = staff::staff(founded, &departments, &offices, &mut rng);
        let mut customers = customers::customers(&offices, now, &mut rng);
        let processes = table::processes(&departments, &staff, now, &mut rng);
        let demand = demand::planned(&mut customers, &processes, &offices, now, &mut rng);
        Self { departments, offices, staff, customers, processes, now, demand }
    }
    /// Its cases with their events up to now and their feedback, in the order in which they came.
    pub fn cases(&self) -> impl Iterator<Item = CaseStory> + '_ {
        self.demand.iter().zip(1..).map(|(demand, number)| story::told(self, number, demand))
    }

    /// How many cases there are.
    #[must_use]
    pub fn case_count(&self) -> usize {
        self.demand.len()
    }
}
