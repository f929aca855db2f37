//! What the columns of a spreadsheet mean, guessed from what they are called in any of our languages.

use crate::web::folded::plain;
use language::Language;

/// What a column says of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    Name,
    Key,
    Description,
    Stage,
    Area,
    State,
    Industry,
    Initiator,
    Partners,
    Tags,
    Department,
    Owner,
    Promise,
    Reviewed,
    Months,
}

impl Column {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::Key,
        Self::Description,
        Self::Stage,
        Self::Area,
        Self::State,
        Self::Industry,
        Self::Initiator,
        Self::Partners,
        Self::Tags,
        Self::Department,
        Self::Owner,
        Self::Promise,
        Self::Reviewed,
        Self::Months,
    ];

    /// The word in forms, and in headers that programs write.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Key => "key",
            Self::Description => "description",
            Self::Stage => "stage",
            Self::Area => "area",
            Self::State => "state",
            Self::Industry => "industry",
            Self::Initiator => "initiator",
            Self::Partners => "partners",
            Self::Tags => "tags",
            Self::Department => "department",
            Self::Owner => "owner",
            Self::Promise => "promise",
            Self::Reviewed => "reviewed",
            Self::Months => "months",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }

    /// Other names that people give it in a language.
    fn also(self, language: Language) -> String {
        language.text(&format!("sheet-also-{}", self.as_str()))
    }

    /// What it is called in a language.
    #[must_use]
    pub fn called(self, language: Language) -> String {
        language.text(match self {
            Self::Name => "process-name",
            Self::Key => "process-key",
            Self::Description => "process-description",
            Self::Stage => "process-stage",
            Self::Area => "process-area",
            Self::State => "process-state",
            Self::Industry => "process-industry",
            Self::Initiator => "process-initiator",
            Self::Partners => "process-partners",
            Self::Tags => "process-tags",
            Self::Department => "process-department",
            Self::Owner => "process-owner",
            Self::Promise => "process-promise",
            Self::Reviewed => "process-reviewed-on",
            Self::Months => "process-months",
        })
    }

    /// What each column means, as far as its name says; no meaning twice.
    #[must_use]
    pub fn guessed(header: &[String]) -> Vec<Option<Self>> {
        let mut left: Vec<(Self, Vec<String>)> = Self::ALL.map(|column| (column, column.names())).to_vec();
        let guess = |name: &String| {
            let name = heading(name);
            let place = left.iter().position(|(_, names)| names.contains(&name))?;
            Some(left.swap_remove(place).0)
        };
        header.iter().map(guess).collect()
    }

    /// Everything that it may be called.
    fn names(self) -> Vec<String> {
        let mut names = vec![self.as_str().to_owned()];
        for language in Language::ALL {
            names.push(heading(&self.called(language)));
            names.extend(self.also(language).split([',', '，', '、']).map(heading));
        }
        names
    }
}

/// A heading as headings are compared: small letters without marks, one blank between words.
fn heading(text: &str) -> String {
    let plain = plain(text);
    let words = plain.split(|letter: char| letter.is_whitespace() || "_-:*.".contains(letter));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(header: &[&str]) -> Vec<Option<Column>> {
        Column::guessed(&header.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn headings_are_known_in_five_languages() {
        use Column::{Department, Name, Owner, Stage};
        let all = [Some(Name), Some(Stage), Some(Owner), Some(Department)];
        assert_eq!(guessed(&["Process name", "STAGE", "owner:", "Department"]), all);
        assert_eq!(guessed(&["Име", "Етап", "Собственик", "Отдел"]), all);
        assert_eq!(guessed(&["Nazwa", "Etap", "Właściciel", "Dział"]), all);
        assert_eq!(guessed(&["Название", "Этап", "Владелец", "Отдел"]), all);
        assert_eq!(guessed(&["名称", "阶段", "负责人", "部门"]), all);
    }

    #[test]
    fn a_column_that_says_nothing_has_no_meaning_and_none_has_the_same_twice() {
        assert_eq!(guessed(&["Name", "Colour", "name", ""]), [Some(Column::Name), None, None, None]);
    }
}
