//! Specs that are right, and every mistake with its place.

use super::*;

const SHOP: &str = r#"
title = { en = "Orders", bg = "Поръчки" }
currency = "EUR"
cases = "orders"
null = ["?"]

[files.orders]
path = "orders.csv"
case = "id"
suspect.status = ["-100"]

[files.customers]
path = "customers.csv"
key = "id"
via = "customer"

[fields]
customer = { file = "orders", column = "customer" }
status = { file = "orders", column = "status" }
region = { file = "customers", column = "region" }
ordered = { file = "orders", column = "ordered", kind = "time" }
delivered = { file = "orders", column = "delivered", kind = "time" }
due = { file = "orders", column = "due", kind = "time" }
paid = { file = "orders", column = "paid", kind = "number", take = "sum" }
days = { from = "ordered", to = "delivered" }

[[lane]]
id = "customer"
name = "Customer"
visibility = "customer"

[[step]]
name = "Ordered"
lane = "customer"
file = "orders"
time = "ordered"

[[end]]
name = "Received"
lane = "customer"
good = true
when = { status = ["delivered", "returned"], delivered = { present = true } }

[group]
field = "region"
name = "Region"

[promise]
name = "Delivered in time"
among = { status = "delivered" }
done = "delivered"
by = "due"
compensation = { percent = 10, of = "paid" }

[score]
name = "Score"
file = "orders"
value = "score"
scale = [0, 10]

[[driver]]
id = "late"
name = "Late"
when = "promise broken"

[[driver]]
id = "slow"
name = "More than a week"
when = { days = { over = 7 } }

[[what_if]]
name = "Halve lateness"
driver = "late"
factor = 0.5
"#;

fn mistakes(text: &str) -> Vec<String> {
    Spec::parse(text).expect_err("a mistake").iter().map(ToString::to_string).collect()
}

/// The mistakes after one line of the shop's spec was exchanged.
fn with(old: &str, new: &str) -> Vec<String> {
    assert_eq!(SHOP.matches(old).count(), 1, "{old}");
    mistakes(&SHOP.replace(old, new))
}

fn line_of(text: &str) -> usize {
    SHOP.lines().position(|line| line.contains(text)).expect("in the spec") + 1
}

#[test]
fn a_whole_spec_is_read() {
    let spec = Spec::parse(SHOP).unwrap();
    assert_eq!((spec.title.to(Language::Bg), spec.title.to(Language::Zh)), ("Поръчки", "Orders"));
    assert_eq!(spec.files[spec.cases].path, "orders.csv");
    let customer = spec.fields.iter().position(|field| field.id == "customer").unwrap();
    let looked_up = spec.files.iter().find(|file| file.id == "customers").unwrap();
    assert_eq!(looked_up.rows, RowsOf::LookUp { key: "id".into(), via: customer });
    assert_eq!(spec.files[spec.cases].suspect, [("status".to_owned(), vec!["-100".to_owned()])]);
    let promise = spec.promise.unwrap();
    assert!(matches!(promise.compensation, Some(Compensation::Percent { percent, .. }) if percent == 10.0));
    assert_eq!(spec.drivers[0].among, promise.among, "a driver is looked at where the promise holds");
    assert!(
        matches!(&spec.drivers[1].when, DriverWhen::Holds(Condition(tests)) if tests[0].1 == Test::Between(Some(7.0), None))
    );
    assert_eq!(spec.ends[0].when.0.len(), 2);
}

#[test]
fn a_misspelt_key_is_found_with_its_place_and_a_guess() {
    let found = with("currency =", "curency =");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("line 3, column 1: [spec] has no key \"curency\"; did you mean \"currency\"?"),
        "{found:?}"
    );
    let found = with("time = \"ordered\"", "tiem = \"ordered\"");
    assert_eq!(found.len(), 2, "the key that is unknown and the one that is missing: {found:?}");
}

#[test]
fn names_that_stand_nowhere_are_found() {
    for (old, new, expected) in [
        ("by = \"due\"", "by = \"deu\"", "there is no field \"deu\"; did you mean \"due\"?"),
        ("cases = \"orders\"", "cases = \"order\"", "there is no file \"order\"; did you mean \"orders\"?"),
        ("driver = \"late\"", "driver = \"lat\"", "there is no driver \"lat\"; did you mean \"late\"?"),
        ("via = \"customer\"", "via = \"x\"", "there is no field \"x\""),
    ] {
        let found = with(old, new);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(expected), "{found:?}");
        assert!(found[0].starts_with(&format!("line {},", line_of(old))), "{found:?}");
    }
}

