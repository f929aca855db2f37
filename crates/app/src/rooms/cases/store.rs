//! The room's SQL.

use super::clock::{PromiseState, Standing};
use super::model::{Counts, EventOfProcess, Filter, Found, Listed, Looked, Matter, Sight, View};
use super::projection::{self, CaseRow};
use db::{Connection, Error, FromRow, Row, Tx, Value, values};
use jiff::Timestamp;
use uuid::Uuid;

/// What a viewer may see, of `cases c`: $1 whether they administer, $2 who they are, $3 their department, $4 the
/// customer that they are, if they are one.
macro_rules! seen {
    () => {
        "(($4 is not null and c.customer = $4) or ($4 is null and (c.confidentiality = 'organisation' or $1 = 1
            or exists (select 1 from case_people s where s.case_id = c.id and s.person = $2)
            or (c.confidentiality = 'department' and exists (select 1 from case_people s
                join people w on w.id = s.person where s.case_id = c.id and w.department = $3)))))"
    };
}

fn sight(sight: &Sight) -> Vec<Value> {
    values![sight.is_administrator, sight.person, sight.department, sight.customer]
}

/// The columns of a promise, from this one on.
fn standing(row: &Row, from: usize) -> Result<Option<Standing>, Error> {
    let Some(terms) = row.get::<Option<String>>(from)? else { return Ok(None) };
    let state = row.get::<Option<String>>(from + 2)?.as_deref().and_then(PromiseState::read);
    Ok(Some(Standing {
        terms,
        due: row.get(from + 1)?,
        state: state.ok_or_else(|| Error::Unreadable("a state of a promise".into()))?,
        left_s: row.get(from + 3)?,
        office: row.get(from + 4)?,
    }))
}

impl FromRow for Found {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            number: row.get(1)?,
            version: row.get(2)?,
            process: row.get(3)?,
            step: row.get(4)?,
            customer: row.get(5)?,
        })
    }
}

const FIND: &str = concat!(
    "select c.id, c.number, c.version, c.process, c.step, c.customer from cases c where c.number = $5 and ",
    seen!()
);

pub async fn find(db: &mut Connection, viewer: &Sight, number: u64) -> Result<Option<Found>, Error> {
    let mut values = sight(viewer);
    values.push(number.into());
    db.maybe(FIND, values).await
}

impl FromRow for Looked {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            found: Found::from_row(row)?,
            standing: standing(row, 6)?,
            customer_name: row.get(11)?,
            segment: row.get(12)?,
            since: row.get(13)?,
            monthly_cents: row.get(14)?,
            last_score: match row.get::<Option<i64>>(15)? {
                Some(score) => Some((score, row.get(16)?, row.get(17)?)),
                None => None,
            },
            lately: row.get(18)?,
        })
    }
}

const LOOK: &str = concat!(
    "select c.id, c.number, c.version, c.process, c.step, c.customer,
        c.promise, c.promise_due, c.promise_state, c.promise_left_s, c.promise_office,
        u.name, u.segment, u.since, u.monthly_cents, f.score, f.question, f.at,
        (select count(*) from cases o where o.customer = c.customer and o.process = c.process
            and o.opened_at > c.opened_at - 5184000000000 and o.opened_at <= c.opened_at)
    from cases c
    left join customers u on u.id = c.customer
    left join feedback f on f.id = (select l.id from feedback l where l.customer = c.customer
        order by l.at desc limit 1)
    where c.number = $5 and ",
    seen!()
);

pub async fn look(db: &mut Connection, viewer: &Sight, number: u64) -> Result<Option<Looked>, Error> {
    let mut values = sight(viewer);
    values.push(number.into());
    db.maybe(LOOK, values).await
}

impl FromRow for Listed {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            number: row.get(0)?,
            title: row.get(1)?,
            process: row.get(2)?,
            step: row.get(3)?,
            status: row.get(4)?,
            priority: projection::priority(row.get(5)?),
            customer: row.get(6)?,
            responsible: row.get(7)?,
            opened_at: row.get(8)?,
            changed_at: row.get(9)?,
            closed_at: row.get(10)?,
            standing: standing(row, 11)?,
            id: row.get(16)?,
            version: row.get(17)?,
            of: row.get(18)?,
        })
    }
}

