//! The made-up shop is what it says: the causes that were planted can be found in its files.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::rc::Rc;

use samples::shop::{MOST_ORDERS, USUAL_ORDERS, truth, write};

#[derive(Clone, Default, PartialEq, Debug)]
struct File(Rc<RefCell<Vec<u8>>>);

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn files(orders: usize, seed: u64) -> HashMap<String, File> {
    let mut files = HashMap::new();
    write(orders, seed, &mut |name| {
        let file = File::default();
        files.insert(name.to_owned(), file.clone());
        Ok(Box::new(file))
    })
    .unwrap();
    files
}

type Row = HashMap<String, String>;

fn rows(files: &HashMap<String, File>, name: &str) -> Vec<Row> {
    let bytes = files[name].0.borrow();
    csv::Reader::from_reader(bytes.as_slice()).deserialize().map(Result::unwrap).collect()
}

/// A reviewed order of which all that matters is known.
struct Known {
    late: bool,
    split: bool,
    region: String,
    segment: String,
    month: String,
    score: f64,
}

/// Delivered and reviewed orders of a large shop, so that chance is small beside the effects.
fn known() -> Vec<Known> {
    let files = files(60_000, 11);
    let by = |name: &str, key: &str| -> HashMap<String, Row> {
        rows(&files, name).into_iter().map(|row| (row[key].clone(), row)).collect()
    };
    let (orders, customers) = (by("orders.csv", "order_id"), by("customers.csv", "customer_id"));
    let split: HashSet<String> = rows(&files, "items.csv")
        .into_iter()
        .filter(|row| row["line"] == "2")
        .map(|row| row["order_id"].clone())
        .collect();
    rows(&files, "reviews.csv")
        .into_iter()
        .filter_map(|review| {
            let order = &orders[&review["order_id"]];
            let customer = &customers[&order["customer_id"]];
            // One form of text for all instants, so their order is that of the text; messy ones are left out.
            let is_known = order["status"] == "delivered" && is_instant(&order["delivered_at"]);
            is_known.then(|| Known {
                late: order["delivered_at"] > order["promised_on"],
                split: split.contains(&review["order_id"]),
                region: customer["region"].clone(),
                segment: customer["segment"].clone(),
                month: order["ordered_at"][5..7].to_owned(),
                score: review["score"].parse().unwrap(),
            })
        })
        .collect()
}

fn is_instant(text: &str) -> bool {
    text.len() == 20 && text.ends_with('Z') && !text.contains("02-30")
}

fn mean<'a>(orders: impl IntoIterator<Item = &'a Known>, figure: impl Fn(&Known) -> f64) -> f64 {
    let (n, sum) = orders.into_iter().fold((0.0, 0.0), |(n, sum), order| (n + 1.0, sum + figure(order)));
    sum / n
}

fn score(order: &Known) -> f64 {
    order.score
}

fn late(order: &Known) -> f64 {
    f64::from(u8::from(order.late))
}

#[test]
fn the_seed_decides_every_byte() {
    assert_eq!(files(500, 1), files(500, 1));
    assert_ne!(files(500, 1), files(500, 2));
}

#[test]
fn the_planted_effects_on_the_score_are_found() {
    let orders = known();
    let of = |late, split| mean(orders.iter().filter(|o| o.late == late && o.split == split), score);
    let close = |figure: f64, truth: f64| assert!((figure - truth).abs() < 0.1, "{figure} is not {truth}");
    close(of(false, false), truth::IN_TIME_MEAN);
    close(of(true, false) - of(false, false), truth::LATE_EFFECT);
    close(of(true, true) - of(false, true), truth::LATE_EFFECT);
    close(of(false, true) - of(false, false), truth::SPLIT_EFFECT);
    let plain =
        mean(orders.iter().filter(|o| o.late), score) - mean(orders.iter().filter(|o| !o.late), score);
    close(plain, truth::LATE_EFFECT);
}

#[test]
fn slow_regions_and_december_act_through_lateness_alone() {
    let orders = known();
    let overall = mean(&orders, late);
    assert!((0.06..0.14).contains(&overall), "{overall} of the orders are late");
    let slow = |o: &&Known| truth::SLOW_REGIONS.contains(&o.region.as_str());
    let december = |o: &&Known| o.month == "12";
    for trait_of in [&slow as &dyn Fn(&&Known) -> bool, &december] {
        let with = mean(orders.iter().filter(|o| trait_of(o)), late);
        let without = mean(orders.iter().filter(|o| !trait_of(o)), late);
        assert!(with > 1.8 * without, "{with} late, {without} elsewhere");
        for is_late in [false, true] {
            let alike = || orders.iter().filter(|o| o.late == is_late);
            let apart =
                mean(alike().filter(|o| trait_of(o)), score) - mean(alike().filter(|o| !trait_of(o)), score);
            assert!(apart.abs() < 0.1, "{apart} between orders that are alike late ({is_late})");
        }
    }
}

