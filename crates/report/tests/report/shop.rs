//! The made-up shop: does the report find what was planted, and does it agree with counting by hand?

use std::collections::HashMap;

use crate::files::{Memory, shop, shop_spec};
use report::figures::Part;
use samples::shop::truth;

/// A file's rows by the names of its columns.
fn rows(memory: &Memory, file: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(memory.0[file].as_slice());
    reader.deserialize().map(|row| row.expect("a row of text")).collect()
}

/// An order as the other way of counting sees it.
struct Order {
    delivered: Option<jiff::Timestamp>,
    promised: Option<jiff::Timestamp>,
    customer: String,
    price: f64,
}

fn orders(memory: &Memory) -> HashMap<String, Order> {
    let mut orders: HashMap<String, Order> = rows(memory, "orders.csv")
        .into_iter()
        .map(|row| {
            let order = Order {
                delivered: row["delivered_at"].parse().ok(),
                promised: row["promised_on"].parse().ok(),
                customer: row["customer_id"].clone(),
                price: 0.0,
            };
            (row["order_id"].clone(), order)
        })
        .collect();
    for item in rows(memory, "items.csv") {
        orders.get_mut(&item["order_id"]).expect("an order").price +=
            item["price"].parse::<f64>().expect("a price");
    }
    orders
}

#[test]
fn the_planted_effect_of_lateness_is_found() {
    let report = report::report(&shop_spec(), &shop(8000)).unwrap();
    let late = &report.drivers[0];
    assert_eq!(late.id, "late", "nothing else makes such a difference");
    let interval = late.difference_ci95.unwrap();
    assert!(interval.low < truth::LATE_EFFECT && truth::LATE_EFFECT < interval.high, "{interval:?}");
    let placebo = report.drivers.iter().find(|driver| driver.id == "business").unwrap();
    let interval = placebo.difference_ci95.unwrap();
    assert!(interval.low < 0.0 && 0.0 < interval.high, "segments move nothing: {interval:?}");
}

#[test]
fn promises_and_compensation_agree_with_counting_by_hand() {
    let memory = shop(3000);
    let report = report::report(&shop_spec(), &memory).unwrap();
    let orders = orders(&memory);
    let customers: HashMap<String, String> = rows(&memory, "customers.csv")
        .into_iter()
        .map(|row| (row["customer_id"].clone(), row["region"].clone()))
        .collect();

    let mut groups: HashMap<&str, (u64, u64, f64)> = HashMap::new();
    let (mut n, mut late, mut owed) = (0, 0, 0.0);
    for order in orders.values() {
        let (Some(delivered), Some(promised)) = (order.delivered, order.promised) else { continue };
        let broken = delivered > promised;
        let due = if broken { order.price * 0.1 } else { 0.0 };
        let group = groups.entry(&customers[&order.customer]).or_default();
        *group = (group.0 + 1, group.1 + u64::from(broken), group.2 + due);
        n += 1;
        late += u64::from(broken);
        owed += due;
    }
    let promise = report.promise.unwrap();
    assert_eq!((promise.all.n, promise.all.late), (n, late));
    assert!((promise.all.compensation - owed).abs() < 1e-6);
    assert_eq!(promise.by_month.iter().map(|(_, kept)| kept.n).sum::<u64>(), n);
    assert_eq!(promise.by_group.len(), groups.len());
    for (part, kept) in &promise.by_group {
        let Part::Value(region) = part else { panic!("{part:?} is no region") };
        let (n, late, owed) = groups[region.as_str()];
        assert_eq!((kept.n, kept.late), (n, late), "{region}");
        assert!((kept.compensation - owed).abs() < 1e-6, "{region}");
    }
}

#[test]
fn scores_and_drivers_agree_with_counting_by_hand() {
    let memory = shop(3000);
    let report = report::report(&shop_spec(), &memory).unwrap();
    let orders = orders(&memory);
    let (mut all, mut late, mut in_time) = (Vec::new(), Vec::new(), Vec::new());
    for review in rows(&memory, "reviews.csv") {
        let score: f64 = review["score"].parse().expect("a score");
        all.push(score);
        let order = &orders[&review["order_id"]];
        if let (Some(delivered), Some(promised)) = (order.delivered, order.promised) {
            if delivered > promised { &mut late } else { &mut in_time }.push(score);
        }
    }
    let mean = |scores: &[f64]| scores.iter().sum::<f64>() / scores.len() as f64;
    let scores = report.scores.as_ref().unwrap();
    assert_eq!(scores.all.n, all.len() as u64);
    assert!((scores.all.mean.unwrap() - mean(&all)).abs() < 1e-9);
    let top = all.iter().filter(|score| **score >= 4.0).count() as f64 / all.len() as f64;
    assert!((scores.all.top_share.unwrap() - top).abs() < 1e-9);
    assert_eq!(scores.by_group.iter().map(|(_, score)| score.n).sum::<u64>(), all.len() as u64);
    assert_eq!(scores.by_step.iter().map(|(_, score)| score.n).sum::<u64>(), all.len() as u64);

    let driver = report.drivers.iter().find(|driver| driver.id == "late").unwrap();
    assert_eq!((driver.with.n, driver.without.n), (late.len() as u64, in_time.len() as u64));
    assert!((driver.difference.unwrap() - (mean(&late) - mean(&in_time))).abs() < 1e-9);

    let halved = report.what_ifs.iter().find(|what_if| what_if.id == "halve-late").unwrap();
    let share = late.len() as f64 / (late.len() + in_time.len()) as f64;
    assert!((halved.change - 0.5 * share * (mean(&in_time) - mean(&late))).abs() < 1e-9);
    let owed = report.promise.as_ref().unwrap().all.compensation;
    assert!(
        (halved.compensation_change + owed / 2.0).abs() < 1e-6,
        "half of the late orders, half of what is owed"
    );
    let interval = halved.change_ci95.unwrap();
    assert!(interval.low < halved.change && halved.change < interval.high);
}

#[test]
fn every_messy_row_is_listed_and_every_case_is_there() {
    let memory = shop(3000);
    let report = report::report(&shop_spec(), &memory).unwrap();
    assert_eq!(report.cases, 3000);
    let listed = |kind: eventlog::ProblemKind| -> u64 {
        report
            .problems
            .iter()
            .filter(|found| found.problem.kind == kind)
            .map(|found| found.problem.count)
            .sum()
    };
    let columns = ["ordered_at", "paid_at", "packed_at", "handed_over_at", "delivered_at"];
    let (mut missing, mut unreadable) = (0, 0);
    for row in rows(&memory, "orders.csv") {
        for column in columns {
            missing += u64::from(row[column].is_empty());
            unreadable +=
                u64::from(!row[column].is_empty() && row[column].parse::<jiff::Timestamp>().is_err());
        }
        // Not a step of the process: it may be empty.
        let promised = &row["promised_on"];
        unreadable += u64::from(!promised.is_empty() && promised.parse::<jiff::Timestamp>().is_err());
    }
    assert_eq!(
        (listed(eventlog::ProblemKind::MissingTime), listed(eventlog::ProblemKind::UnreadableTime)),
        (missing, unreadable)
    );
    assert!(missing > 0 && unreadable > 0);
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let json = || report::report(&shop_spec(), &shop(500)).unwrap().to_json().to_string();
    assert_eq!(json(), json());
}
