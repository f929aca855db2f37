//! Routes: each stands in the table of the permission test with each of its methods.

use super::source::{Source, places_of};
use super::{Breach, Tree};

const TABLE: &str = "crates/app/tests/permissions/table.rs";

const METHODS: &[&str] = &["get", "post", "put", "patch", "delete"];

/// Whoever adds a route also says who may use it.
pub fn every_route_has_permissions(tree: &Tree) -> Vec<Breach> {
    let table = tree.text(TABLE).unwrap_or_default();
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(&[".rs"]).filter(|(path, _)| path.starts_with("crates/app/src/")) {
        for Route { at, address, methods } in routes(text) {
            for method in methods.iter().filter(|method| !is_listed(table, address, method)) {
                let what = format!("{TABLE} has no {} \"{address}\"", method.to_uppercase());
                breaches.push(Breach::at(path, text, at, what));
            }
        }
    }
    breaches
}

struct Route<'a> {
    at: usize,
    address: &'a str,
    methods: Vec<&'static str>,
}

/// `.route("/a", get(b).post(c))` and `#[utoipa::path(get, path = "/a")]`, outside of tests.
fn routes(text: &str) -> Vec<Route<'_>> {
    let source = Source::new(text);
    let code = source.code_without_tests();
    let strings = source.strings(text);
    let mut found = Vec::new();
    for start in [".route(", "utoipa::path("] {
        for (at, _) in code.match_indices(start) {
            let end = end_of_call(&code, at + start.len());
            let address =
                strings.iter().find(|(place, string)| (at..end).contains(place) && string.starts_with('/'));
            let call = &code[at + start.len()..end];
            let methods =
                METHODS.iter().filter(|method| places_of(call, method).next().is_some()).copied().collect();
            found.extend(address.map(|(at, address)| Route { at: *at, address, methods }));
        }
    }
    found
}

/// Where the bracket closes that was opened before `start`.
fn end_of_call(code: &str, start: usize) -> usize {
    let mut depth = 1;
    for (at, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return at,
            b')' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// Whether the method stands on the line of the address, or on one beside it, for a long row is folded.
fn is_listed(table: &str, address: &str, method: &str) -> bool {
    let lines: Vec<String> = table.lines().map(str::to_lowercase).collect();
    let address = format!("\"{}\"", address.to_lowercase());
    let with_address = (0..lines.len()).filter(|n| lines[*n].contains(&address));
    let mut beside = with_address.flat_map(|n| &lines[n.saturating_sub(1)..lines.len().min(n + 2)]);
    beside.any(|line| places_of(line, method).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    const APP: &str = "//! Job.\nfn a() { Router::new()\n.route(\"/cases\", get(list::index).post(list::create)) }\n\
        #[utoipa::path(get, path = \"/api/v1/cases\", responses((status = 200, description = \"/x\")))]\nfn b() {}\n";

    #[test]
    fn a_route_and_a_method_without_permissions_are_found() {
        let table = "//! Job.\nrow(\"GET\", \"/cases\");\n\n\nrow(\"POST\", \"/cases/{number}\");\n";
        let files = [("crates/app/src/routes.rs", APP), (TABLE, table)];
        assert_eq!(
            found(every_route_has_permissions, &files),
            [
                format!("crates/app/src/routes.rs:3: {TABLE} has no POST \"/cases\""),
                format!("crates/app/src/routes.rs:4: {TABLE} has no GET \"/api/v1/cases\""),
            ]
        );
        assert_eq!(found(every_route_has_permissions, &files[..1]).len(), 3);
    }

    #[test]
    fn routes_in_the_table_and_in_tests_are_fine() {
        let table =
            "Row {\n    path: \"/cases\",\n    methods: [Get, Post] },\n (Method::Get, \"/api/v1/cases\"),\n";
        let test = "//! Job.\n#[cfg(test)]\nmod tests { fn a() { Router::new().route(\"/b\", get(c)) } }\n";
        let files = [("crates/app/src/routes.rs", APP), ("crates/app/src/web.rs", test), (TABLE, table)];
        assert_eq!(found(every_route_has_permissions, &files), [] as [&str; 0]);
    }
}