#[test]
fn segments_move_nothing() {
    let orders = known();
    let of = |segment: &str| mean(orders.iter().filter(|o| o.segment == segment), score);
    for segment in ["club", "business"] {
        assert!((of(segment) - of("private")).abs() < 0.06, "{segment}");
    }
}

#[test]
fn the_usual_shop_has_everything_that_real_files_have() {
    let files = files(USUAL_ORDERS, 1);
    let orders = rows(&files, "orders.csv");
    assert_eq!(orders.len(), USUAL_ORDERS);
    assert_eq!(rows(&files, "customers.csv").len(), USUAL_ORDERS * 5 / 8);

    let share = |count: usize| count as f64 / USUAL_ORDERS as f64;
    let with_status =
        |statuses: &[&str]| orders.iter().filter(|o| statuses.contains(&o["status"].as_str())).count();
    assert!((share(with_status(&["lost", "cancelled", "returned"])) - truth::FAILED_SHARE).abs() < 0.008);
    assert!((0.005..0.04).contains(&share(with_status(&["open"]))), "{} open", with_status(&["open"]));
    for status in ["delivered", "lost", "cancelled", "returned", "open"] {
        assert!(with_status(&[status]) > 5, "{status}");
    }

    let reviews = rows(&files, "reviews.csv");
    let reviewed: HashSet<&str> = reviews.iter().map(|review| review["order_id"].as_str()).collect();
    let delivered = with_status(&["delivered"]);
    let answered =
        orders.iter().filter(|o| o["status"] == "delivered" && reviewed.contains(o["order_id"].as_str()));
    let answered = answered.count() as f64 / delivered as f64;
    assert!(
        (answered - truth::REVIEWED_SHARE).abs() < 0.02,
        "{answered} of the delivered orders are reviewed"
    );
    for sign in ["\"", ",", "\n", "ß", "Б", "ł"] {
        assert!(reviews.iter().any(|review| review["comment"].contains(sign)), "{sign:?} in a comment");
    }
}

#[test]
fn the_script_orders_and_every_key_is_known() {
    let files = files(USUAL_ORDERS, 1);
    let customers = rows(&files, "customers.csv");
    let script = customers.iter().find(|row| row["name"] == truth::SCRIPT_NAME).unwrap();
    let orders = rows(&files, "orders.csv");
    assert!(orders.iter().any(|order| order["customer_id"] == script["customer_id"]));

    let keys =
        |rows: &[Row], key: &str| -> HashSet<String> { rows.iter().map(|row| row[key].clone()).collect() };
    let order_ids = keys(&orders, "order_id");
    assert_eq!(order_ids.len(), orders.len());
    assert!(keys(&orders, "customer_id").is_subset(&keys(&customers, "customer_id")));
    assert!(keys(&rows(&files, "reviews.csv"), "order_id").is_subset(&order_ids));
    assert_eq!(keys(&rows(&files, "items.csv"), "order_id"), order_ids);
}

#[test]
fn one_order_in_a_hundred_has_a_messy_date_and_the_others_run_forward() {
    let files = files(USUAL_ORDERS, 1);
    let dates = ["ordered_at", "paid_at", "packed_at", "handed_over_at", "delivered_at"];
    let (mut empty, mut unreadable) = (0, 0);
    for order in rows(&files, "orders.csv") {
        let texts = dates.map(|date| order[date].as_str());
        let last = texts.iter().rposition(|text| !text.is_empty()).unwrap();
        empty += usize::from(texts[..last].contains(&""));
        unreadable += usize::from(texts.iter().any(|text| !text.is_empty() && !is_instant(text)));
        let known: Vec<&str> = texts.into_iter().filter(|text| is_instant(text)).collect();
        assert!(known.is_sorted(), "{known:?}");
        assert!(known.iter().all(|at| *at < "2026-01-01" && *at >= "2024-07-01"), "{known:?}");
    }
    assert!((20..60).contains(&empty), "{empty} with an empty date among others");
    assert!((20..60).contains(&unreadable), "{unreadable} with an unreadable one");
}

#[test]
fn any_size_will_do() {
    for orders in [0, 1, 2, 3] {
        assert_eq!(rows(&files(orders, 1), "orders.csv").len(), orders);
    }
    assert!(write(MOST_ORDERS + 1, 1, &mut |_| Ok(Box::new(io::sink()))).is_err());
}

#[test]
fn a_file_that_can_not_be_written_is_said() {
    let error = write(10, 1, &mut |name| Err(io::Error::other(format!("no room for {name}")))).unwrap_err();
    assert_eq!(error.to_string(), "no room for customers.csv");
}
