//! Who may do what: every route, by every role, on what is theirs and on what is another's, by session and by token,
//! and by those who have none or one that is over.

mod table;
mod things;

use crate::kit::{Answer, House, Visitor};
use app::web::visit::SESSION;
use app::web::{Right, Role, csrf};
use axum::http::Method;
use jiff::SignedDuration;
use table::{FILE, TABLE};
use things::{Things, nothing};

both!(
    by_session_everyone_may_do_what_the_table_says,
    by_token_programs_may_do_the_same_where_they_are_let_in,
    strangers_and_those_whose_time_is_over_are_refused,
    nothing_is_changed_without_the_token_of_a_form,
);

/// Who may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever comes.
    Anyone,
    /// Whoever is known.
    Known,
    /// Those with this right.
    May(Right),
    /// Those with this right, and customers.
    CustomersAnd(Right),
    /// Nobody.
    Nobody,
}

impl Who {
    fn includes(self, role: Role) -> bool {
        match self {
            Self::Anyone | Self::Known => true,
            Self::May(right) => role.may(right),
            Self::CustomersAnd(right) => role == Role::Customer || role.may(right),
            Self::Nobody => false,
        }
    }
}

/// A line of the table.
#[derive(Debug)]
pub struct Row {
    method: Method,
    path: &'static str,
    who: Who,
    /// Who may do it to what is another's, where things belong to someone.
    others: Option<Who>,
    /// What is sent.
    form: &'static str,
    /// Whether programs may come with a token.
    is_for_programs: bool,
}

impl Row {
    pub const fn get(path: &'static str, who: Who) -> Self {
        Self { method: Method::GET, path, who, others: None, form: "", is_for_programs: false }
    }

    pub const fn post(path: &'static str, who: Who, form: &'static str) -> Self {
        Self { method: Method::POST, path, who, others: None, form, is_for_programs: false }
    }

    pub const fn but(mut self, others: Who) -> Self {
        self.others = Some(others);
        self
    }

    pub const fn for_programs(mut self) -> Self {
        self.is_for_programs = true;
        self
    }

    fn is_of_the_api(&self) -> bool {
        self.path.starts_with("/api/v1/")
    }

    /// Sends the request to a path, with this token of a form.
    async fn send(&self, visitor: &Visitor, path: &str, token: &str) -> Answer {
        let method = self.method.clone();
        if method == Method::GET {
            return visitor.send(method, path, &[], "".into()).await;
        }
        let (kind, body) = if self.is_of_the_api() {
            let kind = if self.form == FILE { "text/csv" } else { "application/json" };
            (kind, self.form.to_owned())
        } else if self.form == FILE {
            ("multipart/form-data; boundary=edge", things::upload(token))
        } else {
            ("application/x-www-form-urlencoded", format!("{}&{}={token}", self.form, csrf::FIELD))
        };
        let mut headers = vec![("content-type", kind)];
        if self.is_of_the_api() && !token.is_empty() {
            headers.push((csrf::HEADER, token));
        }
        visitor.send(method, path, &headers, body.into()).await
    }

    /// Holds an answer against what the table says of someone who is known, and says what is wrong with it.
    fn breach(&self, answer: &Answer, who: Who, role: Role, whose: &str) -> Option<String> {
        let status = answer.status().as_u16();
        let is_right = if who.includes(role) {
            !matches!(status, 401 | 403 | 404 | 405 | 413 | 415) && status < 500 && !asks_to_sign_in(answer)
        } else {
            matches!(status, 403 | 404)
        };
        let (method, path) = (&self.method, self.path);
        (!is_right).then(|| format!("{method} {path} by {role:?}, {whose}: {status} {}", answer.location()))
    }
}

fn asks_to_sign_in(answer: &Answer) -> bool {
    answer.location().starts_with("/sign-in?next=")
}

async fn by_session_everyone_may_do_what_the_table_says(house: House) {
    let things = Things::of(&house).await;
    let mut breaches = Vec::new();
    for row in TABLE {
        for role in Role::ALL {
            for (who, is_own) in [(Some(row.who), true), (row.others, false)] {
                let Some(who) = who else { continue };
                let visitor = house.sign_in(role).await;
                let path = things.fill(row.path, &visitor, role, is_own).await;
                let token = visitor.csrf().await;
                let answer = row.send(&visitor, &path, &token).await;
                breaches.extend(row.breach(
                    &answer,
                    who,
                    role,
                    if is_own { "their own" } else { "another's" },
                ));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

async fn by_token_programs_may_do_the_same_where_they_are_let_in(house: House) {
    let things = Things::of(&house).await;
    let mut breaches = Vec::new();
    for row in TABLE {
        for role in Role::ALL {
            let visitor = house.sign_in(role).await;
            let path = things.fill(row.path, &visitor, role, true).await;
            let bearer = format!("Bearer {}", visitor.token().await);
            let program = house.stranger().with("authorization", &bearer);
            if row.is_for_programs {
                let answer = row.send(&program, &path, "").await;
                breaches.extend(row.breach(&answer, row.who, role, "by token"));
            } else if row.who != Who::Anyone {
                let token = program.csrf().await;
                let status = row.send(&program, &path, &token).await.status().as_u16();
                assert!(matches!(status, 401 | 403), "{row:?} takes a token of {role:?}: {status}");
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

async fn strangers_and_those_whose_time_is_over_are_refused(house: House) {
    let mut past = vec![house.stranger()];
    for role in Role::ALL {
        let person = house.person(role).await;
        past.push(house.begin(&person).await);
        let day = SignedDuration::from_hours(24);
        let word = app::rooms::people::commands::add_token(house.app(), person.id, "short", Some(day)).await;
        past.push(house.stranger().with("authorization", &format!("Bearer {}", word.unwrap())));
    }
    house.wait(SignedDuration::from_hours(15 * 24));
    house.sign_in(Role::Administrator).await;
    for row in TABLE {
        for visitor in &past {
            let token = visitor.csrf().await;
            let answer = row.send(visitor, &nothing(row.path), &token).await;
            let status = answer.status().as_u16();
            // Programs have no cookie, and so send no forms.
            let is_forged = token.is_empty() && status == 403;
            let is_refused = asks_to_sign_in(&answer) || status == 401 || is_forged;
            let is_right = match row.who {
                Who::Anyone => is_forged || !is_refused && status != 403,
                Who::Nobody => is_refused || status == 403,
                _ => is_refused,
            };
            assert!(is_right, "{row:?}: {status} {}", answer.location());
        }
    }
}

async fn nothing_is_changed_without_the_token_of_a_form(house: House) {
    for role in Role::ALL {
        let visitor = house.sign_in(role).await;
        let others = house.sign_in(role).await.csrf().await;
        for row in TABLE.iter().filter(|row| row.method != Method::GET) {
            for token in ["", "A", others.as_str()] {
                let answer = row.send(&visitor, &nothing(row.path), token).await;
                assert_eq!(answer.status(), 403, "{row:?} by {role:?} with {token:?}");
            }
        }
        assert!(visitor.cookie(SESSION).is_some(), "not even signing out");
    }
}
