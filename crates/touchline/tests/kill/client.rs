//! As much of HTTP as a writer needs: one request a connection, and a browser's cookie.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An answer whose head arrived whole.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// A header, if it is there.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// Someone who writes.
#[derive(Clone)]
pub struct Client {
    cookie: String,
    csrf: String,
}

impl Client {
    /// Signs in.
    pub fn sign_in(server: SocketAddr, email: &str, password: &str) -> io::Result<Self> {
        let mut client = Self { cookie: String::new(), csrf: String::new() };
        client.look(server, "/sign-in")?;
        let signed = client.post(server, "/sign-in", &format!("email={email}&password={password}"))?;
        assert_eq!(signed.status, 303, "{}", signed.body);
        client.keep(&signed);
        client.look(server, "/cases")?;
        Ok(client)
    }

    /// Takes cookie and token from a page.
    fn look(&mut self, server: SocketAddr, path: &str) -> io::Result<()> {
        let page = self.send(server, "GET", path, "")?;
        self.keep(&page);
        let start = page.body.split_once("name=\"csrf\" content=\"").expect("pages have a token").1;
        self.csrf = start.split('"').next().unwrap_or_default().to_owned();
        Ok(())
    }

    fn keep(&mut self, answer: &Answer) {
        if let Some(cookie) = answer.header("set-cookie") {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
    }

    /// Sends a form.
    pub fn post(&self, server: SocketAddr, path: &str, form: &str) -> io::Result<Answer> {
        self.send(server, "POST", path, &format!("csrf={}&{form}", self.csrf))
    }

    fn send(&self, server: SocketAddr, method: &str, path: &str, body: &str) -> io::Result<Answer> {
        let mut stream = TcpStream::connect(server)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.cookie,
            body.len()
        )?;
        let mut said = Vec::new();
        // What was said before the connection broke still counts.
        let broke = stream.read_to_end(&mut said).err();
        let said = String::from_utf8_lossy(&said);
        let Some((head, body)) = said.split_once("\r\n\r\n") else {
            return Err(broke.unwrap_or(io::ErrorKind::UnexpectedEof.into()));
        };
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or(io::ErrorKind::InvalidData)?;
        Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }
}
