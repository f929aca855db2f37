//! What an address asks of the catalogue: a filter, an order, a page.

use crate::rooms::processes::filter::Filter;

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
pub struct Wanted {
    /// What the catalogue is narrowed to.
    #[serde(flatten)]
    pub filter: Filter,
    /// The column by which it is ordered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// `reverse`, where the order is turned around.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub order: String,
    /// The page, from 1.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub page: String,
}

impl Wanted {
    /// What a part of an address asks for.
    #[must_use]
    pub fn read(query: &str) -> Self {
        serde_html_form::from_str(query).unwrap_or_default()
    }

    /// It as part of an address.
    #[must_use]
    pub fn query(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    /// Filter and order without the page, as a view keeps them.
    #[must_use]
    pub fn view(&self) -> String {
        Self { page: String::new(), ..self.clone() }.query()
    }

    /// The address of the list with something changed; it begins with its first page.
    #[must_use]
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut wanted = Self { page: String::new(), ..self.clone() };
        change(&mut wanted);
        format!("/processes?{}", wanted.query())
    }

    /// The same filter at another address of the catalogue.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        let query = self.filter.query();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// Whether the order is turned around.
    #[must_use]
    pub fn is_turned(&self) -> bool {
        self.order == "reverse"
    }

    /// The page, of so many rows with so many on each.
    #[must_use]
    pub fn number(&self, rows: usize, on_page: usize) -> usize {
        self.page.parse().unwrap_or(1).clamp(1, rows.div_ceil(on_page).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_what_was_asked_for_on_its_way() {
        let wanted = Wanted::read("q=a+%26+b&page=3&sort=kept&nonsense=1");
        assert_eq!((wanted.filter.q.as_str(), wanted.number(100, 20)), ("a & b", 3));
        assert_eq!(
            wanted.but(|wanted| wanted.filter.stage = "acquire".into()),
            "/processes?q=a+%26+b&stage=acquire&sort=kept"
        );
        assert_eq!(wanted.at("/processes/landscape"), "/processes/landscape?q=a+%26+b");
        assert_eq!((Wanted::read("page=x").number(9, 20), Wanted::read("page=77").number(30, 20)), (1, 2));
    }
}
