//! A page: what it has around it, and how it is sent.

use super::{Actor, Problem, Right, Say, Visit, assets};
use askama::Template;
use axum::response::Html;
use language::Language;

/// Where in the program a page is; the place is marked in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At home.
    Home,
    /// Customer processes.
    Map,
    /// Cases.
    Run,
    /// Scores.
    Listen,
    /// Reports.
    Improve,
    /// Event logs.
    Data,
    /// Settings.
    Settings,
    /// None of them.
    Nowhere,
}

/// A place in the navigation.
#[derive(Debug)]
pub struct Door {
    /// Its address.
    pub path: &'static str,
    /// Name of its drawing, and of its text after `place-`.
    pub name: &'static str,
    /// The key that goes there, after `g`.
    pub key: &'static str,
    /// Whether this page is there.
    pub is_here: bool,
    /// Whether it is on the bar of a phone only behind "more".
    pub is_beyond: bool,
}

/// What a page has around it.
#[derive(Debug)]
pub struct Page {
    /// How to speak to the visitor.
    pub say: Say,
    /// Who it is.
    pub actor: Option<Actor>,
    /// The token for forms.
    pub csrf: String,
    /// The path and query of the page.
    pub path: String,
    /// Where it is.
    pub place: Place,
    site: String,
}

impl Page {
    pub(super) fn of(visit: &Visit, place: Place) -> Self {
        Self {
            say: visit.say.clone(),
            actor: visit.actor.clone(),
            csrf: visit.csrf.clone(),
            path: visit.path.clone(),
            place,
            site: visit.site.clone(),
        }
    }

    /// The address of the whole program, as the visitor reached it.
    #[must_use]
    pub fn site(&self) -> &str {
        &self.site
    }

    /// The places that this visitor has.
    #[must_use]
    pub fn doors(&self) -> Vec<Door> {
        let Some(actor) = &self.actor else { return Vec::new() };
        let door = |place, path, name, key, is_beyond| Door {
            path,
            name,
            key,
            is_here: self.place == place,
            is_beyond,
        };
        let settings = door(Place::Settings, "/settings", "settings", "s", true);
        if !actor.may(Right::See) {
            return vec![door(Place::Run, "/cases", "requests", "r", false), settings];
        }
        vec![
            door(Place::Home, "/", "home", "h", false),
            door(Place::Map, "/processes", "map", "m", false),
            door(Place::Run, "/cases", "run", "r", false),
            door(Place::Listen, "/feedback", "listen", "l", false),
            door(Place::Improve, "/improve", "improve", "i", false),
            door(Place::Data, "/logs", "data", "d", true),
            settings,
        ]
    }

    /// Whether the visitor may work on cases.
    #[must_use]
    pub fn may_work(&self) -> bool {
        self.may(Right::Work)
    }

    /// Whether the visitor may change processes and bring in logs.
    #[must_use]
    pub fn may_design(&self) -> bool {
        self.may(Right::Design)
    }

    /// Whether the visitor may look after people and the installation.
    #[must_use]
    pub fn may_administer(&self) -> bool {
        self.may(Right::Administer)
    }

    /// Whether the visitor is one of the staff.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.may(Right::See)
    }

    fn may(&self, right: Right) -> bool {
        self.actor.as_ref().is_some_and(|actor| actor.may(right))
    }

    /// The languages, each with its own name.
    #[must_use]
    pub fn languages(&self) -> [(&'static str, &'static str); 5] {
        Language::ALL.map(|language| {
            let name = match language {
                Language::En => "English",
                Language::Bg => "Български",
                Language::Pl => "Polski",
                Language::Ru => "Русский",
                Language::Zh => "中文",
            };
            (language.code(), name)
        })
    }

    /// Light, dark, or empty for what the screen wants.
    #[must_use]
    pub fn theme(&self) -> &str {
        self.actor.as_ref().and_then(|actor| actor.theme.as_deref()).unwrap_or_default()
    }

    /// A drawing from the sheet of icons, as markup; `name` is one of ours.
    #[must_use]
    pub fn icon(&self, name: &'static str) -> String {
        let sheet = assets::address("icons.svg");
        format!("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sheet}#{name}\"/></svg>")
    }

    /// The address of an asset, which changes with what it holds.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }
}

/// The page as it is sent.
///
/// # Errors
///
/// [`Problem::Unexpected`], if the template fails.
pub fn html(template: &impl Template) -> Result<Html<String>, Problem> {
    Ok(Html(template.render()?))
}
