//! A BPMN file from a file or a pipe: its tree, what it says, and what is wrong with it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use bpmn::extension::Extensions;
use bpmn::model::{self, ElementRef, Model};
use bpmn::xml::{self, Document, MAX_FILE_BYTES};
use eventlog::{Limits, ReadError, unpack, unpack_stream};
use language::Language;
use report::wording::{self, findings, models};

use crate::failure::Failure;
use crate::{output, progress};

/// Problems that are listed where they are not what was asked for.
const LISTED: usize = 20;

/// A file as it was read.
pub struct ModelFile {
    /// Its name, as it was given.
    pub name: String,
    pub document: Document,
    pub model: Model,
    pub extensions: Extensions,
    /// What was malformed and mended, in the order of the file.
    pub malformed: Vec<xml::Problem>,
    /// What is wrong in the model and the extension, in the order of the file.
    pub problems: Vec<model::Problem>,
}

impl ModelFile {
    /// Reads a file; `-` is standard input, and gzip and zip are opened.
    pub fn read(language: Language, path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        Self::from_bytes(language, name, &bytes(language, path, MAX_FILE_BYTES)?)
    }

    /// Reads what was taken from a file of this name.
    pub fn from_bytes(language: Language, name: String, bytes: &[u8]) -> Result<Self, Failure> {
        let (document, malformed) = Document::read(bytes)
            .map_err(|error| Failure::input(models::placed_refusal(language, &name, &error)))?;
        let file = Self::of(name, document, malformed);
        match file.problems.iter().find(|problem| problem.kind == model::ProblemKind::NotDefinitions) {
            None => Ok(file),
            Some(problem) => {
                let place = models::placed(&file.name, problem.place);
                let what = models::problem(language, &problem.kind);
                Err(Failure::input(format!("{place}: {what}")))
            }
        }
    }

    fn of(name: String, document: Document, malformed: Vec<xml::Problem>) -> Self {
        let (model, mut problems) = Model::read(&document);
        let (extensions, others) = Extensions::read(&document, &model);
        problems.extend(others);
        problems.sort_by_key(|problem| problem.place);
        Self { name, document, model, extensions, malformed, problems }
    }

    /// The file as it reads after its document was changed.
    pub fn again(self) -> Self {
        Self::of(self.name, self.document, self.malformed)
    }

    /// The element of BPMN that something is, such as `userTask`.
    pub fn kind(&self, element: ElementRef) -> &str {
        self.document.name(self.model.base(element).origin.node).map_or("", |name| name.local)
    }

    /// A problem of the model behind the element that has it.
    pub fn described(&self, language: Language, problem: &model::Problem) -> String {
        let (kind, id) = problem.element.split_once(' ').unwrap_or((&problem.element, ""));
        let element = self.model.element(id);
        let name = element.map_or("", |element| self.model.base(element).name.as_str());
        let label = findings::label(language, kind, id, name);
        format!("{label}: {}", models::problem(language, &problem.kind))
    }

    /// Says on standard error what is wrong, as far as a person reads.
    pub fn tell_problems(&self, language: Language) {
        let malformed = self.malformed.iter().map(|problem| {
            let what = models::malformed(language, &problem.kind);
            format!("{}: {what}", models::placed(&self.name, problem.place))
        });
        let broken = self.problems.iter().map(|problem| {
            let place = models::placed(&self.name, problem.place);
            format!("{place}: {}", self.described(language, problem))
        });
        malformed.chain(broken).take(LISTED).for_each(|line| output::tell(&line));
        let all = self.malformed.len() + self.problems.len();
        if all > LISTED {
            output::tell(&language.text_with("model-problems-cut", &[("n", (all - LISTED).into())]));
        }
    }
}

/// All bytes of a file or a pipe, unpacked, or one more than it may have: enough to see that it is too large.
pub fn bytes(language: Language, path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let read = || {
        let limits = Limits::default();
        let content: Box<dyn Read> = if path.as_os_str() == "-" {
            unpack_stream(io::stdin().lock(), &limits)?
        } else {
            unpack(progress::watched(File::open(path).map_err(ReadError::Io)?), None, &limits)?
        };
        let mut bytes = Vec::new();
        content.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|error| {
            // An error of the unpacking that came through the reader.
            error.downcast::<ReadError>().unwrap_or_else(ReadError::Io)
        })?;
        Ok(bytes)
    };
    let name = path.display().to_string();
    read().map_err(|error| Failure::input(wording::placed_read_error(language, &name, &error)))
}