/// The page of a list. $5 process, $6 step, $7 words, $8 number, $9 responsible, $10 department of the responsible,
/// $11 whether nobody's alone, $12 whether late ones alone, $13 now, $14 customer, $15 limit, $16 offset, $17 opened since,
/// $18 whether those alone whose promise was broken, $19 end that they came to, $20 how the journal writes that step.
macro_rules! listed {
    ($condition:literal, $order:literal) => {
        concat!(
            "select c.number, c.title, c.process, c.step, c.status, c.priority, u.name, c.responsible,
                c.opened_at, c.changed_at, c.closed_at,
                c.promise, c.promise_due, c.promise_state, c.promise_left_s, c.promise_office,
                c.id, c.version, count(*) over ()
            from cases c left join customers u on u.id = c.customer
            where ",
            $condition,
            " and (cast($5 as text) is null or c.process = $5) and (cast($6 as text) is null or c.step = $6)
                and (cast($7 as text) is null or c.folded like $7 escape '\\' or u.folded like $7 escape '\\'
                    or c.number = $8)
                and ($9 is null or c.responsible = $9)
                and ($10 is null or c.responsible in (select w.id from people w where w.department = $10))
                and ($11 = 0 or c.responsible is null)
                and ($12 = 0 or c.promise_state = 'broken'
                    or (c.promise_state = 'running' and c.promise_due < $13)
                    or (c.promise_state = 'paused' and c.promise_left_s < 0))
                and ($14 is null or c.customer = $14)
                and (cast($17 as bigint) is null or c.opened_at >= $17)
                and ($18 = 0 or c.promise_state = 'broken')
                and (cast($19 as text) is null or c.outcome = $19
                    or exists (select 1 from journal j where j.stream = c.id
                        and j.kind in ('case-opened', 'step-reached') and j.data like $20 escape '\\'))
                and ",
            seen!(),
            " order by ",
            $order,
            " limit $15 offset $16"
        )
    };
}

const OPEN: &str = listed!(
    "c.status in ('open', 'waiting')",
    "case when c.promise_state = 'running' then 0 else 1 end, c.promise_due is null, c.promise_due, c.number"
);

const WAITING: &str = listed!(
    "c.status = 'waiting'",
    "case when c.promise_state = 'running' then 0 else 1 end, c.promise_due is null, c.promise_due, c.number"
);

const CLOSED: &str = listed!("c.status = 'closed'", "c.closed_at desc, c.number desc");

const ALL: &str = listed!("c.status <> ''", "c.opened_at desc, c.number desc");

pub async fn list(
    db: &mut Connection,
    viewer: &Sight,
    filter: &Filter,
    now: Timestamp,
    (limit, offset): (u32, u32),
) -> Result<Vec<Listed>, Error> {
    let (view, words) = (filter.view, filter.words.as_deref());
    let sql = match view {
        View::Waiting => WAITING,
        View::Closed => CLOSED,
        View::All => ALL,
        _ => OPEN,
    };
    let mut values = sight(viewer);
    values.extend(values![
        filter.process.clone(),
        filter.step.clone(),
        words.and_then(crate::web::folded::pattern),
        words.and_then(|words| words.trim().parse::<u32>().ok()).map(i64::from),
        (view == View::Mine).then_some(viewer.person),
        viewer.department.filter(|_| view == View::Department),
        view == View::Unassigned,
        filter.is_late || view == View::Late,
        now,
        filter.customer,
        limit,
        offset,
        filter.since,
        filter.is_broken,
        filter.came_to.clone(),
        filter.came_to.as_deref().map(written)
    ]);
    db.all(sql, values).await
}

/// A pattern of how an event says to which step a case came.
fn written(step: &str) -> String {
    let step = step.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%\"step\":\"{step}\"%")
}

impl FromRow for Counts {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            open: row.get(0)?,
            mine: row.get(1)?,
            department: row.get(2)?,
            unassigned: row.get(3)?,
            late: row.get(4)?,
            waiting: row.get(5)?,
            due_today: row.get(6)?,
        })
    }
}

/// Counts of what is open. $5 now, $6 a day later.
const COUNTS: &str = concat!(
    "select count(*),
        count(case when c.responsible = $2 then 1 end),
        count(case when $3 is not null
            and c.responsible in (select w.id from people w where w.department = $3) then 1 end),
        count(case when c.responsible is null then 1 end),
        count(case when (c.promise_state = 'running' and c.promise_due < $5)
            or (c.promise_state = 'paused' and c.promise_left_s < 0) then 1 end),
        count(case when c.status = 'waiting' then 1 end),
        count(case when c.promise_state = 'running' and c.promise_due >= $5 and c.promise_due < $6 then 1 end)
    from cases c where c.status in ('open', 'waiting') and ",
    seen!()
);

pub async fn counts(
    db: &mut Connection,
    viewer: &Sight,
    now: Timestamp,
    day_later: Timestamp,
) -> Result<Counts, Error> {
    let mut values = sight(viewer);
    values.extend(values![now, day_later]);
    db.one(COUNTS, values).await
}

impl FromRow for Matter {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            number: row.get(1)?,
            title: row.get(2)?,
            customer: row.get(3)?,
            process: row.get(4)?,
            step: row.get(5)?,
            status: row.get(6)?,
        })
    }
}

const MATTER: &str = "select id, number, title, customer, process, step, status from cases where id = $1";

pub async fn matter(db: &mut Connection, id: Uuid) -> Result<Option<Matter>, Error> {
    db.maybe(MATTER, values![id]).await
}

impl FromRow for EventOfProcess {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { case: row.get(0)?, kind: row.get(1)?, data: row.get(2)?, at: row.get(3)? })
    }
}

