//! From a file to its tree: what is malformed is mended and listed, what is dangerous is refused.

mod namespaces;

use super::attributes::{Raw, scan, shortened};
use super::characters::{attribute_value, is_name, is_space, push_reference, push_text};
use super::cursor::Cursor;
use super::document::{AttributeOf, Declaration, Document, Element, Kind, Node};
use super::names::{Names, Symbol};
use super::{
    MAX_ATTRIBUTE_BYTES, MAX_ATTRIBUTES, MAX_DEPTH, MAX_FILE_BYTES, MAX_NODES, MAX_PROBLEMS, MAX_TEXT_BYTES,
    NodeId, Place, Problem, ProblemKind, ReadError,
};
use namespaces::Binding;
use quick_xml::Error;
use quick_xml::events::Event;

/// The most `<` that begin no tag: after each the rest of the file is looked at anew.
const MAX_BARE_LESS: usize = 100;

impl Document {
    /// Reads a file in UTF-8, UTF-16 or the encoding it declares, and lists what was malformed in it.
    ///
    /// # Errors
    /// Where a limit is passed, the document type brings declarations, or there is no element; see [`ReadError`].
    pub fn read(file: &[u8]) -> Result<(Self, Vec<Problem>), ReadError> {
        if file.len() > MAX_FILE_BYTES {
            return Err(ReadError::TooLarge { found: file.len(), limit: MAX_FILE_BYTES });
        }
        let (text, problem) = super::decode::decode(file);
        let mut reader = Reader::new(&text);
        reader.problems.extend(problem);
        reader.read()?;
        reader.finish()
    }
}

struct Reader<'t> {
    text: &'t str,
    cursor: Cursor<'t>,
    document: Document,
    root: Option<NodeId>,
    open: Vec<Open<'t>>,
    bindings: Vec<Binding>,
    /// Prefixes that were not declared, and what they were taken for.
    undeclared: Vec<(Symbol, Symbol)>,
    /// Text that may go on, and where it began.
    pending: (String, Place),
    problems: Vec<Problem>,
    attributes: usize,
    bare_less: usize,
}

