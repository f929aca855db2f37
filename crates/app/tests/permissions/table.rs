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
    Row::get("/settings/emotions", May(Administer)),
    Row::post(
        "/settings/emotions",
        May(Administer),
        "version=0&name=&label=Lost&cluster=destroying&name=happy&label=&cluster=advocacy&offered=1",
    ),
    Row::post("/settings/emotions/standard", May(Administer), "version=0"),
    Row::get("/settings/tokens", Known),
    Row::post("/settings/tokens", Known, "name=a&days=30"),
    Row::post("/settings/tokens/{token}/end", Known, "").but(Nobody),
    // Processes, and what to improve in them.
    Row::get("/processes", May(See)),
    Row::get("/processes/landscape", May(See)),
    Row::get("/processes/export.csv", May(See)),
    Row::get("/processes/export.xlsx", May(See)),
    Row::get("/processes/new", May(Design)),
    Row::post("/processes/new", May(Design), NEW_PROCESS),
    Row::get("/processes/import", May(Design)),
    Row::post("/processes/import", May(Design), "rows=Name%0AA"),
    Row::post("/processes/import/file", May(Design), FILE),
    Row::get("/processes/imports/{import}", May(Design)).but(Nobody),
    Row::post("/processes/imports/{import}", May(Design), "").but(Nobody),
    Row::post("/processes/edits", May(Design), "all=1"),
    Row::get("/processes/edits/{edit}", May(Design)).but(Nobody),
    Row::post("/processes/edits/{edit}", May(Design), "stage=develop").but(Nobody),
    Row::post("/processes/edits/{edit}/undo", May(Design), "").but(Nobody),
    Row::get("/processes/views", May(See)),
    Row::post("/processes/views", May(See), "name=A&query=stage%3Dmaintain"),
    Row::post("/processes/views/{view}", May(See), "name=B").but(Nobody),
    Row::post("/processes/views/{view}/delete", May(See), "").but(Nobody),
    Row::get("/processes/{key}", May(See)),
    Row::get("/processes/{key}/emotions", May(See)),
    Row::get("/processes/{key}/scenarios", May(See)),
    Row::post("/processes/{key}/scenarios", May(Design), "version=0&name=a"),
    Row::post("/processes/{key}/scenarios/{place}", May(Design), "version=1&name=a"),
    Row::post("/processes/{key}/scenarios/{place}/delete", May(Design), "version=1"),
    Row::get("/processes/{key}/failures", May(See)),
    Row::post("/processes/{key}/failures", May(Design), FAILURE),
    Row::post("/processes/{key}/failures/{step}/{place}", May(Design), FAILURE),
    Row::post("/processes/{key}/failures/{step}/{place}/delete", May(Design), "version=1"),
    Row::get("/processes/{key}/places", May(See)),
    Row::get("/processes/{key}/systems", May(See)),
    Row::get("/processes/{key}/competitors", May(See)),
    Row::post("/processes/{key}/competitors", May(Design), "version=0&rows=reported,Northline,8"),
    Row::get("/processes/{key}/steps", May(See)),
    Row::get("/processes/{key}/edit", May(Design)),
    Row::post("/processes/{key}/edit", May(Design), EDITED_PROCESS),
    Row::post("/processes/{key}/review", May(Design), "version=1"),
    Row::post("/processes/{key}/retirement", May(Design), "version=1"),
    Row::post("/processes/{key}/retirement/delete", May(Design), "version=1"),
    Row::get("/processes/{key}/map", May(See)),
    Row::get("/processes/{key}/map/print", May(See)),
    Row::get("/processes/{key}/map/export/{format}", May(See)),
    Row::get("/processes/{key}/map/edit", May(Design)),
    Row::get("/processes/{key}/map/grid", May(Design)),
    Row::post("/processes/{key}/map/grid", May(Design), "do=rename-step&step=reported&name=Told"),
    Row::post("/processes/{key}/map/grid/undo", May(Design), ""),
    Row::post("/processes/{key}/map/grid/redo", May(Design), ""),
    Row::get("/processes/{key}/map/import", May(Design)),
    Row::post("/processes/{key}/map/import", May(Design), FILE),
    Row::get("/processes/{key}/map/imports/{file}", May(Design)).but(Nobody),
    Row::post("/processes/{key}/map/imports/{file}", May(Design), "seen=0").but(Nobody),
    Row::get("/processes/{key}/map/versions", May(See)),
    Row::post("/processes/{key}/map/draft", May(Design), "number=1&seen=0"),
    Row::post("/processes/{key}/map/draft/delete", May(Design), "seen=1"),
    Row::post("/processes/{key}/map/publication", May(Design), "seen=1"),
    Row::get("/processes/{key}/map/compare", May(See)),
    Row::get("/processes/{key}/what-if", May(See)),
    Row::get("/processes/{key}/what-if/new", May(Design)),
    Row::post("/processes/{key}/what-if/new", May(Design), "name=A&people/field=2"),
    Row::get("/processes/{key}/what-if/compare", May(See)),
    Row::get("/processes/{key}/what-if/sweep", May(See)),
    Row::get("/processes/{key}/what-if/{scenario}", May(See)),
    Row::get("/processes/{key}/what-if/{scenario}/edit", May(Design)),
    Row::post("/processes/{key}/what-if/{scenario}/edit", May(Design), "version=1&name=B"),
    Row::post("/processes/{key}/what-if/{scenario}/run", May(Design), ""),
    Row::post("/processes/{key}/what-if/{scenario}/run/delete", May(Design), ""),
    Row::post("/processes/{key}/what-if/{scenario}/delete", May(Design), ""),
    Row::get("/processes/{key}/what-if/{scenario}/export/{format}", May(See)),
    Row::get("/processes/{key}/removal", May(Design)),
    Row::post("/processes/{key}/removal", May(Design), "version=1"),
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
    Row::get("/api/openapi.json", Anyone),
    Row::get("/api/v1/cases", Known).for_programs(),
    Row::post("/api/v1/cases", CustomersAnd(Work), r#"{"title": "Slow", "text": ""}"#).for_programs(),
    Row::get("/api/v1/cases/{number}", Known).but(May(Administer)).for_programs(),
    Row::get("/api/v1/cases/{number}/journal", May(See)).but(May(Administer)).for_programs(),
    Row::post("/api/v1/cases/{number}/comments", CustomersAnd(Work), WORDS)
        .but(May(Administer))
        .for_programs(),
    Row::post("/api/v1/cases/{number}/tasks", May(Work), r#"{"name": "Look"}"#)
        .but(May(Administer))
        .for_programs(),
    Row::put("/api/v1/cases/{number}/tasks/{task}/completion", May(Work), "")
        .but(May(Administer))
        .for_programs(),
    Row::delete("/api/v1/cases/{number}/tasks/{task}/completion", May(Work), "")
        .but(May(Administer))
        .for_programs(),
    Row::put("/api/v1/cases/{number}/closure", May(Work), ENDED).but(May(Administer)).for_programs(),
    Row::delete("/api/v1/cases/{number}/closure", May(Work), REOPENED).but(May(Administer)).for_programs(),
    Row::post("/api/v1/cases/{number}/steps", May(Work), REACHED).but(May(Administer)).for_programs(),
    Row::get("/api/v1/me", Known).for_programs(),
    Row::get("/api/v1/people", May(Administer)).for_programs(),
    Row::get("/api/v1/processes", May(See)).for_programs(),
    Row::post("/api/v1/processes", May(Design), ADDED).for_programs(),
    Row::post("/api/v1/processes/bulk", May(Design), r#"{"keys": ["internet-fault"], "set": {}}"#)
        .for_programs(),
    Row::get("/api/v1/processes/{key}", May(See)).for_programs(),
    Row::put("/api/v1/processes/{key}", May(Design), REWRITTEN).for_programs(),
    Row::delete("/api/v1/processes/{key}", May(Design), "").for_programs(),
    Row::get("/api/v1/processes/{key}/maps", May(See)).for_programs(),
    Row::get("/api/v1/processes/{key}/maps/{which}", May(See)).for_programs(),
    Row::put("/api/v1/processes/{key}/map", May(Design), DRAWN).for_programs(),
    Row::post("/api/v1/processes/{key}/maps/copies", May(Design), DRAWN).for_programs(),
    Row::put("/api/v1/processes/{key}/maps/publication", May(Design), r#"{"version": 1}"#).for_programs(),
    Row::post("/api/v1/maps/check", May(See), DRAWN).for_programs(),
    Row::get("/api/v1/maps/diff", May(See)).for_programs(),
    Row::get("/api/v1/processes/{key}/grid", May(See)).for_programs(),
    Row::post("/api/v1/processes/{key}/grid/edits", May(Design), EDITED).for_programs(),
    Row::post("/api/v1/processes/{key}/grid/undo", May(Design), "{}").for_programs(),
    Row::post("/api/v1/processes/{key}/grid/redo", May(Design), "{}").for_programs(),
    Row::get("/api/v1/processes/{key}/report", May(See)).for_programs(),
    Row::get("/api/v1/processes/{key}/scenarios", May(See)).for_programs(),
    Row::post("/api/v1/processes/{key}/scenarios", May(Design), r#"{"name": "A"}"#).for_programs(),
    Row::get("/api/v1/processes/{key}/scenarios/{scenario}", May(See)).for_programs(),
    Row::post("/api/v1/processes/{key}/scenarios/{scenario}/run", May(Design), "").for_programs(),
    Row::get("/api/v1/processes/{key}/scenarios/{scenario}/result", May(See)).for_programs(),
    Row::get("/api/v1/feedback", May(See)).for_programs(),
    Row::post("/api/v1/feedback", May(Work), ANSWER).for_programs(),
    Row::get("/api/v1/feedback/scores", May(See)).for_programs(),
    Row::get("/api/v1/emotions", May(See)).for_programs(),
    Row::put("/api/v1/emotions", May(Administer), EMOTIONS).for_programs(),
    Row::get("/api/v1/logs", May(See)).for_programs(),
    Row::post("/api/v1/logs", May(Design), FILE).for_programs(),
    Row::get("/api/v1/logs/{id}", May(See)).for_programs(),
];

const EDITED_PROCESS: &str = "version=1&name=A&description=&stage=maintain&area=relationship&state=published\
    &initiator=customer&owner=&department=&promise=repaired-in-a-day&reviewed=";

const FAILURE: &str = "version=0&step=reported&what=a&severity=1&occurrence=1&detection=1";

const NEW_PROCESS: &str = "name=A&stage=maintain&area=relationship&state=draft&initiator=customer";

const ADDED: &str = r#"{"name": "A", "stage": "maintain", "area": "relationship", "state": "draft"}"#;

const REWRITTEN: &str =
    r#"{"version": 1, "name": "A", "stage": "maintain", "area": "relationship", "state": "draft"}"#;

const DRAWN: &str = r#"{"bpmn": "<a/>"}"#;

const EDITED: &str = r#"{"edit": {"do": "rename-step", "step": "examined", "name": "Line measured"}}"#;

const WORDS: &str = r#"{"text": "Hello"}"#;

const ENDED: &str = r#"{"outcome": "done"}"#;

const REOPENED: &str = r#"{"reason": "It is slow again"}"#;

const REACHED: &str = r#"{"step": "examined"}"#;

const EMOTIONS: &str = r#"{"version":0,"emotions":[{"name":"lost","label":"Lost","cluster":"destroying"},{"name":"happy","cluster":"advocacy","offered":true}]}"#;

const ANSWER: &str = r#"{"process": "internet-fault", "question": "nps", "score": 7}"#;

/// A file that is uploaded, as the two ways to upload one want it.
pub const FILE: &str = "order,status,changed\n1,Ordered,2026-01-05 09:00\n1,Delivered,2026-01-07 10:30\n";
