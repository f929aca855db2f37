//! The things that the requests of the table are about.

use super::table::FILE;
use crate::http::processes::with_cases;
use crate::http::whatif::simulated;
use crate::kit::{House, Visitor};
use app::rooms::feedback::{self, Question};
use app::rooms::people::queries;
use app::web::{Right, Role};
use axum::http::Method;
use jiff::SignedDuration;
use uuid::Uuid;

/// Names in brackets that stand for the process.
const PROCESS: &str = "internet-fault";

/// A path about something that is not there.
pub fn nothing(path: &str) -> String {
    let nil = Uuid::nil().to_string();
    let known = [
        ("{key}", PROCESS),
        ("{process}", PROCESS),
        ("{number}", "1"),
        ("{mark}", "0"),
        ("{name}", "a"),
        ("{step}", "reported"),
        ("{place}", "99"),
        ("{format}", "svg"),
        ("{which}", "published"),
    ];
    let unknown = [
        "{file}",
        "{person}",
        "{token}",
        "{comment}",
        "{task}",
        "{id}",
        "{import}",
        "{edit}",
        "{view}",
        "{scenario}",
    ]
    .map(|name| (name, nil.as_str()));
    known.into_iter().chain(unknown).fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
}

/// A form with a file in it.
pub fn upload(token: &str) -> String {
    upload_of(token, FILE)
}

fn upload_of(token: &str, file: &str) -> String {
    let part = "--edge\r\nContent-Disposition: form-data; name=";
    format!(
        "{part}\"csrf\"\r\n\r\n{token}\r\n{part}\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n{file}\r\n--edge--\r\n"
    )
}

/// Makes things for one request at a time, as an administrator.
pub struct Things {
    house: House,
    keeper: Visitor,
}

impl Things {
    pub async fn of(house: &House) -> Self {
        house.with_process().await;
        // Enough of them for scenarios to be simulated.
        with_cases(house, 40).await;
        let keeper = house.sign_in(Role::Administrator).await;
        // Without a case that went through it there is no report on the process.
        let opened = keeper.post("/cases", &[("title", "No connection"), ("process", PROCESS)]).await;
        for step in ["examined", "repaired", "confirmed"] {
            house.wait(SignedDuration::from_hours(1));
            let moved = keeper.post(&format!("{}/steps", opened.location()), &[("step", step)]).await;
            assert_eq!(moved.status(), 303, "{step}");
        }
        Self { house: house.clone(), keeper }
    }

    /// A scenario with its result.
    async fn scenario(&self) -> String {
        let new = serde_json::json!({ "name": "More people", "changes": { "people": { "field": 3 } } });
        let made = self.keeper.api_post(&format!("/api/v1/processes/{PROCESS}/scenarios"), &new).await;
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        simulated(&self.keeper, &id).await;
        id
    }

    /// The path with new things in it: the visitor's own, or another's that is kept from them.
    pub async fn fill(&self, path: &str, visitor: &Visitor, role: Role, is_own: bool) -> String {
        let mut path = path.replace("{key}", PROCESS).replace("{process}", PROCESS);
        if path.contains("{place}") {
            self.said().await;
        }
        path = path.replace("{step}", "reported").replace("{place}", "0");
        if path.starts_with("/assets/") {
            return app::web::assets::address("app.css");
        }
        if path.contains("{number}") {
            let number = self.case(visitor, role, is_own).await;
            if path.contains("{comment}") {
                let speaks = is_own && (role == Role::Customer || role.may(Right::Work));
                let comment = self.comment(if speaks { visitor } else { &self.keeper }, &number).await;
                path = path.replace("{comment}", &comment);
            }
            if path.contains("{task}") {
                path = path.replace("{task}", &self.task(&number).await);
            }
            path = path.replace("{number}", &number);
        }
        if path.starts_with("/f/") {
            return feedback::general_link(self.house.app(), PROCESS, None, Question::Nps);
        }
        if path.contains("{token}") {
            let owner = if is_own { visitor } else { &self.keeper };
            path = path.replace("{token}", &self.token(owner).await);
        }
        let maker = if is_own { visitor } else { &self.keeper };
        // Where it is not theirs to begin with, they are asked about somebody else's.
        let maker = if is_own && role.may(Right::Design) { maker } else { &self.keeper };
        if path.contains("{import}") {
            let kept = maker.post("/processes/import", &[("rows", "Name\nA")]).await;
            path = path.replace("{import}", kept.location().rsplit('/').next().expect("an import"));
        }
        if path.contains("{scenario}") {
            path = path.replace("{scenario}", &self.scenario().await).replace("{format}", "csv");
        }
        path = path.replace("{format}", "svg").replace("{which}", "published");
        if path.contains("{file}") {
            path = path.replace("{file}", &self.bpmn(maker).await);
        }
        if path.contains("{edit}") {
            path = path.replace("{edit}", &self.edit(maker, path.ends_with("/undo")).await);
        }
        if path.contains("{view}") {
            path = path.replace("{view}", &self.view(if is_own { visitor } else { &self.keeper }).await);
        }
        if path.contains("{id}") {
            path = path.replace("{id}", &self.log().await);
        }
        if path.contains("{person}") {
            path = path.replace("{person}", &self.house.person(Role::Agent).await.id.to_string());
        }
        path
    }

