//! A document as text.

use super::NodeId;
use super::document::{AttributeOf, Document, Kind, NameOf};

impl Document {
    /// The document as XML in UTF-8; reading this text and writing it again gives the same text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::with_capacity(self.nodes.len() * 32);
        if let Some(declaration) = &self.declaration {
            out.push_str("<?xml version=\"");
            out.push_str(&declaration.version);
            for (name, value) in
                [("encoding", &declaration.encoding), ("standalone", &declaration.standalone)]
            {
                if let Some(value) = value {
                    out.extend(["\" ", name, "=\"", value]);
                }
            }
            out.push_str("\"?>");
        }
        for &child in self.children(NodeId::DOCUMENT) {
            self.write_node(child, &mut out);
        }
        out
    }

    /// Depth is bounded when reading and inserting, so recursion is.
    fn write_node(&self, node: NodeId, out: &mut String) {
        match &self.nodes[node.index()].kind {
            Kind::Document { .. } => {}
            Kind::Element(element) => {
                out.push('<');
                self.write_name(element.name, out);
                for attribute in &element.attributes {
                    self.write_attribute(attribute, out);
                }
                if element.children.is_empty() {
                    out.push_str("/>");
                    return;
                }
                out.push('>');
                for &child in &element.children {
                    self.write_node(child, out);
                }
                out.push_str("</");
                self.write_name(element.name, out);
                out.push('>');
            }
            Kind::Text(text) => escape(text, out, in_text),
            Kind::CData(text) => out.extend(["<![CDATA[", text, "]]>"]),
            Kind::Comment(text) => out.extend(["<!--", text, "-->"]),
            Kind::Instruction(text) => out.extend(["<?", text, "?>"]),
            Kind::Doctype(text) => out.extend(["<!DOCTYPE ", text, ">"]),
        }
    }

    fn write_attribute(&self, attribute: &AttributeOf, out: &mut String) {
        out.push(' ');
        self.write_name(attribute.name, out);
        out.push_str("=\"");
        escape(&attribute.value, out, in_attribute);
        out.push('"');
    }

    fn write_name(&self, name: NameOf, out: &mut String) {
        let prefix = self.names.text(name.prefix);
        if !prefix.is_empty() {
            out.extend([prefix, ":"]);
        }
        out.push_str(self.names.text(name.local));
    }
}

const fn in_text(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\r' => Some("&#xD;"),
        _ => None,
    }
}

const fn in_attribute(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'"' => Some("&quot;"),
        b'\t' => Some("&#x9;"),
        b'\n' => Some("&#xA;"),
        b'\r' => Some("&#xD;"),
        _ => None,
    }
}

fn escape(text: &str, out: &mut String, reference: fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(reference) = reference(byte) {
            out.push_str(&text[done..at]);
            out.push_str(reference);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
}
