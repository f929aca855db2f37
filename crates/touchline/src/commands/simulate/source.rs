//! What is simulated: a map and a scenario from files, bound to each other.

use std::path::Path;

use jiff::Zoned;
use language::Language;
use report::wording::scenarios::{self, Sources};
use sim::limits::{MAX_PROSIMOS_BYTES, MAX_TOML_BYTES};
use sim::{Error, Mistake, Net, Place, Problem, Scenario};

use crate::failure::Failure;
use crate::modelfile::{self, ModelFile};

/// A scenario as it was read, before it meets a map.
pub struct ScenarioFile {
    name: String,
    content: Vec<u8>,
    format: Format,
}

impl ScenarioFile {
    /// Reads a file; `-` is standard input, and gzip and zip are opened.
    pub fn read(language: Language, path: &Path) -> Result<Self, Failure> {
        let content = modelfile::bytes(language, path, MAX_PROSIMOS_BYTES)?;
        let format = Format::of(path, &content);
        Ok(Self { name: path.display().to_string(), content, format })
    }

    fn scenario(&self, language: Language) -> Result<Result<Scenario, Error>, Failure> {
        match self.format {
            Format::Prosimos => Ok(Scenario::from_prosimos(&self.content)),
            Format::Bpsim => {
                let file = ModelFile::from_bytes(language, self.name.clone(), &self.content)?;
                Ok(Scenario::from_bpsim(&file.document, None))
            }
            Format::Toml => toml(language, &self.name, &self.content),
        }
    }
}

/// A process and its scenario.
pub struct Source {
    pub net: Net,
    pub scenario: Scenario,
    /// Name of the map's file.
    map: String,
    /// Name of the scenario's file.
    pub name: String,
}

impl Source {
    /// Holds a map and a scenario against each other; everything that is wrong is said, a line each.
    pub fn new(
        language: Language,
        map: &ModelFile,
        file: &ScenarioFile,
        start: &Zoned,
    ) -> Result<Self, Failure> {
        let sources = Sources { map: &map.name, scenario: &file.name };
        let wrong = |error: &Error| Failure::Input(scenarios::error(language, sources, error));
        let net = Net::from_model(&map.model).map_err(|problems| wrong(&Error::Map(problems)))?;
        let scenario = file.scenario(language)?.map_err(|error| wrong(&error))?;
        sim::check(&net, &scenario, start).map_err(|error| wrong(&error))?;
        Ok(Self { net, scenario, map: map.name.clone(), name: file.name.clone() })
    }

    pub fn names(&self) -> Sources<'_> {
        Sources { map: &self.map, scenario: &self.name }
    }
}

/// How a scenario is written.
#[derive(Debug, PartialEq, Eq)]
enum Format {
    Prosimos,
    Bpsim,
    Toml,
}

impl Format {
    /// By what it begins with; its name decides only where that says nothing, so that what comes through a pipe is read.
    fn of(path: &Path, content: &[u8]) -> Self {
        let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
        match content.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => Self::Prosimos,
            Some(b'<') => Self::Bpsim,
            _ if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) => Self::Prosimos,
            _ => Self::Toml,
        }
    }
}

fn toml(language: Language, name: &str, content: &[u8]) -> Result<Result<Scenario, Error>, Failure> {
    if content.len() > MAX_TOML_BYTES {
        let what = Mistake::TooLarge { bytes: content.len(), limit: MAX_TOML_BYTES };
        return Ok(Err(Error::Scenario(vec![Problem { place: Place::Whole, what }])));
    }
    match std::str::from_utf8(content) {
        Ok(text) => Ok(Scenario::from_toml(text)),
        Err(error) => {
            let line = content[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() + 1;
            Err(Failure::input(format!("{name}:{line}: {}", language.text("simulate-not-text"))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_known_by_what_it_begins_with() {
        let of = |name: &str, content: &str| Format::of(Path::new(name), content.as_bytes());
        assert_eq!(of("-", "\n {\"resource_profiles\": []}"), Format::Prosimos);
        assert_eq!(of("plan.toml", "\u{feff}<definitions/>"), Format::Bpsim);
        assert_eq!(of("plan", "[arrivals]"), Format::Toml);
        assert_eq!(of("plan.JSON", "[1]"), Format::Prosimos);
    }
}