/// What brought the cases of a process to their steps, in the order of the cases' ids, which is that of their opening.
const EVENTS_OF_PROCESS: &str = "
    select j.stream, j.kind, j.data, j.at
    from journal j
    where j.stream in (select c.id from cases c where c.process = $1 and c.opened_at >= $2 and c.id > $3
            order by c.id limit $4)
        and j.kind in ('case-opened', 'step-reached')
    order by j.stream, j.version";

pub async fn events_of_process(
    db: &mut Connection,
    process: &str,
    since: Timestamp,
    (after, cases): (Uuid, u32),
) -> Result<Vec<EventOfProcess>, Error> {
    db.all(EVENTS_OF_PROCESS, values![process, since, after, cases]).await
}

const CLEAR: [&str; 2] = ["delete from case_people", "delete from cases"];

pub async fn clear(tx: &mut Tx) -> Result<(), Error> {
    for table in CLEAR {
        tx.run(table, values![]).await?;
    }
    Ok(())
}

const ADD: &str = "
    insert into cases (id, number, version, case_type, process, step, title, folded, status, priority,
        confidentiality, customer, responsible, opened_at, changed_at, due, promise, promise_due, promise_state,
        promise_left_s, promise_office, closed_at, outcome) values";

const ADD_PEOPLE: &str = "insert into case_people (case_id, person, role) values";

pub async fn add(tx: &mut Tx, rows: Vec<CaseRow>) -> Result<(), Error> {
    let people =
        rows.iter().flat_map(|row| row.people.iter().map(|(person, role)| values![row.id, *person, *role]));
    let people = people.collect();
    tx.insert_all(ADD, rows.into_iter().map(columns).collect()).await?;
    tx.insert_all(ADD_PEOPLE, people).await
}

fn columns(row: CaseRow) -> Vec<Value> {
    let (promise, due, state, left_s, office) = row.standing.map_or((None, None, None, None, None), |s| {
        (Some(s.terms), s.due, Some(s.state.as_str().to_owned()), s.left_s, s.office)
    });
    values![
        row.id,
        row.number,
        row.version,
        row.case_type,
        row.process,
        row.step,
        row.title,
        row.folded,
        row.status,
        row.priority,
        row.confidentiality,
        row.customer,
        row.responsible,
        row.opened_at,
        row.changed_at,
        row.due,
        promise,
        due,
        state,
        left_s,
        office,
        row.closed_at,
        row.outcome
    ]
}

const UPDATE: &str = "
    update cases set number = $2, version = $3, case_type = $4, process = $5, step = $6, title = $7, folded = $8,
        status = $9, priority = $10, confidentiality = $11, customer = $12, responsible = $13, opened_at = $14,
        changed_at = $15, due = $16, promise = $17, promise_due = $18, promise_state = $19, promise_left_s = $20,
        promise_office = $21, closed_at = $22, outcome = $23
    where id = $1";

pub async fn update(tx: &mut Tx, row: CaseRow) -> Result<(), Error> {
    tx.run(UPDATE, columns(row)).await.map(drop)
}

const TOUCH: &str = "update cases set version = $2, changed_at = $3 where id = $1";

/// Notes that something happened which changes no other column.
pub async fn touch(tx: &mut Tx, id: Uuid, version: u64, at: Timestamp) -> Result<(), Error> {
    tx.run(TOUCH, values![id, version, at]).await.map(drop)
}

const FORGET_PEOPLE: &str = "delete from case_people where case_id = $1";

pub async fn replace_people(tx: &mut Tx, id: Uuid, people: Vec<(Uuid, &'static str)>) -> Result<(), Error> {
    tx.run(FORGET_PEOPLE, values![id]).await?;
    tx.insert_all(ADD_PEOPLE, people.into_iter().map(|(person, role)| values![id, person, role]).collect())
        .await
}

const NEXT_NUMBER: &str = "
    insert into counters (name, value) values ('case', 1)
    on conflict (name) do update set value = counters.value + 1 returning value";

pub async fn next_number(tx: &mut Tx) -> Result<u64, Error> {
    tx.one::<(u64,)>(NEXT_NUMBER, values![]).await.map(|(number,)| number)
}

const COUNT_FROM: &str = "
    insert into counters (name, value) values ('case', $1)
    on conflict (name) do update set value = excluded.value where counters.value < excluded.value";

/// Lets the next number be higher than this one.
pub async fn count_from(tx: &mut Tx, highest: u64) -> Result<(), Error> {
    tx.run(COUNT_FROM, values![highest]).await.map(drop)
}

const OFFICES_OF_CUSTOMERS: &str = "select id, office from customers where office is not null";

pub async fn offices_of_customers(db: &mut Connection) -> Result<Vec<(Uuid, Uuid)>, Error> {
    db.all(OFFICES_OF_CUSTOMERS, values![]).await
}

const STALE: &str = "
    select c.number from cases c
    where c.version <> (select coalesce(max(j.version), 0) from journal j where j.stream = c.id)
    order by c.number limit $1";

/// Cases whose rows are not as their journals end.
pub async fn stale(db: &mut Connection, limit: u32) -> Result<Vec<(u64,)>, Error> {
    db.all(STALE, values![limit]).await
}
