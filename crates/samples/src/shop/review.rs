//! What customers say afterwards.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, Exp1};

use super::delivery::{Delivery, Status};
use super::demand::exported_at;
use super::truth::{FAILED_SCORES, REVIEWED_SHARE, SCORES};
use crate::odds::{draw, pick};
use crate::stamp::DAY_S;

/// Share of lost, cancelled and returned orders that are reviewed.
const FAILED_REVIEWED_SHARE: f64 = 0.6;
/// Share of reviews with words.
const COMMENTED_SHARE: f64 = 0.45;

/// An answer to the shop's question, asked a day after an order's end.
pub(super) struct Review {
    pub score: usize,
    pub comment: &'static str,
    pub asked_at: i64,
    pub answered_at: i64,
}

impl Review {
    /// The review of an order, if there is one by the export.
    pub(super) fn of(delivery: &Delivery, is_split: bool, rng: &mut impl Rng) -> Option<Self> {
        let asked_at = delivery.ended_at? + DAY_S;
        let thinking_days: f64 = Exp1.sample(rng);
        let answered_at = asked_at + 60 + (1.8 * DAY_S as f64 * thinking_days) as i64;
        let is_late = delivery.is_late();
        let (scores, reviewed, said) = match delivery.status {
            Status::Delivered if is_late => (&SCORES[1][usize::from(is_split)], REVIEWED_SHARE, &LATE),
            Status::Delivered => (&SCORES[0][usize::from(is_split)], REVIEWED_SHARE, &IN_TIME),
            _ => (&FAILED_SCORES, FAILED_REVIEWED_SHARE, &FAILED),
        };
        let score = draw(scores, rng) + 1;
        let [bad, good] = said;
        let comment = if rng.random_bool(COMMENTED_SHARE) {
            *pick(if score < 4 { bad } else { good }, rng)
        } else {
            ""
        };
        let is_answered = rng.random_bool(reviewed) && answered_at < exported_at();
        is_answered.then_some(Self { score, comment, asked_at, answered_at })
    }
}

/// Of orders in time: below 4, and 4 and over.
const IN_TIME: [[&str; 6]; 2] = [
    [
        "Colour is not as in the picture.",
        "Not what I expected, sorry.",
        "The box was dented, the vase just survived",
        "\"Hand-made\" they say. Hm.",
        "Größe falsch angegeben, sonst gut.",
        "Instructions missing.\nHad to guess which screw goes where.",
    ],
    [
        "Lovely, thank you!",
        "Arrived when promised, well packed, just as described.",
        "Très joli, je recommande ! Livraison impeccable.",
        "My mother said: \"Where did you find that?\"",
        "Бързо и точно. Благодаря!",
        "Good quality.\r\n\r\nWould buy again, and did.",
    ],
];

const LATE: [[&str; 6]; 2] = [
    [
        "Came too late for the birthday.",
        "Promised for Tuesday, came the week after, and nobody said a word.",
        "Zu spät, und keine Antwort vom Kundendienst.",
        "Tracking said \"on its way\" for six days",
        "Przesyłka spóźniona, pudełko pogniecione.\nProduct itself is fine.",
        "En retard, sans aucune explication…",
    ],
    [
        "Late, but worth the wait.",
        "A few days over, they wrote to say so, fine by me",
        "Llegó tarde, pero es precioso.",
        "Took its time; \"good things do\", says my wife.",
        "Försenad, men fin kvalitet.",
        "Late.\nStill five stars for the lamp.",
    ],
];

const FAILED: [[&str; 6]; 2] = [
    [
        "Never came. Waiting for my money.",
        "Order cancelled without a reason, \"out of stock\" they said later.",
        "Sent it back, broken on arrival.",
        "Paket verloren, drei Anrufe, drei Auskünfte.",
        "Non è mai arrivato!\nNessuna risposta.",
        "Had to pay the return myself, which I think is wrong.",
    ],
    [
        "Not for me, but the refund was quick.",
        "Cancelled by mistake, solved in an hour, thanks",
        "Sent back the wrong size; no questions asked.",
        "Remboursé en deux jours, merci.",
        "Lost by the carrier, \"we will send another\", they did.",
        "Friendly on the phone.",
    ],
];
