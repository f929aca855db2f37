//! What is wrong with a scenario, in a sentence.

use super::changes::Wrong;
use super::simulation::Refused;
use language::Language;
use report::wording::scenarios::{self, Sources};

impl Refused {
    /// Why there is no result, in a language.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let sources = Sources { map: "", scenario: "" };
        let lines = match self {
            Self::Wrong(wrong) => wrong.iter().map(|wrong| wrong.said(language)).collect(),
            Self::Problems(problems) => {
                scenarios::error(language, sources, &sim::Error::Scenario(problems.clone()))
            }
            Self::Failed(error) => scenarios::error(language, sources, error),
        };
        lines.join(" ")
    }
}

impl Wrong {
    /// What is wrong, with whose it is.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let said = self.text.clone().said(language);
        if self.of.is_empty() { said } else { format!("{}: {said}", self.of) }
    }
}
