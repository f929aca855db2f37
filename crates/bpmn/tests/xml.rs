//! Malformed files are mended and said, dangerous ones refused, and what is written stays as it is.

use bpmn::xml::{
    Document, MAX_ATTRIBUTE_BYTES, MAX_ATTRIBUTES, MAX_DEPTH, MAX_FILE_BYTES, MAX_NODES, NodeId, ReadError,
    same,
};
use proptest::prelude::*;

fn read(file: &[u8]) -> (String, Vec<String>) {
    let (document, problems) = Document::read(file).expect("a file that is read");
    let written = document.write();
    let (again, still) = Document::read(written.as_bytes()).expect("what was written");
    assert_eq!(still, [], "{written}");
    assert_eq!(again.write(), written);
    assert_eq!(same(&document, &again), Ok(()));
    (written, problems.iter().map(ToString::to_string).collect())
}

fn refused(file: &str) -> String {
    Document::read(file.as_bytes()).map(|_| ()).expect_err("a file that is refused").to_string()
}

#[test]
fn what_is_well_formed_stays() {
    for text in [
        "<a/>",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<!--x--><?go on?>\n<a b=\"1\">\n\t<c/>x<![CDATA[<&>]]></a>\n",
        "<!DOCTYPE a><a xmlns=\"urn:a\" xmlns:p=\"urn:p\" p:b=\"&lt;&amp;&quot;&#xA;\"><p:c xml:lang=\"en\">&lt;&amp;&gt;&#xD;</p:c></a>",
    ] {
        assert_eq!(read(text.as_bytes()), (text.to_owned(), vec![]));
    }
}

#[test]
fn what_is_malformed_is_mended_and_said() {
    for (text, mended, said) in [
        ("<a>R & D</a>", "<a>R &amp; D</a>", "line 1, column 6: a bare ampersand; write `&amp;`"),
        ("<a b=\"R&D\"/>", "<a b=\"R&amp;D\"/>", "line 1, column 4: a bare ampersand; write `&amp;`"),
        (
            "<a>\n&nbsp;</a>",
            "<a>\n&amp;nbsp;</a>",
            "line 2, column 1: the entity `&nbsp;` is not known; it was kept as text",
        ),
        ("<a>1 < 2</a>", "<a>1 &lt; 2</a>", "line 1, column 6: a bare `<`; write `&lt;`"),
        ("<a>1 <\u{feff}<ä/></a>", "<a>1 &lt;\u{feff}<ä/></a>", "line 1, column 6: a bare `<`; write `&lt;`"),
        (
            "<a>\n  <camunda:b/>\n</a>",
            "<a xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">\n  <camunda:b/>\n</a>",
            "line 2, column 3: the prefix `camunda` is not declared; it was taken for `http://camunda.org/schema/1.0/bpmn`",
        ),
        (
            "<a><x:b/></a>",
            "<a xmlns:x=\"urn:undeclared:x\"><x:b/></a>",
            "line 1, column 4: the prefix `x` is not declared; it was taken for `urn:undeclared:x`",
        ),
        (
            "<a b='1' c='2' b='3'/>",
            "<a b=\"1\" c=\"2\"/>",
            "line 1, column 16: the attribute `b` is given twice; the later value `3` was left out",
        ),
        ("<a b=1/>", "<a b=\"1\"/>", "line 1, column 4: the attribute `b` has no quotes around its value"),
        ("<a b c='1'/>", "<a c=\"1\"/>", "line 1, column 4: `b` is no attribute; it was left out"),
        (
            "<a><b><c></b></a>",
            "<a><b><c/></b></a>",
            "line 1, column 10: `<c>` of line 1, column 7 is not closed before here",
        ),
        (
            "<a><b></B></b></a>",
            "<a><b/></a>",
            "line 1, column 7: `</B>` closes nothing that is open; it was left out",
        ),
        ("<a><b/>", "<a><b/></a>", "line 1, column 8: `<a>` of line 1, column 1 is not closed before here"),
        (
            "<a><!-- x -- y --></a>",
            "<a><!-- x - - y --></a>",
            "line 1, column 4: a comment may not hold `--`; a space was put between",
        ),
        (
            "<a/><b/>",
            "<a><b/></a>",
            "line 1, column 5: `<b>` is a second outermost element; it was put into the first",
        ),
        ("x<a/>", "<a/>", "line 1, column 1: text outside the outermost element; it was left out"),
        (
            "<a>\u{1}</a>",
            "<a>\u{fffd}</a>",
            "line 1, column 4: XML forbids the character U+0001; it was replaced by the sign \u{fffd}",
        ),
        (
            "<a>&#0;</a>",
            "<a>\u{fffd}</a>",
            "line 1, column 4: XML forbids the character U+0000; it was replaced by the sign \u{fffd}",
        ),
        (
            "<a xmlns:p=''/>",
            "<a/>",
            "line 1, column 4: the prefix `p` is declared without a namespace; the declaration was left out",
        ),
        (
            "<a><?xml version='1.0'?></a>",
            "<a/>",
            "line 1, column 4: an XML declaration may not stand here; it was left out",
        ),
    ] {
        assert_eq!(read(text.as_bytes()), (mended.to_owned(), vec![said.to_owned()]), "{text}");
    }
}