    /// A scenario of the process, and a failure point of its first step.
    async fn said(&self) {
        for (part, fields) in [
            ("scenarios", vec![("name", "No connection")]),
            (
                "failures",
                vec![
                    ("step", "reported"),
                    ("what", "Nobody answers"),
                    ("severity", "5"),
                    ("occurrence", "5"),
                    ("detection", "5"),
                ],
            ),
        ] {
            let address = format!("/processes/{PROCESS}/{part}");
            // The forms at the top of the page are about the process, that at its end is about what is said of it.
            let page = self.keeper.get(&address).await;
            let (_, form) = page.text().rsplit_once("name=\"version\" value=\"").expect("a form");
            let version = form.split('"').next().unwrap_or_default().to_owned();
            let fields: Vec<_> = fields.into_iter().chain([("version", version.as_str())]).collect();
            assert_eq!(self.keeper.post(&address, &fields).await.status(), 303, "{part}");
        }
    }

    /// A case: the visitor's, if they are a customer; another customer's is confidential.
    async fn case(&self, visitor: &Visitor, role: Role, is_own: bool) -> String {
        let other = self.house.sign_in(Role::Customer).await;
        let opener = if is_own && role == Role::Customer { visitor } else { &other };
        let fields = [("title", "The line is slow"), ("text", "Since Monday."), ("process", PROCESS)];
        let opened = opener.post("/cases", &fields).await;
        let number = opened.location().strip_prefix("/cases/").expect("a case was opened").to_owned();
        if !is_own {
            let page = self.keeper.get(&format!("/cases/{number}/edit")).await;
            let version = after(page.text(), "name=\"version\" value=\"");
            let fields = [
                ("title", "The line is slow"),
                ("text", "Since Monday."),
                ("confidentiality", "people"),
                ("version", version),
            ];
            let kept = self.keeper.post(&format!("/cases/{number}"), &fields).await;
            assert_eq!(kept.status(), 303, "it is confidential now");
        }
        number
    }

    async fn comment(&self, author: &Visitor, number: &str) -> String {
        let said = author.post(&format!("/cases/{number}/comments"), &[("text", "Hello")]).await;
        let (_, comment) = said.location().split_once("#comment-").expect("it was said");
        comment.to_owned()
    }

    /// A BPMN file that its sender looks over.
    async fn bpmn(&self, sender: &Visitor) -> String {
        let file =
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='d' targetNamespace='a'/>";
        let kind = [("content-type", "multipart/form-data; boundary=edge")];
        let form = upload_of(&sender.csrf().await, file);
        let path = format!("/processes/{PROCESS}/map/import");
        let kept = sender.send(Method::POST, &path, &kind, form.into()).await;
        kept.location().rsplit('/').next().expect("a file was kept").to_owned()
    }

    async fn task(&self, number: &str) -> String {
        self.keeper.post(&format!("/cases/{number}/tasks"), &[("title", "Look")]).await;
        let page = self.keeper.get(&format!("/cases/{number}")).await;
        after(page.text(), &format!("/cases/{number}/tasks/"))[..36].to_owned()
    }

    async fn token(&self, owner: &Visitor) -> String {
        owner.token().await;
        let mut db = self.house.app().db().read().await.expect("a connection");
        queries::tokens(&mut db, owner.person()).await.expect("tokens")[0].id.to_string()
    }

    /// An edit of every process, made where it is to be undone.
    async fn edit(&self, maker: &Visitor, is_made: bool) -> String {
        let begun = maker.post("/processes/edits", &[("all", "1")]).await;
        let path = begun.location().to_owned();
        if is_made {
            assert_eq!(maker.post(&path, &[("tags_add", "tried")]).await.status(), 303);
        }
        path.rsplit('/').next().expect("an edit").to_owned()
    }

    /// A saved view; of those who may save none, the keeper's.
    async fn view(&self, maker: &Visitor) -> String {
        let saved = maker.post("/processes/views", &[("name", "A"), ("query", "stage=maintain")]).await;
        let maker = if saved.status() == 303 { maker } else { &self.keeper };
        if saved.status() != 303 {
            maker.post("/processes/views", &[("name", "A"), ("query", "stage=maintain")]).await;
        }
        let page = maker.get("/processes/views").await;
        after(page.text(), "action=\"/processes/views/")[..36].to_owned()
    }

    async fn log(&self) -> String {
        let token = self.keeper.csrf().await;
        let kind = [("content-type", "multipart/form-data; boundary=edge")];
        let kept = self.keeper.send(Method::POST, "/logs", &kind, upload(&token).into()).await;
        let path = kept.location().strip_suffix("/mapping").expect("a log was kept");
        let columns = [("column-0", "case"), ("column-1", "activity"), ("column-2", "time"), ("zone", "UTC")];
        assert_eq!(self.keeper.post(kept.location(), &columns).await.status(), 303);
        path.strip_prefix("/logs/").expect("a log").to_owned()
    }
}

/// What follows, up to the end of an attribute.
fn after<'a>(text: &'a str, what: &str) -> &'a str {
    let start = text.find(what).unwrap_or_else(|| panic!("{what} is not in {text}")) + what.len();
    text[start..].split('"').next().unwrap_or_default()
}