struct Open<'t> {
    node: NodeId,
    /// As it is written; empty for the outermost element opened again.
    name: &'t str,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        let top = Node { parent: None, place: Place::NONE, kind: Kind::Document { children: Vec::new() } };
        Self {
            text,
            cursor: Cursor::new(text),
            document: Document { nodes: vec![top], names: Names::new(), declaration: None },
            root: None,
            open: Vec::new(),
            bindings: Vec::new(),
            undeclared: Vec::new(),
            pending: (String::new(), Place::NONE),
            problems: Vec::new(),
            attributes: 0,
            bare_less: 0,
        }
    }

    /// Reads on after each `<` that begins no tag.
    fn read(&mut self) -> Result<(), ReadError> {
        let mut from = Some(0);
        while let Some(start) = from {
            from = self.read_from(start)?;
        }
        self.flush()
    }

    /// Reads to the end, or to a bare `<`: then returns where to read on.
    fn read_from(&mut self, start: usize) -> Result<Option<usize>, ReadError> {
        let text = self.text;
        // Where the parser begins it takes a byte order mark away and does not count it; here it is text.
        let from = text.len() - text[start..].trim_start_matches('\u{feff}').len();
        if from > start {
            self.text(start, |into, _| into.push_str(&text[start..from]))?;
        }
        let start = from;
        let mut xml = quick_xml::Reader::from_str(&text[start..]);
        let config = xml.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        loop {
            let at = start + xml.buffer_position() as usize;
            if self.problems.len() > MAX_PROBLEMS {
                return Err(ReadError::TooMalformed { place: self.cursor.place(at), limit: MAX_PROBLEMS });
            }
            match xml.read_event() {
                Ok(event) => {
                    // What stands between here and there in the file, as the event itself borrows from the parser.
                    let end = start + xml.buffer_position() as usize;
                    match self.event(event, at, &text[at..end])? {
                        After::GoOn => {}
                        After::End => return Ok(None),
                        After::BareLess => return self.bare_less(at).map(Some),
                    }
                }
                Err(Error::Syntax(_)) if begins_nothing(&text[at..]) => return self.bare_less(at).map(Some),
                Err(error) => {
                    if text[at..].get(..9).is_some_and(|head| head.eq_ignore_ascii_case("<!doctype")) {
                        return Err(ReadError::Doctype { place: self.cursor.place(at) });
                    }
                    if matches!(error, Error::Syntax(_)) {
                        self.problem(at, ProblemKind::Endless { what: markup(&text[at..]) });
                        return Ok(None);
                    }
                    self.problem(at, ProblemKind::Misplaced { what: markup(&text[at..]) });
                }
            }
        }
    }

    fn event(&mut self, event: Event<'_>, at: usize, raw: &'t str) -> Result<After, ReadError> {
        match event {
            Event::Start(tag) => return self.start(at, raw, tag.name().as_ref().len(), false),
            Event::Empty(tag) => return self.start(at, raw, tag.name().as_ref().len(), true),
            Event::End(_) => self.end(at, raw)?,
            Event::Text(text) => {
                // The parser gives what begins a reference and does not end it as text.
                if text.starts_with('&') {
                    self.problem(at, ProblemKind::BareAmpersand);
                }
                self.text(at, |into, problems| push_text(into, &text, problems))?;
            }
            Event::GeneralRef(name) => {
                self.text(at, |into, problems| push_reference(into, &name, problems))?;
            }
            Event::CData(text) => {
                if self.open.is_empty() {
                    self.problem(at, ProblemKind::TextOutside);
                } else {
                    self.leaf(at, &text, Kind::CData)?;
                }
            }
            Event::Comment(text) => self.comment(at, &text)?,
            Event::PI(content) => {
                if is_name(content.target()) && !content.target().eq_ignore_ascii_case("xml") {
                    self.leaf(at, &content, Kind::Instruction)?;
                } else {
                    self.problem(at, ProblemKind::Misplaced { what: "this instruction" });
                }
            }
            Event::Decl(declaration) if at == 0 => {
                self.document.declaration = Some(declared(declaration.get(3..).unwrap_or_default()));
            }
            Event::Decl(_) => self.problem(at, ProblemKind::Misplaced { what: "an XML declaration" }),
            Event::DocType(text) => self.doctype(at, &text)?,
            Event::Eof => return Ok(After::End),
        }
        Ok(After::GoOn)
    }

    fn start(&mut self, at: usize, raw: &'t str, name_len: usize, empty: bool) -> Result<After, ReadError> {
        let name = &raw[1..=name_len];
        if !is_name(name) || name.starts_with("xmlns:") {
            return Ok(After::BareLess);
        }
        self.flush()?;
        let place = self.cursor.mark(at);
        if let (true, Some(root)) = (self.open.is_empty(), self.root) {
            self.problem(at, ProblemKind::SecondRoot { name: shortened(name) });
            self.open.push(Open { node: root, name: "" });
            self.rebind(root);
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(ReadError::TooDeep { place, limit: MAX_DEPTH });
        }
        let tag = &raw[1 + name_len..raw.len() - if empty { 2 } else { 1 }];
        let raws = self.attributes(at + 1 + name_len, tag);
        let depth = self.open.len();
        self.declarations(&raws, depth);
        let attributes = self.resolved(at, raws)?;
        if name.matches(':').count() > 1 {
            self.problem(at, ProblemKind::Colons { name: shortened(name) });
        }
        let name_of = self.resolve(at, name, true);
        let element = Element { name: name_of, attributes, children: Vec::new() };
        let node = self.attach(place, Kind::Element(element))?;
        self.root.get_or_insert(node);
        if empty {
            self.unbind(depth);
        } else {
            self.open.push(Open { node, name });
        }
        Ok(After::GoOn)
    }

    fn attributes(&mut self, offset: usize, tag: &'t str) -> Vec<Raw<'t>> {
        let mut raws = scan(tag, |at, kind| self.problem(offset + at, kind));
        for raw in &mut raws {
            raw.at += offset;
        }
        raws
    }

    fn resolved(&mut self, at: usize, raws: Vec<Raw<'t>>) -> Result<Vec<AttributeOf>, ReadError> {
        let place = self.cursor.place(at);
        if raws.len() > MAX_ATTRIBUTES {
            return Err(ReadError::TooManyAttributes { place, limit: MAX_ATTRIBUTES });
        }
        let mut attributes: Vec<AttributeOf> = Vec::with_capacity(raws.len());
        for raw in raws {
            let mut kinds = Vec::new();
            let value = attribute_value(raw.value, &mut kinds);
            if value.len() > MAX_ATTRIBUTE_BYTES {
                let (found, limit) = (value.len(), MAX_ATTRIBUTE_BYTES);
                let place = self.cursor.place(raw.at);
                return Err(ReadError::TooLong { place, what: "an attribute", found, limit });
            }
            for kind in kinds {
                self.problem(raw.at, kind);
            }
            match raw.name.split_once(':') {
                Some(("xmlns", _)) if value.is_empty() => continue,
                Some(("xmlns", "xmlns")) => {
                    self.problem(raw.at, ProblemKind::NoAttribute { text: raw.name.to_owned() });
                    continue;
                }
                Some((_, local)) if local.contains(':') => {
                    self.problem(raw.at, ProblemKind::Colons { name: shortened(raw.name) });
                }
                _ => {}
            }
            let name = self.resolve(raw.at, raw.name, false);
            let twice = |known: &AttributeOf| {
                (known.name.namespace, known.name.local) == (name.namespace, name.local)
                    && (name.namespace != Symbol::EMPTY || known.name.prefix == name.prefix)
            };
            if attributes.iter().any(twice) {
                let (name, value) = (shortened(raw.name), shortened(&value));
                self.problem(raw.at, ProblemKind::DuplicateAttribute { name, value });
            } else {
                attributes.push(AttributeOf { name, value });
            }
        }
        self.attributes += attributes.len();
        Ok(attributes)
    }

    fn end(&mut self, at: usize, raw: &'t str) -> Result<(), ReadError> {
        self.flush()?;
        let name = raw.trim_start_matches("</").trim_end_matches('>').trim_end_matches(is_space);
        let Some(depth) = self.open.iter().rposition(|open| open.name == name && !name.is_empty()) else {
            self.problem(at, ProblemKind::UnmatchedEnd { name: shortened(name) });
            return Ok(());
        };
        self.close_above(at, depth + 1);
        self.open.truncate(depth);
        self.unbind(depth);
        Ok(())
    }

    /// Lists the elements that were left open.
    fn close_above(&mut self, at: usize, depth: usize) {
        for index in (depth..self.open.len()).rev() {
            let open = &self.open[index];
            if !open.name.is_empty() {
                let (name, opened) = (shortened(open.name), self.document.place(open.node));
                self.problem(at, ProblemKind::Unclosed { name, opened });
            }
        }
    }

    fn text(
        &mut self,
        at: usize,
        push: impl FnOnce(&mut String, &mut Vec<ProblemKind>),
    ) -> Result<(), ReadError> {
        if self.pending.0.is_empty() {
            self.pending.1 = self.cursor.place(at);
        }
        let mut kinds = Vec::new();
        push(&mut self.pending.0, &mut kinds);
        for kind in kinds {
            self.problem(at, kind);
        }
        within(self.pending.0.len(), self.pending.1)
    }

    /// Makes a node of the text that was gathered.
    fn flush(&mut self) -> Result<(), ReadError> {
        if self.pending.0.is_empty() {
            return Ok(());
        }
        let (text, place) = std::mem::take(&mut self.pending);
        if self.open.is_empty() && !text.chars().all(is_space) {
            self.problems.push(Problem { place, kind: ProblemKind::TextOutside });
            return Ok(());
        }
        self.attach(place, Kind::Text(text.into())).map(|_| ())
    }

    fn leaf(&mut self, at: usize, text: &str, kind: fn(Box<str>) -> Kind) -> Result<(), ReadError> {
        self.flush()?;
        let place = self.cursor.place(at);
        let (mut clean, mut kinds) = (String::new(), Vec::new());
        push_text(&mut clean, text, &mut kinds);
        within(clean.len(), place)?;
        for kind in kinds {
            self.problem(at, kind);
        }
        self.attach(place, kind(clean.into())).map(|_| ())
    }

    fn comment(&mut self, at: usize, text: &str) -> Result<(), ReadError> {
        if !text.contains("--") && !text.ends_with('-') {
            return self.leaf(at, text, Kind::Comment);
        }
        self.problem(at, ProblemKind::HyphensInComment);
        let mut spaced = String::new();
        for c in text.chars() {
            if c == '-' && spaced.ends_with('-') {
                spaced.push(' ');
            }
            spaced.push(c);
        }
        if spaced.ends_with('-') {
            spaced.push(' ');
        }
        self.leaf(at, &spaced, Kind::Comment)
    }

    fn doctype(&mut self, at: usize, text: &str) -> Result<(), ReadError> {
        if !is_name(text.trim_matches(is_space)) {
            return Err(ReadError::Doctype { place: self.cursor.place(at) });
        }
        let known = self.document.nodes.iter().any(|node| matches!(node.kind, Kind::Doctype(_)));
        if known || self.root.is_some() {
            self.problem(at, ProblemKind::Misplaced { what: "a document type" });
            return Ok(());
        }
        self.leaf(at, text.trim_matches(is_space), Kind::Doctype)
    }

    fn attach(&mut self, place: Place, kind: Kind) -> Result<NodeId, ReadError> {
        self.check_count(place)?;
        let parent = self.open.last().map_or(NodeId::DOCUMENT, |open| open.node);
        let node = self.document.add(kind, place);
        self.document.nodes[node.index()].parent = Some(parent);
        if let Some(children) = self.document.children_mut(parent) {
            children.push(node);
        }
        Ok(node)
    }

    fn check_count(&self, place: Place) -> Result<(), ReadError> {
        if self.document.nodes.len() + self.attributes > MAX_NODES {
            return Err(ReadError::TooManyNodes { place, limit: MAX_NODES });
        }
        Ok(())
    }

    fn bare_less(&mut self, at: usize) -> Result<usize, ReadError> {
        self.bare_less += 1;
        if self.bare_less > MAX_BARE_LESS {
            return Err(ReadError::TooMalformed { place: self.cursor.place(at), limit: MAX_BARE_LESS });
        }
        self.problem(at, ProblemKind::BareLess);
        self.text(at, |into, _| into.push('<'))?;
        Ok(at + 1)
    }

    /// Lists a problem; one too many is enough to give up.
    fn problem(&mut self, at: usize, kind: ProblemKind) {
        if self.problems.len() > MAX_PROBLEMS {
            return;
        }
        let place = self.cursor.place(at);
        self.problems.push(Problem { place, kind });
    }

    fn finish(mut self) -> Result<(Document, Vec<Problem>), ReadError> {
        self.close_above(self.text.len(), 0);
        let Some(root) = self.root else { return Err(ReadError::NoElement) };
        self.declare_undeclared(root)?;
        self.problems.sort_by_key(|problem| problem.place);
        Ok((self.document, self.problems))
    }
}

