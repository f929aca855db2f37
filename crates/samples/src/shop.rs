//! "Harbour & Home", an online shop for the house: 18 months of orders from all over Europe, in euro.
//!
//! Four CSV files, as a shop's own system would export them at the turn of the year. What drives its scores is planted
//! and written down in [`truth`]. One order in a hundred has a date that is missing or unreadable, comments hold quotes,
//! commas, line breaks and letters of many alphabets, and a customer's name is a piece of script: what reads the files
//! has to cope with all of it, as with real ones.
//!
//! | file | columns |
//! | --- | --- |
//! | `orders.csv` | `order_id`, `customer_id`, `status` (delivered, returned, lost, cancelled, open), `ordered_at`, `paid_at`, `packed_at`, `handed_over_at`, `delivered_at`, `promised_on` (the end of the promised day) |
//! | `customers.csv` | `customer_id`, `name`, `region`, `segment` |
//! | `items.csv` | `order_id`, `line`, `product`, `category`, `price`, `freight` (euro with cents; each line is a parcel) |
//! | `reviews.csv` | `review_id`, `order_id`, `score` (1 to 5), `comment`, `asked_at`, `answered_at` |
//!
//! Instants are RFC 3339 in UTC. An order that is still open at the export lacks the dates to come.

mod basket;
mod customers;
mod delivery;
mod demand;
mod review;
mod table;
pub mod truth;

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Write};
use std::rc::Rc;

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::odds::pick;
use basket::Basket;
use customers::Customers;
use delivery::Delivery;
use review::Review;
use table::Table;

/// Orders of the shop unless a caller wants another number.
pub const USUAL_ORDERS: usize = 8_000;

/// Most orders: their instants are held in memory at once, eight bytes each.
pub const MOST_ORDERS: usize = 10_000_000;

/// Opens a file by its name, for writing.
pub type Open<'a> = dyn FnMut(&str) -> io::Result<Box<dyn Write>> + 'a;

/// Writes the shop's four files, with `orders` orders. `open` is asked for each file by its name.
///
/// # Errors
/// Those of `open` and of what it gives, and invalid input beyond [`MOST_ORDERS`].
///
/// ```
/// let mut names = Vec::new();
/// samples::shop::write(samples::shop::USUAL_ORDERS, 1, &mut |name| {
///     names.push(name.to_owned());
///     Ok(Box::new(std::io::sink()))
/// })?;
/// assert_eq!(names, ["customers.csv", "orders.csv", "items.csv", "reviews.csv"]);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write(orders: usize, seed: u64, open: &mut Open<'_>) -> io::Result<()> {
    if orders > MOST_ORDERS {
        let message = format!("{orders} orders: the limit of the shop is {MOST_ORDERS}");
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let customers = Customers::written(orders, open, &mut rng)?;
    let mut files = Files::opened(open)?;
    for (index, ordered_at) in demand::instants(orders, &mut rng).into_iter().enumerate() {
        let customer = customers.of_order(index, &mut rng);
        let basket = Basket::filled(&mut rng);
        let delivery = Delivery::of(ordered_at, customers.region(customer), basket.is_split(), &mut rng);
        files.order(index, customer, &delivery, &mut rng)?;
        files.items(index, customers.region(customer), &basket)?;
        if let Some(review) = Review::of(&delivery, basket.is_split(), &mut rng) {
            files.review(index, &review)?;
        }
    }
    files.end()
}

/// The same four files in memory, by name.
///
/// # Errors
/// As [`write()`].
pub fn in_memory(orders: usize, seed: u64) -> io::Result<HashMap<String, Vec<u8>>> {
    let mut files: HashMap<String, Shared> = HashMap::new();
    write(orders, seed, &mut |name| Ok(Box::new(files.entry(name.to_owned()).or_default().clone())))?;
    Ok(files.into_iter().map(|(name, file)| (name, file.0.take())).collect())
}

/// A file in memory that can be read when its writer is gone.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The files that get rows for each order.
struct Files {
    orders: Table,
    items: Table,
    reviews: Table,
    reviewed: usize,
}

impl Files {
    fn opened(open: &mut Open<'_>) -> io::Result<Self> {
        let orders = "order_id,customer_id,status,ordered_at,paid_at,packed_at,handed_over_at,delivered_at,promised_on";
        Ok(Self {
            orders: Table::opened(open, "orders.csv", orders)?,
            items: Table::opened(open, "items.csv", "order_id,line,product,category,price,freight")?,
            reviews: Table::opened(
                open,
                "reviews.csv",
                "review_id,order_id,score,comment,asked_at,answered_at",
            )?,
            reviewed: 0,
        })
    }

    fn order(
        &mut self,
        index: usize,
        customer: usize,
        delivery: &Delivery,
        rng: &mut impl Rng,
    ) -> io::Result<()> {
        let row = &mut self.orders;
        row.id("HH-", index + 1)
            .id("C-", customer + 1)
            .text(delivery.status.name())
            .instant(Some(delivery.ordered_at));
        let dates = [delivery.paid_at, delivery.packed_at, delivery.handed_over_at, delivery.delivered_at];
        let messy = rng.random_bool(truth::MESSY_SHARE).then(|| rng.random_range(0..dates.len()));
        for (at, date) in dates.into_iter().enumerate() {
            match date {
                Some(_) if messy == Some(at) => row.text(pick::<&str>(&NOT_A_DATE, rng)),
                date => row.instant(date),
            };
        }
        row.instant(Some(delivery.promised_on)).end()
    }

    fn items(&mut self, index: usize, region: &truth::Region, basket: &Basket) -> io::Result<()> {
        for (line, product) in basket.products.iter().enumerate() {
            self.items
                .id("HH-", index + 1)
                .number(line + 1)
                .text(product.name)
                .text(product.category)
                .money(product.price_cents)
                .money(product.freight_cents + region.freight_cents)
                .end()?;
        }
        Ok(())
    }

    fn review(&mut self, index: usize, review: &Review) -> io::Result<()> {
        self.reviewed += 1;
        self.reviews
            .id("R-", self.reviewed)
            .id("HH-", index + 1)
            .number(review.score)
            .text(review.comment)
            .instant(Some(review.asked_at))
            .instant(Some(review.answered_at))
            .end()
    }

    fn end(self) -> io::Result<()> {
        [self.orders, self.items, self.reviews].into_iter().try_for_each(Table::close)
    }
}

/// What stands in the place of a date in a messy row: half the time nothing.
const NOT_A_DATE: [&str; 8] =
    ["", "", "", "", "2025-02-30T10:15:00Z", "yesterday, about noon", "31.12.", "0000-00-00 00:00:00"];
