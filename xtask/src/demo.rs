//! `cargo demo`: builds the assets and the program, and starts it with a made-up organisation.

use crate::place::{root, target};
use crate::program;
use crate::shell::{Result, replace_by};
use std::process::Command;

/// How to show it.
#[derive(clap::Args)]
pub struct Args {
    /// Arguments of `touchline demo`, as in `--listen 127.0.0.1:8080` or `--data DIR`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
    arguments: Vec<String>,
}

/// Starts the server, which says its address and runs until Ctrl-C.
pub fn run(args: &Args) -> Result {
    let mut demo = Command::new(program::release()?);
    demo.current_dir(root()).arg("demo").args(&args.arguments);
    if !names(&args.arguments, "--data") {
        demo.arg("--data").arg(target()?.join("demo"));
    }
    replace_by(&mut demo)
}

fn names(arguments: &[String], option: &str) -> bool {
    arguments
        .iter()
        .any(|word| word.strip_prefix(option).is_some_and(|rest| matches!(rest.get(..1), None | Some("="))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_with_its_value_beside_it_or_behind_a_sign() {
        let names =
            |words: &[&str]| names(&words.iter().map(ToString::to_string).collect::<Vec<_>>(), "--data");
        assert!(names(&["--data", "x"]) && names(&["--listen", "y", "--data=x"]));
        assert!(!names(&[]) && !names(&["--database", "x"]) && !names(&["data"]));
    }
}
