//! What the demo's people ask "what if" about. What they would bring, the simulator says.

use crate::rooms::processes::Process;
use crate::rooms::whatif::{self, Changes};
use crate::web::Problem;
use db::Tx;
use jiff::Timestamp;
use serde_json::{Value, json};

/// Process, name and changes of each.
fn asked() -> [(&'static str, &'static str, Value); 3] {
    [
        // Each firm has a manager of its own, who waits for nobody to hand the case on.
        (
            "business-site",
            "Dedicated account managers",
            json!({
                "people": { "front-1": 3 }, "cost_per_hour": { "front-1": 46 },
                "delay_s": { "review": 0 }, "shares": { "accept": { "review": 0.92, "install": 0.08 } }
            }),
        ),
        // The hotline calls back when customers are at home, and asks at once instead of when a line is free.
        (
            "slow-internet",
            "Callback instead of queueing",
            json!({
                "hours": { "front-1": "mon-fri 08:00-20:00, sat 09:00-14:00" },
                "delay_s": { "compare": 3600, "verify": 3600, "wifi": 0 }
            }),
        ),
        // Mondays bring half as many faults again as other days.
        ("mend-fault", "One more engineer on Mondays", json!({ "extra": { "back-3": { "mon": 1 } } })),
    ]
}

/// Adds them; they are simulated as soon as the program answers.
pub async fn add(tx: &mut Tx, processes: &[Process], now: Timestamp) -> Result<(), Problem> {
    for (key, name, changes) in asked() {
        let changes: Changes = serde_json::from_value(changes).map_err(|_| Problem::Unexpected)?;
        if let Some(process) = processes.iter().find(|process| process.key == key) {
            let scenario = whatif::add(tx, process.id, (name, changes), ("program", None), now).await?;
            whatif::await_turn(tx, &scenario, now).await?;
        }
    }
    Ok(())
}
