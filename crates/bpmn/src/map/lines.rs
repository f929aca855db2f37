//! Where the lines of a service blueprint lie between the lanes of a map.

use super::{Lane, Visibility};

/// One of the three lines of a service blueprint (Bitner, Ostrom & Morgan 2008).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// Between the customer and the organisation.
    Interaction,
    /// Between what the customer can see and what they cannot.
    Visibility,
    /// Between the people behind the scene and the systems and partners that support them.
    InternalInteraction,
}

/// A line of the blueprint and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Which line it is.
    pub kind: LineKind,
    /// Index of the lane directly above it.
    pub below_lane: usize,
}

/// The lines of `lanes`, which are sorted by visibility with the customer's first.
///
/// A line parts two sides; where one side has no lane there is no line. Without a front lane the customer sees nothing of
/// the organisation, and the line of visibility falls together with the line of interaction: both are returned.
pub(super) fn between(lanes: &[Lane]) -> Vec<Line> {
    let last = |upto: Visibility| lanes.iter().rposition(|lane| lane.visibility <= upto);
    let has_back = lanes.iter().any(|lane| lane.visibility == Visibility::Back);
    let candidates = [
        (LineKind::Interaction, last(Visibility::Customer)),
        (LineKind::Visibility, last(Visibility::Front)),
        (LineKind::InternalInteraction, last(Visibility::Back).filter(|_| has_back)),
    ];
    candidates
        .into_iter()
        .filter_map(|(kind, place)| place.map(|below_lane| Line { kind, below_lane }))
        .filter(|line| line.below_lane + 1 < lanes.len())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use LineKind::{Interaction, InternalInteraction};
    use Visibility::{Back, Customer, Front, Partner, System};

    fn lines(visibilities: &[Visibility]) -> Vec<(LineKind, usize)> {
        let lanes: Vec<Lane> = visibilities
            .iter()
            .map(|&visibility| Lane { id: String::new(), name: String::new(), visibility })
            .collect();
        between(&lanes).into_iter().map(|line| (line.kind, line.below_lane)).collect()
    }

    #[test]
    fn a_full_blueprint_has_all_three() {
        assert_eq!(
            lines(&[Customer, Front, Front, Back, System, Partner]),
            [(Interaction, 0), (LineKind::Visibility, 2), (InternalInteraction, 3)]
        );
    }

    #[test]
    fn without_a_front_lane_interaction_and_visibility_coincide() {
        assert_eq!(lines(&[Customer, Back]), [(Interaction, 0), (LineKind::Visibility, 0)]);
    }

    #[test]
    fn a_line_with_nothing_below_is_not_drawn() {
        assert_eq!(lines(&[Customer]), []);
        assert_eq!(lines(&[Customer, Front]), [(Interaction, 0)]);
        assert_eq!(lines(&[Customer, Front, Partner]), [(Interaction, 0), (LineKind::Visibility, 1)]);
    }
}