#[test]
fn fields_of_the_wrong_kind_are_found() {
    for (old, new, expected) in [
        ("by = \"due\"", "by = \"paid\"", "the field \"paid\" must be of kind time here"),
        ("of = \"paid\"", "of = \"status\"", "the field \"status\" must be of kind number here"),
        ("among = { status = \"delivered\" }", "among = { paid = \"delivered\" }", "must be of kind text"),
        ("days = { over = 7 }", "status = { over = 7 }", "must be of kind number"),
        ("days = { over = 7 }", "days = { above = 7 }", "[days] has no key \"above\""),
        ("days = { over = 7 }", "days = { over = \"7\" }", "\"over\" must be number"),
        ("days = { over = 7 }", "days = { over = 7, under = 7 }", "\"days\" must be condition"),
        ("days = { over = 7 }", "status = []", "\"status\" must be condition"),
        ("days = { from = \"ordered\"", "days = { from = \"status\"", "must be of kind time"),
        ("kind = \"number\", take = \"sum\"", "take = \"sum\"", "must be of kind number"),
    ] {
        let found = with(old, new);
        assert!(found.iter().any(|mistake| mistake.contains(expected)), "{new}: {found:?}");
    }
}

#[test]
fn values_that_are_none_are_found() {
    for (old, new, expected) in [
        ("factor = 0.5", "factor = 2", "\"2\" is no value for \"factor\""),
        ("visibility = \"customer\"", "visibility = \"stage\"", "\"stage\" is no value for \"visibility\""),
        ("null = [\"?\"]", "null = 3", "\"null\" must be text"),
        ("null = [\"?\"]", "time_zone = \"Mars\"", "\"Mars\" is no value for \"time_zone\""),
        ("currency = \"EUR\"", "currency = 3", "\"currency\" must be text"),
        ("kind = \"number\", take", "kind = \"nummer\", take", "\"nummer\" is no value for \"kind\""),
        ("when = \"promise broken\"", "when = \"late\"", "\"late\" is no value for \"when\""),
        ("when = \"promise broken\"", "", "[driver] needs the key \"when\""),
        ("scale = [0, 10]", "scale = [0, 1]\ntop = 2", "\"2\" is no value for \"top\""),
        ("percent = 10,", "percent = -10,", "\"-10\" is no value for \"percent\""),
        ("currency = \"EUR\"", "seed = 1.5", "\"seed\" must be whole"),
        ("currency = \"EUR\"", "seed = -1", "\"seed\" must be whole"),
        ("currency = \"EUR\"", "currency = \"\"", "\"currency\" is empty"),
        ("currency = \"EUR\"", "about = {}", "\"about\" is empty"),
        ("driver = \"late\"", "driver = \"\"", "\"driver\" is empty"),
        ("days = { over = 7 }", "\"\" = { over = 7 }", "\"when\" is empty"),
        (
            "suspect.status",
            "encoding = \"klingon\"\nsuspect.status",
            "\"klingon\" is no value for \"encoding\"",
        ),
        ("suspect.status", "decimal = \"x\"\nsuspect.status", "\"x\" is no value for \"decimal\""),
    ] {
        let found = with(old, new);
        assert!(found.iter().any(|mistake| mistake.contains(expected)), "{new}: {found:?}");
    }
}

#[test]
fn names_that_were_given_before_are_found() {
    for (old, new, expected) in [
        ("id = \"slow\"", "id = \"late\"", "the driver \"late\" stands here a second time"),
        ("name = \"Received\"", "name = \"Ordered\"", "the step \"Ordered\" stands here a second time"),
    ] {
        let found = with(old, new);
        assert!(found.iter().any(|mistake| mistake.contains(expected)), "{new}: {found:?}");
    }
}

#[test]
fn of_very_many_mistakes_a_hundred_are_listed_and_one_mistake_once() {
    let many: String = (0..5000).map(|i| format!("key{i} = 1\n")).collect();
    let found = mistakes(&many);
    assert_eq!(found.len(), 101);
    assert!(found[100].contains("more than 100"), "{}", found[100]);
    let found = with("[fields]\n", "[fields]\nwrong = 3\n");
    assert_eq!(
        found.iter().filter(|mistake| mistake.contains("\"fields.wrong\" must be table")).count(),
        1,
        "{found:?}"
    );
}

#[test]
fn look_ups_that_wait_for_each_other_are_found() {
    let found = with(
        "customer = { file = \"orders\", column = \"customer\" }",
        "customer = { file = \"customers\", column = \"customer\" }",
    );
    assert!(found[0].contains("looked up through a field that comes from itself"), "{found:?}");
}

#[test]
fn what_is_no_toml_or_too_long_is_refused() {
    assert!(mistakes("title = \"x\ncases = 1")[0].starts_with("line 1, column"));
    assert!(mistakes(&"#".repeat(SPEC_BYTES + 1))[0].contains("longer than"));
    assert!(!mistakes("").is_empty());
}