#[test]
fn a_file_that_breaks_off_keeps_what_there_is() {
    for text in ["<a><b/><c d=\"", "<a><b/><!-- ", "<a><b/><![CDATA[x", "<a><b/></"] {
        let (written, said) = read(text.as_bytes());
        assert_eq!(written, "<a><b/></a>", "{text}");
        assert!(said[0].contains("does not end"), "{said:?}");
    }
}

#[test]
fn encodings_are_told_apart() {
    let text = "<a b=\"Łódź ж 中\"/>";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for file in [
        text.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", text.as_bytes()),
        marked(b"\xff\xfe", &utf16(u16::to_le_bytes)),
        marked(b"\xfe\xff", &utf16(u16::to_be_bytes)),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        assert_eq!(read(&file), (text.to_owned(), vec![]));
    }
    let latin = b"<?xml version='1.0' encoding='ISO-8859-2'?><a>\xa3\xf3d\xbc</a>";
    assert_eq!(read(latin).0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>Łódź</a>");
    let instruction = "<?xmlish encoding='ISO-8859-2'?><a>ж</a>";
    assert_eq!(read(instruction.as_bytes()), (instruction.to_owned(), vec![]));
    let (written, said) = read("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ж</a>".as_bytes());
    assert_eq!(written, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>ж</a>");
    assert_eq!(said.len(), 1);
    let (written, said) = read(b"<a>\n x\xff</a>");
    assert_eq!(written, "<a>\n x\u{fffd}</a>");
    assert!(said[0].starts_with("line 2, column 3: these bytes mean nothing in UTF-8"), "{said:?}");
}

#[test]
fn entities_are_never_expanded() {
    for doctype in [
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE a PUBLIC \"x\" \"y\">",
        "<!DOCTYPE a [ ",
    ] {
        assert!(refused(&format!("{doctype}<a>&b;</a>")).contains("a document type"), "{doctype}");
    }
}

#[test]
fn limits_hold() {
    assert!(refused("").contains("no XML element"));
    let deep = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(Document::read(deep(MAX_DEPTH).as_bytes()).is_ok());
    assert!(refused(&deep(MAX_DEPTH + 1)).contains("more than 256 deep"));
    let attributes = |n: usize| format!("<a {}/>", (0..n).map(|n| format!("b{n}=\"\" ")).collect::<String>());
    assert!(Document::read(attributes(MAX_ATTRIBUTES).as_bytes()).is_ok());
    assert!(refused(&attributes(MAX_ATTRIBUTES + 1)).contains("more than 256 attributes"));
    let long = format!("<a b=\"{}\"/>", "x".repeat(MAX_ATTRIBUTE_BYTES + 1));
    assert!(refused(&long).contains("an attribute has 4194305 bytes"));
    assert!(refused(&format!("<a>{}</a>", "<b/>".repeat(MAX_NODES))).contains("more than 1000000"));
    assert!(refused(&format!("<a>{}</a>", "&".repeat(2_000))).contains("more than 1000 places"));
    assert!(refused(&"< ".repeat(1_000)).contains("more than 100 places"));
    let large = vec![b' '; MAX_FILE_BYTES + 1];
    assert!(matches!(Document::read(&large), Err(ReadError::TooLarge { .. })));
}

#[test]
fn comparison_sees_what_matters() {
    let document = |text: &str| Document::read(text.as_bytes()).expect("XML").0;
    let one = document("<p:a xmlns:p=\"urn:x\" b=\"1\" p:c=\"2\"><!--x-->t<d/></p:a>");
    let other =
        "<a xmlns=\"urn:x\" xmlns:q=\"urn:x\" q:c=\"2\" b=\"1\"><!--x--><![CDATA[t]]><d xmlns=\"\"/></a>\n";
    assert_eq!(same(&one, &document(other)), Ok(()));
    for (different, what) in [
        ("<p:b xmlns:p=\"urn:x\"/>", "element"),
        ("<p:a xmlns:p=\"urn:x\" b=\"2\" p:c=\"2\"><!--x-->t<d/></p:a>", "attribute `b`"),
        ("<p:a xmlns:p=\"urn:x\" b=\"1\" p:c=\"2\"><!--y-->t<d/></p:a>", "Comment"),
        ("<p:a xmlns:p=\"urn:x\" b=\"1\" p:c=\"2\"><!--x-->u<d/></p:a>", "text"),
        ("<p:a xmlns:p=\"urn:x\" b=\"1\" p:c=\"2\"><!--x-->t</p:a>", "nodes within"),
    ] {
        let difference = same(&one, &document(different)).expect_err(different).to_string();
        assert!(difference.contains(what), "{difference}");
    }
}

#[test]
fn what_is_added_is_indented_and_what_is_removed_leaves_no_gap() {
    let text = "<a xmlns=\"urn:a\">\n  <b>\n    <c/>\n  </b>\n</a>\n";
    let (mut document, _) = Document::read(text.as_bytes()).expect("XML");
    let b = document.child(document.root(), "urn:a", "b").expect("b");
    let c = document.child(b, "urn:a", "c").expect("c");
    let d = document.insert(b, Some(c), "urn:a", "d");
    document.set_attribute(d, "urn:touchline:bpmn:1", "line", "a\"\u{0}");
    document.append(c, "urn:a", "e");
    let f = document.append(document.root(), "urn:f", "f");
    document.set_text(f, "1 < 2");
    assert_eq!(
        document.write(),
        "<a xmlns=\"urn:a\" xmlns:touchline=\"urn:touchline:bpmn:1\" xmlns:ns=\"urn:f\">\n  <b>\n    \
         <d touchline:line=\"a&quot;\u{fffd}\"/>\n    <c>\n      <e/>\n    </c>\n  </b>\n  <ns:f>1 &lt; 2</ns:f>\n</a>\n"
    );
    document.remove(d);
    document.remove(c);
    document.remove(f);
    document.remove_attribute(document.root(), "", "nothing");
    assert!(document.write().ends_with(">\n  <b/>\n</a>\n"), "{}", document.write());
    assert_eq!(document.parent(d), None);
}

#[test]
fn a_file_without_line_ends_stays_so() {
    let (mut document, _) = Document::read(b"<a><b/></a>").expect("XML");
    document.append(document.root(), "urn:x", "c");
    assert_eq!(document.write(), "<a xmlns:ns=\"urn:x\"><b/><ns:c/></a>");
}

#[test]
fn places_count_lines_and_characters() {
    let (document, _) = Document::read("<a>\r\n<!--жж--><b/>\n</a>".as_bytes()).expect("XML");
    let place = |node: NodeId| (document.place(node).line, document.place(node).column);
    let b = document.child(document.root(), "", "b").expect("b");
    assert_eq!((place(document.root()), place(b)), ((1, 1), (2, 10)));
}

/// Pieces that files are made of, malformed ones among them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("<a>"), 4 => Just("</a>"), 2 => Just("<p:b c='1'>"), 2 => Just("</p:b>"), 2 => Just("<a/>"),
        1 => Just("<a xmlns:p='urn:p' p:x=\"&lt;\" x='\n'/>"), 1 => Just("<a xmlns='urn:d'>"), 1 => Just("<"),
        1 => Just("&"), 1 => Just("&amp;"), 1 => Just("&#xD;"), 1 => Just("]]>"), 1 => Just("<![CDATA["),
        1 => Just("<!--"), 1 => Just("--"), 1 => Just("-->"), 1 => Just("<?pi x?>"), 1 => Just("<!DOCTYPE a>"),
        1 => Just("\r"), 1 => Just("\n  "), 1 => Just("\""), 1 => Just("'"), 1 => Just("="), 1 => Just(">"),
        1 => Just("/"), 1 => Just("ж"), 1 => Just("\u{0}"), 1 => Just("<a b b=c d='"), 1 => Just("xmlns:q=''"),
        1 => Just("<x:y:z q:r='1'/>"), 1 => Just("<xmlns:a/>"), 1 => Just("<?xml version='1.1'?>"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Whatever is read is written well-formed, and then stays the same to the byte.
    #[test]
    fn a_second_round_changes_nothing(text in pieces()) {
        if let Ok((document, problems)) = Document::read(text.as_bytes()) {
            prop_assert!(problems.is_sorted_by_key(|problem| problem.place));
            let written = document.write();
            let (again, still) = Document::read(written.as_bytes()).expect("what was written is read");
            prop_assert_eq!(again.write(), written.clone());
            prop_assert_eq!(same(&document, &again), Ok(()));
            let colons = still.iter().all(|problem| problem.to_string().contains("more than one colon"));
            prop_assert!(colons, "{:?} in {}", still, written);
        }
    }

    /// A document that was built is read as it was built.
    #[test]
    fn what_is_built_is_read(values in prop::collection::vec((0usize..6, "\\PC{0,12}|[\\x00-\\x20<>&\"']{0,6}"), 0..30)) {
        let mut document = Document::new("urn:a", "root");
        let mut nodes = vec![document.root()];
        for (at, value) in values {
            let parent = nodes[at % nodes.len()];
            if document.elements(parent).next().is_none() && at == 5 {
                document.set_text(parent, &value);
            } else {
                let node = document.append(parent, if at % 2 == 0 { "urn:a" } else { "urn:b" }, "node");
                document.set_attribute(node, if at % 3 == 0 { "" } else { "urn:c" }, "value", &value);
                nodes.push(node);
            }
        }
        let written = document.write();
        let (read, problems) = Document::read(written.as_bytes()).expect("what was built");
        prop_assert_eq!(problems, []);
        prop_assert_eq!(same(&document, &read), Ok(()));
        prop_assert_eq!(read.write(), written);
    }
}
