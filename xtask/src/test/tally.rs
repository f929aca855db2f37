//! How many tests passed and failed, read off the closing lines of the test runners.

/// A count of tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that ran and did not pass.
    pub failed: u64,
}

impl Tally {
    /// Counts the closing lines in what `cargo test`, `cargo nextest run` or `node --test` printed.
    pub fn of(said: &str) -> Self {
        let plain = without_colours(said);
        let mut sum = Self::default();
        // nextest shows what a failed test printed, which ends with a line of the other kind.
        if plain.lines().any(|line| nextest(line).is_some()) {
            plain.lines().filter_map(nextest).for_each(|one| sum.add(one));
        } else if plain.lines().any(|line| node(line).is_some()) {
            plain.lines().filter_map(node).for_each(|one| sum.add(one));
        } else {
            plain.lines().filter_map(cargo_test).for_each(|one| sum.add(one));
        }
        sum
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Prints the closing line, if any test ran.
    pub fn print(self) {
        if self != Self::default() {
            println!("{} passed, {} failed", self.passed, self.failed);
        }
    }
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; ...`, one a test binary.
fn cargo_test(line: &str) -> Option<Tally> {
    let counts = line.trim().strip_prefix("test result: ")?;
    Some(Tally { passed: number_before(counts, "passed")?, failed: number_before(counts, "failed")? })
}

/// `Summary [ 0.005s] 4 tests run: 3 passed (1 slow), 1 failed, 0 skipped`.
///
/// Tests that timed out or could not be started have counts of their own: whatever ran and did not pass, failed.
fn nextest(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("Summary [")?.split_once(']')?;
    let (run, endings) = counts.split_once(" run:")?;
    let run: u64 = run.split_whitespace().next()?.split('/').next()?.parse().ok()?;
    let passed = number_before(endings, "passed")?;
    Some(Tally { passed, failed: run.saturating_sub(passed) })
}

/// `ℹ pass 3`, `ℹ fail 1` and `ℹ cancelled 0`, each on a line of its own.
fn node(line: &str) -> Option<Tally> {
    let (what, count) = line.trim().strip_prefix("ℹ ")?.split_once(' ')?;
    let count = count.parse().ok()?;
    match what {
        "pass" => Some(Tally { passed: count, failed: 0 }),
        "fail" | "cancelled" => Some(Tally { passed: 0, failed: count }),
        _ => None,
    }
}

fn number_before(text: &str, word: &str) -> Option<u64> {
    text.split_once(word)?.0.split_whitespace().last()?.parse().ok()
}

/// Takes out the escape sequences that colour a terminal: from ESC to the letter that ends it.
fn without_colours(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| c.is_ascii_alphabetic()).map_or(part.len(), |at| at + 1);
        plain.push_str(&part[end..]);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_several_binaries_are_summed() {
        let said = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
            test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n";
        assert_eq!(Tally::of(said), Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn whatever_ran_and_did_not_pass_has_failed() {
        let said =
            "     Summary [   1.234s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 3 skipped";
        assert_eq!(Tally::of(said), Tally { passed: 6, failed: 3 });
    }

    #[test]
    fn what_a_failed_test_printed_is_not_counted_again() {
        let said = "    test result: FAILED. 0 passed; 1 failed; 0 ignored; finished in 0.1s\n\
            Summary [   0.268s] 3 tests run: 2 passed, 1 failed, 0 skipped";
        assert_eq!(Tally::of(said), Tally { passed: 2, failed: 1 });
    }

    #[test]
    fn a_run_that_was_cut_short_counts_what_ran() {
        let said = "     Summary [   0.003s] 2/10 tests run: 1 passed, 1 failed, 0 skipped";
        assert_eq!(Tally::of(said), Tally { passed: 1, failed: 1 });
    }

    #[test]
    fn what_node_counts_is_counted() {
        let said = "✖ a page (3 ms)\nℹ tests 9\nℹ suites 0\nℹ pass 5\nℹ fail 2\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n";
        assert_eq!(Tally::of(said), Tally { passed: 5, failed: 3 });
    }

    #[test]
    fn one_test_and_none_are_counted_too() {
        assert_eq!(
            Tally::of("Summary [ 0.1s] 1 test run: 1 passed, 0 skipped"),
            Tally { passed: 1, failed: 0 }
        );
        assert_eq!(Tally::of("Summary [ 0.1s] 0 tests run: 0 passed, 0 skipped"), Tally::default());
    }

    #[test]
    fn colours_do_not_hide_the_counts() {
        let said = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.005s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped";
        assert_eq!(Tally::of(said), Tally { passed: 2, failed: 0 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(Tally::of("3 passed\nSummary of the day\ntest result:\n"), Tally::default());
    }
}
