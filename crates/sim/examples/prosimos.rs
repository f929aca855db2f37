//! Simulates a BPMN file with a scenario of Prosimos and prints the report as JSON: `prosimos MAP SCENARIO CASES REPLICATIONS`.

use std::error::Error;
use std::{env, fs};

use bpmn::{model::Model, xml::Document};
use sim::{Net, Options, Progress, Scenario};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [map, scenario, cases, replications] = &*arguments else {
        return Err("prosimos MAP SCENARIO CASES REPLICATIONS".into());
    };
    let (document, _) = Document::read(&fs::read(map)?)?;
    let (model, _) = Model::read(&document);
    let net = Net::from_model(&model).map_err(sim::Error::Map)?;
    let scenario = Scenario::from_prosimos(&fs::read(scenario)?)?;
    let mut options = Options::new("2024-01-01T09:00:00+00:00[UTC]".parse()?);
    (options.cases, options.replications) = (cases.parse()?, replications.parse()?);
    let report = sim::run(&net, &scenario, &options, &Progress::default(), None)?;
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}
