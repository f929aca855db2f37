//! Wrong use: exit code 2, in words of each language, and help for people.

use crate::run::{Folder, LANGUAGES, is_said_in};

#[test]
fn wrong_use_is_named_and_help_is_near() {
    let folder = Folder::new("usage");
    let cases = [
        (
            "mien log.csv",
            "There is no command “mien”. Did you mean “mine”?\nFor help, run: touchline --help\n",
        ),
        (
            "mine log.csv --jsn",
            "There is no option “--jsn”. Did you mean “--json”?\nFor help, run: touchline mine --help\n",
        ),
        ("mine", "Missing: <FILE>.\nFor help, run: touchline mine --help\n"),
        ("report a.toml b.toml", "There is no option “b.toml”.\nFor help, run: touchline report --help\n"),
        (
            "mine log.csv --json --json",
            "“--json” may be given only once.\nFor help, run: touchline mine --help\n",
        ),
        ("mine log.csv --case", "“--case <NAME>” needs a value.\nFor help, run: touchline mine --help\n"),
        (
            "mine log.csv --variants few",
            "“few” is no value for “--variants <N>”. Allowed: a whole number from 0.\nFor help, run: touchline mine --help\n",
        ),
        (
            "log info log.csv --delimiter ab",
            "“ab” is no value for “--delimiter <CHAR>”. Allowed: one character such as ; or the word tab.\nFor help, run: touchline log info --help\n",
        ),
        (
            "mine log.csv --lang de",
            "“de” is no value for “--lang <CODE>”. Allowed: en, bg, pl, ru, zh.\nFor help, run: touchline mine --help\n",
        ),
        (
            "mine log.csv --time-zone Moon/Base",
            "“Moon/Base” is neither a time format nor a time zone. Write a format like %Y-%m-%d %H:%M:%S and a zone like Europe/Sofia.\n",
        ),
    ];
    for (line, said) in cases {
        let done = folder.run(line);
        assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (Some(2), "", said), "{line}");
        for language in LANGUAGES.iter().skip(1).filter(|_| !line.contains("--lang")) {
            let own = folder.run_with(line, &[("TOUCHLINE_LANG", language)], b"");
            assert_eq!(own.code, Some(2));
            assert!(is_said_in(language, &own.err, said), "{language} {line}: {}", own.err);
            assert!(!own.err.contains("Unknown localization"), "{}", own.err);
        }
    }
}

#[test]
fn without_anything_the_help_is_shown() {
    let folder = Folder::new("no_words");
    for line in ["", "log"] {
        let done = folder.run(line);
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""));
        assert!(done.err.contains("Usage:"), "{}", done.err);
    }
}

#[test]
fn help_speaks_every_language() {
    let folder = Folder::new("help");
    let english = folder.run("report --help");
    assert_eq!((english.code, english.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(english.out);
    for (language, heading) in
        [("bg", "Употреба:"), ("pl", "Użycie:"), ("ru", "Использование:"), ("zh", "用法：")]
    {
        for line in ["--help", "report --help", "mine -h", "log --help", "log info --help"] {
            let done = folder.run(&format!("{line} --lang {language}"));
            assert_eq!(done.code, Some(0));
            assert!(done.out.contains(heading), "{}", done.out);
            for word in ["Usage", "Options", "Commands", "Print help", "default", "Unknown"] {
                assert!(!done.out.contains(word), "{word}: {}", done.out);
            }
        }
    }
}

#[test]
fn the_environment_chooses_the_language() {
    let folder = Folder::new("environment");
    let said = |environment: &[(&str, &str)]| folder.run_with("mine none.csv", environment, b"").err;
    assert!(said(&[("LANG", "ru_RU.UTF-8")]).contains("Такого файла нет."));
    assert!(said(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "pl_PL.UTF-8")]).contains("Nie ma takiego pliku."));
    assert!(said(&[("LC_ALL", "C"), ("TOUCHLINE_LANG", "zh")]).contains("没有这个文件。"));
    assert!(said(&[("LANG", "C.UTF-8")]).contains("There is no such file."));
}

#[test]
fn the_version_is_one_line() {
    let done = Folder::new("version").run("--version");
    assert_eq!((done.code, done.out), (Some(0), format!("touchline {}\n", env!("CARGO_PKG_VERSION"))));
}
