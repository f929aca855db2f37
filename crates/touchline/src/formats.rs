//! What a map can become, and which views of a customer process there are: the words of `--to` and `--view`.

use std::path::Path;
use std::str::FromStr;

/// A format that maps are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Bpmn,
    Svg,
    Png,
    Mermaid,
    Csv,
}

impl Format {
    pub const ALL: [Self; 5] = [Self::Bpmn, Self::Svg, Self::Png, Self::Mermaid, Self::Csv];

    /// The ending of its files, which is also its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bpmn => "bpmn",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Mermaid => "mmd",
            Self::Csv => "csv",
        }
    }

    /// The format that a file's ending stands for.
    pub fn of(path: &Path) -> Option<Self> {
        path.extension()?.to_str()?.to_ascii_lowercase().parse().ok()
    }
}

impl FromStr for Format {
    type Err = &'static str;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.as_str() == word).ok_or("no format")
    }
}

/// A way of looking at a customer process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    Customer,
    Unit,
    Department(String),
    Blueprint,
    ValueStream,
    Emotions,
}

impl View {
    /// The words as the help gives them.
    pub const WORDS: [&str; 6] =
        ["customer", "unit", "department:NAME", "blueprint", "value-stream", "emotions"];
}

impl FromStr for View {
    type Err = &'static str;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word.split_once(':') {
            Some(("department", name)) if !name.trim().is_empty() => {
                Ok(Self::Department(name.trim().to_owned()))
            }
            Some(_) => Err("no view"),
            None => match word {
                "customer" => Ok(Self::Customer),
                "unit" => Ok(Self::Unit),
                "blueprint" => Ok(Self::Blueprint),
                "value-stream" => Ok(Self::ValueStream),
                "emotions" => Ok(Self::Emotions),
                _ => Err("no view"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_the_ending() {
        for format in Format::ALL {
            assert_eq!(Format::of(Path::new("a.b").with_extension(format.as_str()).as_path()), Some(format));
        }
        assert_eq!(Format::of(Path::new("MAP.SVG")), Some(Format::Svg));
        assert_eq!(Format::of(Path::new("map.pdf")), None);
        assert_eq!(Format::of(Path::new("svg")), None);
    }

    #[test]
    fn a_department_needs_a_name() {
        assert_eq!("department:Back office".parse(), Ok(View::Department("Back office".into())));
        for word in ["department", "department:", "department: ", "customer:Ann", "lanes", ""] {
            assert!(word.parse::<View>().is_err(), "{word}");
        }
    }
}
