//! As much HTTP and HTML as it takes to sign in and to send a form, over plain sockets.

use crate::shell::Result;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The longest that an answer may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Somebody who is signed in.
pub struct Session {
    address: String,
    /// What the browser sends with every request.
    pub cookie: String,
}

/// What a form would send.
#[derive(Debug, PartialEq)]
pub struct Form {
    /// Where to.
    pub action: String,
    fields: Vec<(String, String)>,
    text: Option<String>,
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

/// Whether the server says that it is well.
pub fn is_well(address: &str) -> bool {
    ask(address, "GET", "/healthz", "", "").is_ok_and(|reply| reply.status == 200)
}

impl Session {
    /// Signs in as a person does: with the form, and what it hides.
    pub fn sign_in(address: &str, email: &str, password: &str) -> Result<Self> {
        let page = ask(address, "GET", "/sign-in", "", "")?;
        let mut form = Form::find(&page.body, |action| action.is_empty() || action.starts_with("/sign-in"))
            .ok_or("/sign-in has no form")?;
        form.fields.push(("email".into(), email.into()));
        form.fields.push(("password".into(), password.into()));
        let action = if form.action.is_empty() { "/sign-in" } else { &form.action };
        let reply = ask(address, "POST", action, &page.cookies(), &form.body())?;
        let cookie = [reply.cookies(), page.cookies()].into_iter().find(|cookies| !cookies.is_empty());
        match (reply.status, cookie) {
            (302 | 303, Some(cookie)) => Ok(Self { address: address.to_owned(), cookie }),
            (status, _) => Err(format!("{email} cannot sign in: the server answers {status}").into()),
        }
    }

    /// The text of a page.
    pub fn page(&self, path: &str) -> Result<String> {
        let reply = ask(&self.address, "GET", path, &self.cookie, "")?;
        if reply.status == 200 {
            Ok(reply.body)
        } else {
            Err(format!("{path} answers {}", reply.status).into())
        }
    }

    /// Sends a form, which is taken when the server leads on to a page, and tells which.
    pub fn send(&self, form: &Form) -> Result<String> {
        let reply = ask(&self.address, "POST", &form.action, &self.cookie, &form.body())?;
        match reply.status {
            302 | 303 if !reply.header("location").any(|to| to.contains("/sign-in")) => {
                Ok(reply.header("location").next().unwrap_or_default().to_owned())
            }
            status => Err(format!("{} answers {status}", form.action).into()),
        }
    }
}

impl Form {
    /// The first form of a page whose action fits, with its hidden fields.
    pub fn find(page: &str, fits: impl Fn(&str) -> bool) -> Option<Self> {
        let forms = page.split("<form").skip(1).map(|rest| rest.split("</form>").next().unwrap_or_default());
        let of = |form: &str| {
            let inputs = form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
            let hidden = inputs.filter(|tag| attribute(tag, "type").as_deref() == Some("hidden"));
            Self {
                action: attribute(form.split('>').next().unwrap_or_default(), "action").unwrap_or_default(),
                fields: hidden
                    .filter_map(|tag| {
                        Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()))
                    })
                    .collect(),
                text: form
                    .split_once("<textarea")
                    .and_then(|(_, tag)| attribute(tag.split('>').next()?, "name")),
            }
        };
        forms.map(of).find(|form| fits(&form.action))
    }

    /// Writes into its text area.
    pub fn fill_text(&mut self, text: &str) -> Result {
        let name = self.text.clone().ok_or_else(|| format!("the form to {} takes no text", self.action))?;
        self.fields.push((name, text.to_owned()));
        Ok(())
    }

    /// The fields as a browser writes them.
    pub fn body(&self) -> String {
        let pairs = self.fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

/// Where the links of a page lead.
pub fn links(page: &str) -> impl Iterator<Item = &str> {
    page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

impl Reply {
    fn header<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let pairs = self.head.lines().filter_map(|line| line.split_once(':'));
        pairs.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    fn cookies(&self) -> String {
        let pairs = self.header("set-cookie").filter_map(|cookie| cookie.split(';').next());
        pairs.collect::<Vec<_>>().join("; ")
    }
}

fn ask(address: &str, method: &str, path: &str, cookie: &str, body: &str) -> Result<Reply> {
    let mut socket = TcpStream::connect(address)?;
    socket.set_read_timeout(Some(TIMEOUT))?;
    // The older version ends an answer with the connection, so that there is nothing to unfold.
    let mut head = format!("{method} {path} HTTP/1.0\r\nHost: {address}\r\nOrigin: http://{address}\r\n");
    if !cookie.is_empty() {
        head += &format!("Cookie: {cookie}\r\n");
    }
    if method == "POST" {
        head += "Content-Type: application/x-www-form-urlencoded\r\n";
        head += &format!("Content-Length: {}\r\n", body.len());
    }
    socket.write_all(format!("{head}\r\n{body}").as_bytes())?;
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer)?;
    reply(&String::from_utf8_lossy(&answer))
        .ok_or_else(|| format!("{path}: this is no answer in HTTP").into())
}

fn reply(answer: &str) -> Option<Reply> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split_whitespace().nth(1)?.parse().ok()?;
    Some(Reply { status, head: head.to_owned(), body: body.to_owned() })
}

/// The value of an attribute in a tag, quoted or not.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.match_indices(name).find_map(|(at, _)| {
        let after_space = tag[..at].ends_with(char::is_whitespace);
        tag[at + name.len()..].strip_prefix('=').filter(|_| after_space)
    })?;
    let value = match start.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => start.split(|c: char| c.is_whitespace() || c == '/').next()?,
    };
    Some(value.replace("&#38;", "&").replace("&amp;", "&"))
}

fn encoded(text: &str) -> String {
    let of = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_sends_what_it_hides_and_what_is_written() -> Result {
        let page = "<form action=\"/search\"><input name=q></form>\n<form method=\"post\" action=\"/cases/7/comments\">\
            <input type=\"hidden\" name=\"csrf\" value=\"a+b=\"><input type=hidden name=version value=4>\
            <input type=\"checkbox\" name=\"x\" value=\"1\"><textarea class=\"name\" name=\"text\" rows=3></textarea></form>";
        let mut form = Form::find(page, |action| action.ends_with("/comments")).ok_or("no form")?;
        form.fill_text("Да 1")?;
        assert_eq!(form.body(), "csrf=a%2Bb%3D&version=4&text=%D0%94%D0%B0%201");
        assert_eq!(form.action, "/cases/7/comments");
        assert!(Form::find(page, |action| action == "/x").is_none());
        let mut search = Form::find(page, |action| action == "/search").ok_or("no form")?;
        assert!(search.fill_text("x").is_err());
        Ok(())
    }

    #[test]
    fn an_answer_has_its_status_and_cookies() {
        let text =
            "HTTP/1.1 303 See Other\r\nSet-Cookie: a=1; Path=/\r\nset-cookie: b=2\r\nLocation: /\r\n\r\nbody";
        let answer = reply(text).map(|reply| (reply.status, reply.cookies(), reply.body.clone()));
        assert_eq!(answer, Some((303, "a=1; b=2".into(), "body".into())));
        assert!(reply("nothing").is_none());
    }

    #[test]
    fn links_are_found() {
        assert_eq!(
            links("<a href=\"/cases/7\">7</a> <a class=x href=\"/y\">").collect::<Vec<_>>(),
            ["/cases/7", "/y"]
        );
    }
}
