//! Who may do what: every route, with each of its methods.
//!
//! A line says who may do it to what is theirs or everyone's; `but` says who may do it to what is another's, such as a
//! confidential case of another customer or another person's token. A form holds what a right request would, and
//! names in brackets stand for what the story puts in.

use super::Row;
use super::Who::{Anyone, CustomersAnd, Known, May, Nobody};
use app::web::Right::{Administer, Design, See, Work};

/// The table.
pub const TABLE: &[Row] = &[
    Row::get("/", Known),
    Row::get("/sign-in", Anyone),
    Row::post("/sign-in", Anyone, "email=a@linden.example&password=b"),
    Row::post("/sign-out", Known, ""),
    Row::get("/welcome", Anyone),
    Row::post("/welcome", Nobody, "key=a&organisation=b&name=c&email=d@linden.example&password=0123456789"),
    Row::get("/search", Known),
    Row::get("/assets/{mark}/{name}", Anyone),
    Row::get("/healthz", Anyone),
    Row::get("/readyz", Anyone),
    Row::get("/metrics", May(Administer)).for_programs(),
    // Settings.
    Row::get("/settings", Known),
    Row::post("/settings/password", Known, "old=wrong&new=0123456789"),
    Row::post("/settings/language", Anyone, "language=en"),
    Row::post("/settings/theme", Known, "theme=dark"),
    Row::get("/settings/people", May(Administer)),
    Row::post("/settings/people", May(Administer), "name=A&email=a@b.example&role=agent&password=0123456789"),
    Row::post("/settings/people/{person}/role", May(Administer), "role=viewer"),
    Row::post("/settings/people/{person}/access", May(Administer), "open=false"),
    Row::get("/settings/tokens", Known),
    Row::post("/settings/tokens", Known, "name=a&days=30"),
    Row::post("/settings/tokens/{token}/end", Known, "").but(Nobody),
    // Processes, and what to improve in them.
    Row::get("/processes", May(See)),
    Row::get("/processes/{key}", May(See)),
    Row::get("/processes/{key}/steps", May(See)),
    Row::get("/processes/{key}/edit", May(Design)),
    Row::post("/processes/{key}/edit", May(Design), EDITED_PROCESS),
    Row::get("/improve", May(See)),
    Row::get("/improve/{key}", May(See)),
    Row::get("/improve/{key}/report", May(See)),
    // Cases.
    Row::get("/cases", Known),
    Row::post("/cases", CustomersAnd(Work), "title=Slow"),
    Row::get("/cases/new", CustomersAnd(Work)),
    Row::get("/cases/{number}", Known).but(May(Administer)),
    Row::post("/cases/{number}", May(Work), "title=Slower&text=&version=1").but(May(Administer)),
    Row::get("/cases/{number}/edit", May(Work)).but(May(Administer)),
    Row::get("/cases/{number}/clock", Known).but(May(Administer)),
    Row::post("/cases/{number}/comments", CustomersAnd(Work), "text=Hello").but(May(Administer)),
    Row::get("/cases/{number}/comments/{comment}", CustomersAnd(Work)).but(Nobody),
    Row::post("/cases/{number}/comments/{comment}", CustomersAnd(Work), "text=Well").but(Nobody),
    Row::post("/cases/{number}/comments/{comment}/delete", CustomersAnd(Work), "").but(May(Administer)),
    Row::post("/cases/{number}/tasks", May(Work), "title=Look").but(May(Administer)),
    Row::post("/cases/{number}/tasks/{task}/completion", May(Work), "").but(May(Administer)),
    Row::post("/cases/{number}/tasks/{task}/completion/delete", May(Work), "").but(May(Administer)),
    Row::post("/cases/{number}/closure", May(Work), "outcome=done").but(May(Administer)),
    Row::post("/cases/{number}/closure/delete", May(Work), "reason=again").but(May(Administer)),
    Row::post("/cases/{number}/steps", May(Work), "step=examined").but(May(Administer)),
    Row::post("/cases/{number}/assignment", May(Work), "").but(May(Administer)),
    Row::post("/cases/{number}/assignment/delete", May(Work), "").but(May(Administer)),
    Row::post("/cases/{number}/due", May(Work), "due=2026-04-01").but(May(Administer)),
    Row::post("/cases/{number}/priority", May(Work), "priority=high").but(May(Administer)),
    Row::post("/cases/{number}/wait", May(Work), "").but(May(Administer)),
    Row::post("/cases/{number}/wait/delete", May(Work), "").but(May(Administer)),
    // What customers say.
    Row::get("/f/{token}", Anyone),
    Row::post("/f/{token}", Anyone, "score=7"),
    Row::get("/feedback", May(See)),
    Row::get("/feedback/links", May(Work)),
    Row::post("/feedback/links", May(Work), "process=internet-fault&question=nps"),
    Row::get("/feedback/{process}", May(See)),
    // Event logs.
    Row::get("/logs", May(See)),
    Row::post("/logs", May(Design), FILE),
    Row::get("/logs/{id}", May(See)),
    Row::get("/logs/{id}/problems", May(See)),
    Row::get("/logs/{id}/mapping", May(Design)),
    Row::post("/logs/{id}/mapping", May(Design), "column-0=case"),
    Row::get("/logs/{id}/report", May(See)),
    Row::get("/logs/{id}/removal", May(Design)),
    Row::post("/logs/{id}/removal", May(Design), ""),
    // The API.
    Row::get("/api/docs", Anyone),
    Row::get("/api/v1/me", Known).for_programs(),
    Row::get("/api/v1/people", May(Administer)).for_programs(),
    Row::get("/api/v1/processes", May(See)).for_programs(),
    Row::get("/api/v1/processes/{key}", May(See)).for_programs(),
    Row::get("/api/v1/processes/{key}/report", May(See)).for_programs(),
    Row::get("/api/v1/feedback", May(See)).for_programs(),
    Row::post("/api/v1/feedback", May(Work), ANSWER).for_programs(),
    Row::get("/api/v1/feedback/scores", May(See)).for_programs(),
    Row::get("/api/v1/logs", May(See)).for_programs(),
    Row::post("/api/v1/logs", May(Design), FILE).for_programs(),
    Row::get("/api/v1/logs/{id}", May(See)).for_programs(),
];

const EDITED_PROCESS: &str = "version=1&name=A&description=&stage=maintain&area=relationship&state=published\
    &owner=&department=&promise=repaired-in-a-day&reviewed=";

const ANSWER: &str = r#"{"process": "internet-fault", "question": "nps", "score": 7}"#;

/// A file that is uploaded, as the two ways to upload one want it.
pub const FILE: &str = "order,status,changed\n1,Ordered,2026-01-05 09:00\n1,Delivered,2026-01-07 10:30\n";
