//! Checks of a model by the rules of good practice, each finding with its element.
//!
//! The rules are those that modellers know from linters of BPMN, soundness as far as it can be decided (van der Aalst,
//! *Verification of Workflow Nets*, 1997), and what a customer's process needs besides: that every step of the customer is
//! answered, and every step behind the scenes serves one.

mod customer;
mod drawing;
mod events;
mod flows;
mod gateways;
mod labels;
mod net;
mod soundness;

use crate::extension::Extensions;
use crate::model::{ElementRef, Model, ScopeIx, ScopeOwner};
use crate::xml::Place;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The model means something else than it shows, or nothing.
    Error,
    /// Readers or engines may take it in different ways.
    Warning,
    /// It could be simpler or say more.
    Hint,
}

impl Severity {
    /// The word used in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $rule:ident = $word:literal, $severity:ident;)+) => {
        /// What is looked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[doc = $doc])+ $rule,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule),+];

            /// The name used in output and documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$rule => $word,)+
                }
            }

            /// How much a breach weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$rule => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// A sequence flow begins or ends nowhere.
    FlowDangling = "flow-dangling", Error;
    /// A sequence flow leads from one pool or sub-process into another.
    FlowLeavesScope = "flow-leaves-scope", Error;
    /// A message flow stays within one pool.
    MessageWithinPool = "message-within-pool", Error;
    /// Two flows lead from one node to another under the same condition.
    FlowTwice = "flow-twice", Warning;
    /// A process has no start event.
    StartMissing = "start-missing", Warning;
    /// A process has no end event.
    EndMissing = "end-missing", Warning;
    /// A flow leads into a start event.
    StartEntered = "start-entered", Error;
    /// A flow leads out of an end event.
    EndLeft = "end-left", Error;
    /// Several start events without a trigger: nobody knows which one begins.
    StartsBlank = "starts-blank", Warning;
    /// A node has no flow at all.
    Disconnected = "disconnected", Warning;
    /// Nothing leads to a node, and it is no start.
    StartImplicit = "start-implicit", Warning;
    /// Nothing leads from a node, and it is no end.
    EndImplicit = "end-implicit", Warning;
    /// Several flows lead from a step at once without a gateway.
    SplitImplicit = "split-implicit", Warning;
    /// Several flows lead into a step, which is done once for each.
    JoinImplicit = "join-implicit", Hint;
    /// A gateway joins and splits at once.
    GatewayJoinsAndSplits = "gateway-joins-and-splits", Warning;
    /// A gateway with one flow in and one out decides nothing.
    GatewaySuperfluous = "gateway-superfluous", Hint;
    /// A complex gateway means something else to each reader.
    GatewayComplex = "gateway-complex", Hint;
    /// Some ways from a decision have a condition, this one has none.
    ConditionMissing = "condition-missing", Warning;
    /// The way taken when nothing else holds has a condition.
    DefaultConditional = "default-conditional", Error;
    /// An event-based gateway leads to something that is not waited for, or to one way alone.
    EventGatewayTarget = "event-gateway-target", Error;
    /// A flow leads into an event on a border.
    BoundaryEntered = "boundary-entered", Error;
    /// Nothing follows an event on a border.
    BoundaryIgnored = "boundary-ignored", Warning;
    /// An event waits for several things at once.
    EventMany = "event-many", Hint;
    /// A sub-process begins with a trigger that cannot come.
    SubProcessStartTyped = "sub-process-start-typed", Error;
    /// An event sub-process begins without a trigger.
    EventSubProcessStartBlank = "event-sub-process-start-blank", Error;
    /// A timer without a time.
    TimerEmpty = "timer-empty", Warning;
    /// A link without its other end.
    LinkAlone = "link-alone", Error;
    /// All ends, where there is but one end.
    TerminationSuperfluous = "termination-superfluous", Hint;
    /// Something without a name.
    LabelMissing = "label-missing", Warning;
    /// Something that the diagram does not show.
    NotDrawn = "not-drawn", Warning;
    /// Two steps are drawn over each other.
    Overlap = "overlap", Warning;
    /// A join waits for what never comes.
    Deadlock = "deadlock", Error;
    /// Something is done twice because two ways meet without a join.
    NotSynchronised = "not-synchronised", Error;
    /// Nothing ever comes to a node.
    Unreachable = "unreachable", Error;
    /// From a node the process cannot end any more.
    NeverEnds = "never-ends", Error;
    /// Whether the process always ends well could not be decided.
    SoundnessOpen = "soundness-open", Hint;
    /// No pool or lane is the customer's.
    CustomerMissing = "customer-missing", Hint;
    /// A step of the customer that nothing answers.
    CustomerUnanswered = "customer-unanswered", Warning;
    /// A step behind the scenes from which nothing comes to a customer.
    NoLineOfVision = "no-line-of-vision", Warning;
    /// A reason to come that no step answers.
    ScenarioUnanswered = "scenario-unanswered", Error;
    /// A step that nobody answers for.
    OwnerMissing = "owner-missing", Hint;
}

/// A breach of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// By what.
    pub element: ElementRef,
    /// Its identifier; empty where the file gives none.
    pub id: String,
    /// What people call it; for a scenario its name. Empty where it has none.
    pub name: String,
    /// Where it stands in the file.
    pub place: Place,
    /// The other one of two, by name or identifier.
    pub other: Option<String>,
}

/// Checks a model, with what the extension says of it. Findings come in the order of the file.
#[must_use]
pub fn check(model: &Model, extensions: &Extensions) -> Vec<Finding> {
    let mut found = Findings { model, list: Vec::new() };
    flows::check(&mut found);
    gateways::check(&mut found);
    events::check(&mut found);
    labels::check(&mut found);
    drawing::check(&mut found);
    soundness::check(&mut found);
    customer::check(&mut found, extensions);
    found.list.sort_by(|a, b| (a.place, a.rule, &a.other).cmp(&(b.place, b.rule, &b.other)));
    found.list
}

/// What was found so far.
struct Findings<'m> {
    model: &'m Model,
    list: Vec<Finding>,
}

impl<'m> Findings<'m> {
    fn add(&mut self, rule: Rule, element: ElementRef) {
        self.push(rule, element, None);
    }

    fn add_with(&mut self, rule: Rule, element: ElementRef, other: ElementRef) {
        let base = self.model.base(other);
        let other = if base.name.is_empty() { &base.id } else { &base.name };
        self.push(rule, element, Some(other.clone()));
    }

    fn push(&mut self, rule: Rule, element: ElementRef, other: Option<String>) {
        let base = self.model.base(element);
        let (id, name, place) = (base.id.clone(), base.name.clone(), base.origin.place);
        self.list.push(Finding { rule, element, id, name, place, other });
    }

    /// Scopes that hold something, each with what owns it. Choreographies flow by rules of their own.
    fn scopes(&self) -> impl Iterator<Item = (ScopeIx, ElementRef)> + use<'m> {
        let model = self.model;
        let scopes = model.scopes.iter().enumerate().filter(|(_, scope)| !scope.nodes.is_empty());
        scopes.filter_map(|(at, scope)| match scope.owner {
            ScopeOwner::Process(process) => Some((ScopeIx::new(at), ElementRef::Process(process))),
            ScopeOwner::Node(node) => Some((ScopeIx::new(at), ElementRef::Node(node))),
            ScopeOwner::Choreography(_) => None,
        })
    }
}
