//! What the catalogue of customer processes holds: stages, areas, promises, processes.

use super::said;
use bpmn::map::CustomerMap;
use bpmn::view::Blueprint;
use caseflow::Key;
use jiff::Timestamp;

/// Where in the life-cycle of a customer a process belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum LifeStage {
    Acquire,
    Develop,
    Maintain,
    WinBack,
    IntendedLoss,
}

impl LifeStage {
    /// Every stage, in the order of a customer's life.
    pub const ALL: [Self; 5] =
        [Self::Acquire, Self::Develop, Self::Maintain, Self::WinBack, Self::IntendedLoss];

    /// Short name for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acquire => "acquire",
            Self::Develop => "develop",
            Self::Maintain => "maintain",
            Self::WinBack => "win-back",
            Self::IntendedLoss => "intended-loss",
        }
    }
}

/// What a process is about: making something new, bringing it, or the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Area {
    ProductDevelopment,
    SupplyChain,
    Relationship,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 3] = [Self::ProductDevelopment, Self::SupplyChain, Self::Relationship];

    /// Short name for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ProductDevelopment => "product-development",
            Self::SupplyChain => "supply-chain",
            Self::Relationship => "relationship",
        }
    }
}

/// What is promised to the customers of a process.
#[derive(Debug, Clone)]
pub struct Promise {
    /// The terms by their key, as cases name them.
    pub terms: Key,
    /// What is promised, in a sentence for customers.
    pub name: &'static str,
    /// Working hours of the customer's office until it is broken.
    pub target_h: u32,
    /// Share of the target after which those who work on it are warned.
    pub warning_share: f64,
    /// What a customer gets if it is broken, in euro cents; 0 if it is not money.
    pub compensation_cents: u32,
    /// What a customer gets, in words.
    pub compensation: &'static str,
}

/// A customer process of the catalogue.
#[derive(Debug, Clone)]
pub struct Process {
    /// Its key, as cases name it.
    pub key: Key,
    /// What people call it.
    pub name: &'static str,
    /// What it is for, in a paragraph.
    pub about: &'static str,
    /// Where in the life of a customer it belongs.
    pub stage: LifeStage,
    /// What it is about.
    pub area: Area,
    /// Index of the staff member who answers for it.
    pub owner: usize,
    /// Index of the department where most of its work is done.
    pub department: usize,
    /// Whether it is in use; a draft has no cases.
    pub is_published: bool,
    /// When its owner last went through it; none of a draft.
    pub reviewed: Option<Timestamp>,
    /// How often it is to be looked over, in months.
    pub review_months: u32,
    /// The industry that it is made for; none of a process that serves all of them.
    pub industry: Option<&'static str>,
    /// What sets it going: `customer`, `front`, `back`, `system`, `partner` or `time`.
    pub initiator: &'static str,
    /// Partners who take part, as the lanes of its map name them.
    pub partners: Vec<&'static str>,
    /// Words that it can be found by.
    pub tags: Vec<&'static str>,
    /// Its map; ids of steps are the keys that cases name.
    pub map: CustomerMap,
    /// What is promised.
    pub promise: Promise,
    /// Type of its cases.
    pub case_type: Key,
    /// Whether a case of it means that something broke.
    pub is_fault: bool,
    pub(super) is_for_firms: bool,
    pub(super) weight: u32,
    /// What its cases are called.
    pub(super) says: Vec<&'static str>,
    /// By step: hours that it usually takes, and where it goes on with how many in a hundred, the usual way first.
    pub(super) work: Vec<(f64, Vec<(usize, u32)>)>,
}

impl Process {
    /// Its map with what is said of its steps.
    #[must_use]
    pub fn blueprint(&self) -> Blueprint {
        said::blueprint(self)
    }
}
