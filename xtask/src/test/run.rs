//! One run of the tests: what its steps share, made when the first of them asks for it.

use super::postgres::Cluster;
use super::tally::Tally;
use crate::assets;
use crate::shell::Result;
use std::process::Command;

/// What the steps of one run share.
#[derive(Default)]
pub struct Run {
    /// The tests so far.
    pub tally: Tally,
    is_long: bool,
    has_assets: bool,
    cluster: Option<Cluster>,
}

impl Run {
    /// A run that has done nothing yet; a long one repeats what happens by chance more often.
    pub fn new(is_long: bool) -> Self {
        Self { is_long, ..Self::default() }
    }

    /// Makes sure of `web/dist`, without which the application does not compile.
    pub fn assets(&mut self) -> Result {
        if !self.has_assets {
            assets::build()?;
            self.has_assets = true;
        }
        Ok(())
    }

    /// Tells a test command where the PostgreSQL cluster of this run is.
    pub fn postgres(&mut self, tests: &mut Command) -> Result {
        if self.cluster.is_none() {
            self.cluster = Some(Cluster::start()?);
        }
        if let Some(cluster) = &self.cluster {
            tests.env("TOUCHLINE_TEST_POSTGRES", &cluster.url);
        }
        Ok(())
    }

    /// Tells a test command how long it may take, and that snapshots are compared and never rewritten.
    pub fn manner(&self, tests: &mut Command) {
        tests.env("CI", "true").env("INSTA_UPDATE", "no");
        if self.is_long {
            tests.env("TOUCHLINE_TEST_LONG", "1");
        }
    }
}
