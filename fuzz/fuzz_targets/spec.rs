//! Specs: any text is a spec or a list of mistakes, each with a place in it and words in every language.
#![no_main]

use language::Language;
use libfuzzer_sys::fuzz_target;
use report::{Spec, wording};

fuzz_target!(|text: &str| {
    let Err(mistakes) = Spec::parse(text) else { return };
    assert!(!mistakes.is_empty());
    let lines = text.split('\n').count();
    for error in &mistakes {
        assert!((1..=lines).contains(&error.line) && error.column >= 1, "{error}");
        for language in Language::ALL {
            let words = wording::mistake(language, &error.mistake);
            assert!(!words.is_empty() && !words.contains("Unknown localization"), "{words}");
        }
    }
});
