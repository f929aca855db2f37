//! `touchline user`: people of an installation, for those who look after its machine.

use crate::args::{UserAddArgs, UserDisableArgs, UserListArgs};
use crate::failure::Failure;
use crate::installation::{self, block_on, existing};
use crate::output;
use app::rooms::people::{self, NewPerson, Password};
use app::web::{Problem, Role, secret};
use language::Language;
use serde_json::json;
use std::io::{self, IsTerminal};

/// Adds someone. The password is read from standard input; from a terminal nothing is read, and one is made up.
pub fn add(language: Language, args: &UserAddArgs) -> Result<(), Failure> {
    let role = Role::read(&args.role).ok_or_else(|| {
        let roles = Role::ALL.map(Role::as_str).join(", ");
        Failure::Use(vec![
            language.text_with("user-role", &[("role", (&args.role).into()), ("roles", roles.into())]),
        ])
    })?;
    let given = given_password()?;
    let password = given.clone().unwrap_or_else(secret::word);
    let location = installation::location(language, &args.installation)?;
    block_on(async {
        // The first of all may be added before the server was ever started.
        let app = installation::open(language, location).await?;
        let failed = |problem: Problem| installation::problem(language, &problem);
        let mut person = NewPerson::new(&args.name, &args.email, role).map_err(failed)?;
        let email = person.email.clone();
        let kept = Password::from(password.clone());
        kept.check().map_err(failed)?;
        person.password = Some(kept.hashed().await.map_err(failed)?);
        let now = app.now();
        app.db()
            .write(move |tx| {
                Box::pin(async move { people::commands::add(tx, vec![person], ("program", None), now).await })
            })
            .await
            .map_err(failed)?;
        let mut lines = vec![language.text_with("user-added", &[("email", email.into())])];
        if given.is_none() {
            lines.push(language.text_with("user-password", &[("password", password.into())]));
        }
        output::print_lines(&lines)
    })
}

/// The line that was piped in, if one was.
fn given_password() -> Result<Option<String>, Failure> {
    if io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line).map_err(|error| Failure::Output { place: "-".to_owned(), error })?;
    let line = line.trim_end_matches(['\r', '\n']);
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

/// Lists everyone.
pub fn list(language: Language, args: &UserListArgs) -> Result<(), Failure> {
    block_on(async {
        let app = existing(language, &args.installation).await?;
        let failed = |error: db::Error| installation::failure(language, &error);
        let mut db = app.db().read().await.map_err(failed)?;
        let people = people::queries::list(&mut db).await.map_err(failed)?;
        if args.json {
            let people: Vec<_> = people
                .iter()
                .map(|person| {
                    json!({
                        "email": person.email, "name": person.name, "role": person.role,
                        "disabled": person.disabled_at.is_some(),
                    })
                })
                .collect();
            return output::print(&json!({ "people": people }).to_string());
        }
        let line = |person: &people::Person| {
            let disabled = if person.disabled_at.is_some() {
                format!("  ({})", language.text("user-is-disabled"))
            } else {
                String::new()
            };
            format!("{:<14}  {:<40}  {}{disabled}", person.role.as_str(), person.email, person.name)
        };
        output::print_lines(&people.iter().map(line).collect::<Vec<_>>())
    })
}

/// Shuts someone out at once, sessions and tokens included.
pub fn disable(language: Language, args: &UserDisableArgs) -> Result<(), Failure> {
    block_on(async {
        let app = existing(language, &args.installation).await?;
        let (email, now) = (args.email.clone(), app.now());
        app.db()
            .write(move |tx| {
                Box::pin(async move {
                    people::commands::disable_by_email(tx, &email, ("program", None), now).await
                })
            })
            .await
            .map_err(|problem| match problem {
                Problem::NotFound => {
                    Failure::input(language.text_with("user-unknown", &[("email", (&args.email).into())]))
                }
                problem => installation::problem(language, &problem),
            })?;
        output::print_lines(&[language.text_with("user-disabled", &[("email", (&args.email).into())])])
    })
}
