//! Someone who visits, with a browser that keeps cookies, or by a program with a token.

use super::{Answer, House};
use app::rooms::people::{self, NewPerson};
use app::web::csrf;
use app::web::visit::{SESSION, VISIT};
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Mutex;
use uuid::Uuid;

/// Someone who visits.
pub struct Visitor {
    house: House,
    /// Who it is; of a stranger, nobody.
    person: Option<Uuid>,
    cookies: Mutex<BTreeMap<String, String>>,
    /// Headers of every request, such as the language that a browser asks for.
    headers: Vec<(&'static str, String)>,
    token: tokio::sync::OnceCell<String>,
}

impl Visitor {
    pub(super) fn stranger(house: House) -> Self {
        let (cookies, token) = Default::default();
        Self { house, person: None, cookies, headers: Vec::new(), token }
    }

    pub(super) fn known(house: House, person: &NewPerson, session: String) -> Self {
        let mut visitor = Self::stranger(house);
        visitor.person = Some(person.id);
        visitor.cookies.get_mut().expect("nobody else").insert(SESSION.into(), session);
        visitor
    }

    /// Sends this header with every request.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Who it is.
    pub fn person(&self) -> Uuid {
        self.person.expect("someone who is known")
    }

    /// What the browser keeps under this name.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().expect("no story panicked here").get(name).cloned()
    }

    /// Gets a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    /// Sends a form as a page of ours would, with its token.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.csrf().await;
        let fields: Vec<(&str, &str)> = [&[(csrf::FIELD, token.as_str())], fields].concat();
        self.post_as_it_is(path, &fields).await
    }

    /// Sends a form with these fields alone.
    pub async fn post_as_it_is(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).expect("fields are text");
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.send(Method::POST, path, &[kind], body.into()).await
    }

    /// Sends a request with the cookies that the browser has, and keeps those that come back.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "house.example");
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        for (name, value) in self.cookies.lock().expect("no story panicked here").iter() {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        let answer = self.house.answer(request.body(body).expect("a request")).await;
        for line in answer.cookies() {
            self.keep(line);
        }
        answer
    }

    fn keep(&self, line: &str) {
        let (name, rest) = line.split_once('=').expect("a cookie has a name");
        let value = rest.split(';').next().unwrap_or_default();
        let mut cookies = self.cookies.lock().expect("no story panicked here");
        if line.contains("Max-Age=0") {
            cookies.remove(name);
        } else {
            cookies.insert(name.into(), value.into());
        }
    }

    /// The token that a page of ours has in its forms; empty for a program, which gets no cookie to sign it over.
    pub async fn csrf(&self) -> String {
        let app = self.house.app();
        let session = match self.cookie(SESSION) {
            Some(word) => people::queries::by_session(app, &word, app.now())
                .await
                .expect("the database answers")
                .map(|_| word),
            None => None,
        };
        if session.is_none() && self.cookie(VISIT).is_none() {
            // Any page greets those who are not known with a cookie.
            self.get("/sign-in").await;
        }
        let cookie = session.or_else(|| self.cookie(VISIT));
        cookie.map_or_else(String::new, |cookie| csrf::token(app.secret(), &cookie))
    }

    /// The word of a token by which programs act for them.
    pub async fn token(&self) -> &str {
        let made = || people::commands::add_token(self.house.app(), self.person(), "a program", None);
        self.token.get_or_try_init(made).await.expect("a token is made")
    }

    /// Asks the API, with the token alone.
    pub async fn api_get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, Body::empty()).await
    }

    /// Sends JSON to the API, with the token alone.
    pub async fn api_post(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::POST, path, body.to_string().into()).await
    }

    /// Puts JSON to the API, with the token alone.
    pub async fn api_put(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::PUT, path, body.to_string().into()).await
    }

    async fn call(&self, method: Method, path: &str, body: Body) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token().await))
            .header(header::CONTENT_TYPE, "application/json");
        self.house.answer(request.body(body).expect("a request")).await
    }
}
