//! One Fluent file taken apart into its texts, with what the rules compare.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use std::collections::BTreeSet;

/// The plural categories of the Unicode plural rules.
const PLURALS: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// One text: the value of a message or a term, or one attribute of a message.
pub struct Text {
    /// `message`, `message.attribute` or `-term`.
    pub key: String,
    /// The line that it starts on, the first being 1.
    pub line: usize,
    /// What the parser made of it: equal for texts that read the same.
    pub form: String,
    /// The variables it shows or chooses by.
    pub variables: BTreeSet<String>,
    /// The messages and terms it is made of.
    pub mentions: BTreeSet<String>,
    /// Its plurals: the categories of each choice by number.
    pub plurals: Vec<BTreeSet<String>>,
    /// Whether there is anything to read in it.
    pub has_content: bool,
    /// Whether there are letters in it that a translator would translate.
    pub has_letters: bool,
}

/// The texts of a file in their order, and lines with what is wrong there for those that are none.
pub fn texts(file: &str) -> (Vec<Text>, Vec<(usize, String)>) {
    let (resource, errors) = match parser::parse(file) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let line_at =
        |byte: usize| file.as_bytes()[..byte.min(file.len())].iter().filter(|b| **b == b'\n').count() + 1;
    let problems =
        errors.iter().map(|e| (line_at(e.pos.start), format!("this is not Fluent: {}", e.kind))).collect();
    let mut texts = Vec::new();
    let mut from = 0;
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                from = start_of(file, from, message.id.name);
                let value = message.value.iter().map(|value| (message.id.name.to_owned(), value));
                let attributes = message
                    .attributes
                    .iter()
                    .map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value));
                texts.extend(
                    value.chain(attributes).map(|(key, pattern)| Text::new(key, line_at(from), pattern)),
                );
            }
            Entry::Term(term) => {
                let name = format!("-{}", term.id.name);
                from = start_of(file, from, &name);
                texts.push(Text::new(name, line_at(from), &term.value));
            }
            _ => {}
        }
    }
    (texts, problems)
}

/// Where the line after `from` starts that defines `name`; the parser does not tell.
fn start_of(file: &str, from: usize, name: &str) -> usize {
    let defines = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    let next = if from == 0 { 0 } else { file[from..].find('\n').map_or(file.len(), |at| from + at + 1) };
    let mut at = next;
    for line in file[next..].split_inclusive('\n') {
        if defines(line) {
            return at;
        }
        at += line.len();
    }
    from
}

impl Text {
    fn new(key: String, line: usize, pattern: &Pattern<&str>) -> Self {
        let mut text = Self {
            key,
            line,
            form: format!("{pattern:?}"),
            variables: BTreeSet::new(),
            mentions: BTreeSet::new(),
            plurals: Vec::new(),
            has_content: false,
            has_letters: false,
        };
        text.visit(pattern);
        text
    }

    fn visit(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.has_content |= !value.trim().is_empty();
                    self.has_letters |= value.chars().any(char::is_alphabetic);
                }
                PatternElement::Placeable { expression } => self.visit_expression(expression),
            }
        }
    }

    fn visit_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.visit_inline(inline),
            Expression::Select { selector, variants } => {
                self.visit_inline(selector);
                let names: BTreeSet<_> = variants
                    .iter()
                    .filter_map(|variant| match &variant.key {
                        VariantKey::Identifier { name } => Some((*name).to_owned()),
                        VariantKey::NumberLiteral { .. } => None,
                    })
                    .collect();
                let plural = names.iter().all(|name| PLURALS.contains(&name.as_str()));
                if plural && names.iter().any(|name| name != "other") {
                    self.plurals.push(names);
                }
                variants.iter().for_each(|variant| self.visit(&variant.value));
            }
        }
    }

    fn visit_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.has_content |= !value.trim().is_empty();
            }
            InlineExpression::NumberLiteral { .. } => self.has_content = true,
            InlineExpression::VariableReference { id } => {
                self.has_content = true;
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.has_content = true;
                self.mentions.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.has_content = true;
                self.mentions.insert(format!("-{}", id.name));
                arguments.iter().for_each(|arguments| self.visit_arguments(arguments));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                self.visit_arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.visit_expression(expression),
        }
    }

    fn visit_arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|argument| self.visit_inline(argument));
        arguments.named.iter().for_each(|argument| self.visit_inline(&argument.value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(set: &BTreeSet<String>) -> Vec<&str> {
        set.iter().map(String::as_str).collect()
    }

    #[test]
    fn a_file_is_taken_apart() {
        let file = "# Note\n-brand = Touchline\n\nhello = Hello, { $name }\n    .title = From { -brand }\nlate =\n    { $n ->\n        [one] { $n } order\n       *[other] { NUMBER($n) } orders of { $all }, { hello }\n    }\n";
        let (texts, problems) = texts(file);
        assert!(problems.is_empty());
        let brief: Vec<_> = texts.iter().map(|t| (t.key.as_str(), t.line)).collect();
        assert_eq!(brief, [("-brand", 2), ("hello", 4), ("hello.title", 4), ("late", 6)]);
        assert_eq!(keys(&texts[1].variables), ["name"]);
        assert_eq!(keys(&texts[2].mentions), ["-brand"]);
        assert_eq!(keys(&texts[3].variables), ["all", "n"]);
        assert_eq!(keys(&texts[3].mentions), ["hello"]);
        assert_eq!(texts[3].plurals.iter().map(keys).collect::<Vec<_>>(), [["one", "other"]]);
    }

    #[test]
    fn what_is_no_fluent_is_a_problem_and_the_rest_is_read() {
        let (texts, problems) = texts("good = yes\nbad = { $x\nfine = yes\n");
        assert_eq!(texts.iter().map(|t| t.key.as_str()).collect::<Vec<_>>(), ["good", "fine"]);
        assert!(problems.len() == 1 && (2..=3).contains(&problems[0].0), "{problems:?}");
    }

    #[test]
    fn content_and_letters_are_told_apart() {
        let (texts, _) = texts("a = { \"\" }\nb = { $n } %\nc = { $n } days\nd = 12\n");
        let told: Vec<_> = texts.iter().map(|t| (t.has_content, t.has_letters)).collect();
        assert_eq!(told, [(false, false), (true, false), (true, true), (true, false)]);
    }

    #[test]
    fn a_choice_by_something_else_is_no_plural() {
        let (texts, _) = texts("a = { $kind ->\n    [late] Late\n   *[other] Else\n}\n");
        assert!(texts[0].plurals.is_empty());
    }
}
