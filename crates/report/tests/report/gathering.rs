//! What is taken from rows, and what is said of those that cannot be used.

use eventlog::{ProblemKind, ReadError};
use report::{FileError, Report, Spec};

use crate::files::Memory;

const BASE: &str = r#"
title = "Orders"
cases = "f"
lane = [{ id = "c", name = "Customer", visibility = "customer" }]
step = [{ name = "Seen", lane = "c", file = "f", time = "t" }]
"#;

fn made(spec: &str, files: &[(&str, &str)]) -> Result<Report, FileError> {
    let spec = Spec::parse(&format!("{BASE}{spec}")).expect("a sound spec");
    report::report(&spec, &Memory::of(files))
}

fn count(report: &Report, kind: ProblemKind) -> u64 {
    report.problems.iter().filter(|found| found.problem.kind == kind).map(|found| found.problem.count).sum()
}

#[test]
fn a_driver_says_nothing_of_cases_it_is_not_known_of() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id" }
        fields.n = { file = "f", column = "n", kind = "number" }
        score = { name = "Score", file = "f", value = "score", scale = [1, 5] }
        driver = [{ id = "high", name = "High", when = { n = { over = 3 } } }, { id = "low", name = "Low", when = { n = { under = 4 } } }]
    "#;
    let rows = "id,t,n,score\n1,2026-01-01,5,1\n2,2026-01-01,5,2\n3,2026-01-01,1,5\n4,2026-01-01,1,4\n5,2026-01-01,,1\n6,2026-01-01,,1\n";
    let report = made(spec, &[("f.csv", rows)]).unwrap();
    let difference =
        |id: &str| report.drivers.iter().find(|driver| driver.id == id).unwrap().difference.unwrap();
    assert_eq!((difference("high"), difference("low")), (-3.0, 3.0), "one is the other's complement");
}

#[test]
fn of_several_rows_the_latest_counts_by_number_or_by_time() {
    for (order, rows) in [
        ("v", "id,t,v,state\n1,2026-01-01,2,new\n1,2026-01-02,10,last\n1,2026-01-03,9,old\n"),
        ("t", "id,t,v,state\n1,2026-01-03,1,old\n1,2026-01-09,1,last\n1,2026-01-08,1,new\n"),
    ] {
        let spec = format!(
            r#"
            files.f = {{ path = "f.csv", case = "id", order_by = "{order}" }}
            fields.state = {{ file = "f", column = "state" }}
            end = [{{ name = "Good", lane = "c", good = true, when = {{ state = "last" }} }}]
            "#
        );
        let report = made(&spec, &[("f.csv", rows)]).unwrap();
        assert_eq!(report.steps[1].count, 1, "by {order}");
    }
}

#[test]
fn an_order_that_cannot_be_read_is_told() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id", order_by = "v" }
        fields.state = { file = "f", column = "state" }
    "#;
    let report =
        made(spec, &[("f.csv", "id,t,v,state\n1,2026-01-01,,a\n1,2026-01-01,x,b\n1,2026-01-01,1,c\n")])
            .unwrap();
    assert_eq!(count(&report, ProblemKind::UnreadableNumber), 2);
}

#[test]
fn numbers_are_read_as_the_file_writes_them() {
    let promise = r#"
        fields.n = { file = "f", column = "n", kind = "number", take = "sum" }
        fields.kept = { file = "f", column = "kept", kind = "yes-no" }
        promise = { name = "Kept", kept = "kept", compensation = { percent = 100, of = "n" } }
    "#;
    let rows = "id;t;n;kept\n1;2026-01-01;1.234,50;no\n";
    let owed = |decimal: &str| {
        let spec = format!("files.f = {{ path = \"f.csv\", case = \"id\"{decimal} }}\n{promise}");
        let report = made(&spec, &[("f.csv", rows)]).unwrap();
        (report.promise.as_ref().unwrap().all.compensation, count(&report, ProblemKind::UnreadableNumber))
    };
    assert_eq!(owed(", decimal = \",\""), (1234.5, 0));
    assert_eq!(owed(""), (0.0, 1), "a comma is no point");
}

#[test]
fn what_ends_before_it_starts_is_left_out_and_told() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id" }
        fields.a = { file = "f", column = "a", kind = "time" }
        fields.b = { file = "f", column = "b", kind = "time" }
        lead_time = { from = "a", to = "b" }
    "#;
    let rows = "id,t,a,b\n1,2026-01-01,2026-01-01,2026-01-03\n2,2026-01-01,2026-01-04,2026-01-03\n";
    let report = made(spec, &[("f.csv", rows)]).unwrap();
    let times = report.lead_time.unwrap();
    assert_eq!((times.n, times.min_s), (1, 2.0 * 86_400.0));
    assert_eq!(count(&report, ProblemKind::EndBeforeStart), 1);
}

#[test]
fn a_file_of_which_no_row_finds_its_case_is_an_error() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id" }
        files.r = { path = "r.csv", case = "order" }
        score = { name = "Score", file = "r", value = "score", scale = [1, 5] }
    "#;
    let cases = ("f.csv", "id,t\n1,2026-01-01\n");
    let failed = made(spec, &[cases, ("r.csv", "order,score\nx1,5\nx2,4\n")]).unwrap_err();
    assert!(matches!(failed.error, ReadError::NoUsableRows { rows: 2 }), "{failed}");
    let failed =
        made(spec, &[("f.csv", "id,t\n,2026-01-01\n"), ("r.csv", "order,score\n1,5\n")]).unwrap_err();
    assert_eq!((failed.path.as_str(), failed.error.line()), ("f.csv", None), "{failed}");
}

#[test]
fn a_look_up_is_asked_only_for_what_is_in_it() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id" }
        files.l = { path = "l.csv", key = "key", via = "k" }
        fields.k = { file = "f", column = "k" }
    "#;
    let cases = ("f.csv", "id,t,k\n1,2026-01-01,a\n2,2026-01-01,b\n");
    let report = made(spec, &[cases, ("l.csv", "key,x\na,1\nc,2\n")]).unwrap();
    assert_eq!(count(&report, ProblemKind::UnknownKey), 1, "b is not there, c is not asked for");
}

#[test]
fn a_bad_score_that_is_a_field_as_well_is_told_once() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id" }
        fields.s = { file = "f", column = "score", kind = "number" }
        score = { name = "Score", file = "f", value = "score", scale = [1, 5] }
    "#;
    let report = made(spec, &[("f.csv", "id,t,score\n1,2026-01-01,good\n2,2026-01-01,3\n")]).unwrap();
    assert_eq!(count(&report, ProblemKind::UnreadableNumber), 1);
}

#[test]
fn cases_without_rows_have_none() {
    let spec = r#"
        files.f = { path = "f.csv", case = "id" }
        files.i = { path = "i.csv", case = "order" }
        fields.items = { file = "i", column = "item", kind = "number", take = "count" }
        end = [{ name = "Empty", lane = "c", when = { items = { under = 1 } } }]
    "#;
    let cases = ("f.csv", "id,t\n1,2026-01-01\n2,2026-01-01\n");
    let report = made(spec, &[cases, ("i.csv", "order,item\n1,a\n1,b\n")]).unwrap();
    assert_eq!(report.steps[1].count, 1);
}
