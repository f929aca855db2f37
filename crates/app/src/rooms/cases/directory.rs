//! What every case page needs of the rest of the organisation: names, hours, promises, processes. It changes rarely, so
//! that it is kept in memory for two seconds at a time, and read anew at once when someone new turns up.

use crate::rooms::people::{self, Colleague};
use crate::rooms::processes::{self, Process};
use crate::rooms::promises::{self, Promise};
use crate::rooms::{customers, offices};
use crate::web::Right;
use calendar::{BusinessHours, Policy};
use caseflow::{Case, Key};
use db::{Connection, Error};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError, RwLock};
use uuid::Uuid;

/// How old it may be.
const LASTS: SignedDuration = SignedDuration::from_secs(2);

/// How long to wait between readings for the sake of someone unknown, who may be gone for good.
const LASTS_AT_LEAST: SignedDuration = SignedDuration::from_millis(200);

static ALWAYS_OPEN: LazyLock<Arc<BusinessHours>> = LazyLock::new(|| Arc::new(BusinessHours::always_open()));

/// Keeps the latest [`Directory`] of an installation.
#[derive(Debug, Default)]
pub struct Directories(RwLock<Option<Arc<Directory>>>);

impl Directories {
    /// The directory, read anew if it is too old or does not know one of these people.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn knowing(
        &self,
        db: &mut Connection,
        now: Timestamp,
        people: &[Uuid],
    ) -> Result<Arc<Directory>, Error> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(kept) = kept {
            let age = now.duration_since(kept.read_at);
            let knows_all = || people.iter().all(|person| kept.people.contains_key(person));
            if age.abs() < LASTS && (age.abs() < LASTS_AT_LEAST || knows_all()) {
                return Ok(kept);
            }
        }
        let read = Arc::new(Directory::read(db, now).await?);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(read.clone());
        Ok(read)
    }
}

/// Names, hours, promises and processes, as they were a moment ago.
#[derive(Debug)]
pub struct Directory {
    read_at: Timestamp,
    /// Staff and customers who sign in, by their id.
    pub people: HashMap<Uuid, Colleague>,
    /// The name of every process, by its key.
    pub processes: BTreeMap<String, String>,
    hours: HashMap<Uuid, Arc<BusinessHours>>,
    promises: HashMap<String, Promise>,
    maps: Mutex<HashMap<String, Arc<Process>>>,
    workers: Arc<str>,
}

/// Those who may work on cases, as choices of a form.
#[derive(askama::Template)]
#[template(path = "cases/templates/workers.html")]
struct Workers<'a> {
    workers: Vec<(Uuid, &'a str)>,
}

impl Directory {
    /// Reads all of it.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn read(db: &mut Connection, now: Timestamp) -> Result<Self, Error> {
        let people = people::colleagues(db).await?;
        Ok(Self {
            read_at: now,
            workers: workers(&people),
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            processes: processes::names(db).await?,
            hours: offices::list(db)
                .await?
                .into_iter()
                .map(|office| (office.id, Arc::new(office.hours)))
                .collect(),
            promises: promises::list(db)
                .await?
                .into_iter()
                .map(|promise| (promise.key.clone(), promise))
                .collect(),
            maps: Mutex::default(),
        })
    }

    /// The process with this key.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn process(&self, db: &mut Connection, key: &str) -> Result<Option<Arc<Process>>, Error> {
        let kept = self.maps.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        if kept.is_some() {
            return Ok(kept);
        }
        let Some(process) = processes::find(db, key).await?.map(Arc::new) else { return Ok(None) };
        self.maps.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), process.clone());
        Ok(Some(process))
    }

    /// Those who may work on cases, by name: `<option>`s in HTML.
    #[must_use]
    pub fn workers(&self) -> Arc<str> {
        Arc::clone(&self.workers)
    }

    /// The promise with this key.
    #[must_use]
    pub fn promise(&self, key: &str) -> Option<&Promise> {
        self.promises.get(key)
    }

    /// The hours of an office; all hours for none.
    #[must_use]
    pub fn hours(&self, office: Option<Uuid>) -> &Arc<BusinessHours> {
        office.and_then(|office| self.hours.get(&office)).unwrap_or(&ALWAYS_OPEN)
    }

    /// How a promise counts at an office; none if its terms are gone or cannot be counted.
    #[must_use]
    pub fn policy(&self, terms: &Key, office: Option<Uuid>) -> Option<Policy> {
        let promise = self.promise(terms.as_str())?;
        Policy::new(self.hours(office).clone(), promise.target, promise.warn_share).ok()
    }

    /// The office whose hours count for a case: that of its customer, else that of whoever answers for it.
    #[must_use]
    pub fn office(&self, case: &Case, of_customer: Option<Uuid>) -> Option<Uuid> {
        of_customer.or_else(|| self.people.get(&case.responsible()?.0)?.office)
    }

    /// The office of a case's customer.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn office_of_customer(db: &mut Connection, case: &Case) -> Result<Option<Uuid>, Error> {
        let Some(customer) = case.customer else { return Ok(None) };
        Ok(customers::find(db, customer.0).await?.and_then(|customer| customer.office))
    }
}

/// They fill a third of a case's page, so they are written once.
fn workers(people: &[Colleague]) -> Arc<str> {
    let may = |known: &&Colleague| !known.is_disabled && known.role.may(Right::Work);
    let mut workers: Vec<_> = people.iter().filter(may).map(|known| (known.id, &*known.name)).collect();
    workers.sort_by(|a, b| a.1.cmp(b.1));
    let written = askama::Template::render(&Workers { workers });
    written.unwrap_or_default().trim_end().into()
}