enum After {
    GoOn,
    End,
    BareLess,
}

fn within(found: usize, place: Place) -> Result<(), ReadError> {
    if found > MAX_TEXT_BYTES {
        return Err(ReadError::TooLong { place, what: "a text", found, limit: MAX_TEXT_BYTES });
    }
    Ok(())
}

fn declared(attributes: &str) -> Declaration {
    let raws = scan(attributes, |_, _| {});
    let value = |name: &str| raws.iter().find(|raw| raw.name == name).map(|raw| raw.value);
    let encoding =
        value("encoding").map(|label| if label.eq_ignore_ascii_case("utf-8") { label } else { "UTF-8" });
    Declaration {
        version: value("version").filter(|version| *version == "1.1").unwrap_or("1.0").to_owned(),
        encoding: encoding.map(str::to_owned),
        standalone: value("standalone").filter(|value| matches!(*value, "yes" | "no")).map(str::to_owned),
    }
}

/// Whether a `<` stands before something that no markup begins with.
fn begins_nothing(text: &str) -> bool {
    match text[1..].chars().next() {
        Some('?' | '/') => false,
        Some('!') => {
            !["<!--", "<![CDATA[", "<!DOCTYPE", "<!doctype"].iter().any(|head| text.starts_with(head))
        }
        Some(c) => !is_name(c.encode_utf8(&mut [0; 4])),
        None => true,
    }
}

fn markup(text: &str) -> &'static str {
    match text.as_bytes() {
        [b'<', b'!', b'-', ..] => "a comment",
        [b'<', b'!', b'[', ..] => "a CDATA section",
        [b'<', b'?', ..] => "an instruction",
        _ => "a tag",
    }
}
