//! A service desk: log, then solve or escalate. The map, and one scenario in four formats.

use bpmn::model::Model;
use bpmn::xml::Document;
use sim::{Net, Options};

pub fn read_map(text: &str) -> Document {
    Document::read(text.as_bytes()).unwrap().0
}

pub fn net(text: &str) -> Net {
    try_net(text).unwrap()
}

pub fn try_net(text: &str) -> Result<Net, Vec<sim::Problem>> {
    Net::from_model(&Model::read(&read_map(text)).0)
}

pub fn options(cases: u64, replications: u64) -> Options {
    let mut options = Options::new("2024-01-01T09:00:00+00:00[UTC]".parse().unwrap());
    (options.cases, options.replications) = (cases, replications);
    options
}

/// A map around the content of a process.
pub fn map_of(content: &str) -> String {
    format!(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
{content}
</definitions>"#
    )
}

pub const MAP: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
<process id="desk">
<startEvent id="start"/><task id="log" name="Log"/><exclusiveGateway id="which"/>
<task id="solve" name="Solve"/><task id="escalate" name="Escalate"/><exclusiveGateway id="join"/><endEvent id="end"/>
<sequenceFlow id="a" sourceRef="start" targetRef="log"/><sequenceFlow id="b" sourceRef="log" targetRef="which"/>
<sequenceFlow id="easy" sourceRef="which" targetRef="solve"/><sequenceFlow id="hard" sourceRef="which" targetRef="escalate"/>
<sequenceFlow id="c" sourceRef="solve" targetRef="join"/><sequenceFlow id="d1" sourceRef="escalate" targetRef="join"/>
<sequenceFlow id="e" sourceRef="join" targetRef="end"/>
</process></definitions>"#;

pub const PROSIMOS: &str = r#"{
"resource_profiles": [
  {"id": "p1", "name": "First line", "resource_list": [{"id": "first", "name": "first", "cost_per_hour": 20, "amount": 2, "calendar": "all", "assignedTasks": ["log", "solve"]}]},
  {"id": "p2", "name": "Second line", "resource_list": [{"id": "second", "name": "second", "cost_per_hour": "35", "amount": 1, "calendar": "all", "assignedTasks": ["escalate"]}]}],
"arrival_time_distribution": {"distribution_name": "expon", "distribution_params": [{"value": 600}, {"value": 0}, {"value": 1e12}]},
"arrival_time_calendar": [{"from": "MONDAY", "to": "SUNDAY", "beginTime": "00:00:00.000", "endTime": "23:59:59.999"}],
"gateway_branching_probabilities": [{"gateway_id": "which", "probabilities": [{"path_id": "easy", "value": "0.8"}, {"path_id": "hard", "value": 0.2}]}],
"task_resource_distribution": [
  {"task_id": "log", "resources": [{"resource_id": "first", "distribution_name": "fix", "distribution_params": [{"value": 300}]}]},
  {"task_id": "solve", "resources": [{"resource_id": "first", "distribution_name": "expon", "distribution_params": [{"value": 600}, {"value": 0}, {"value": 1e12}]}]},
  {"task_id": "escalate", "resources": [{"resource_id": "second", "distribution_name": "uniform", "distribution_params": [{"value": 600}, {"value": 1800}]}]}],
"resource_calendars": [{"id": "all", "name": "all", "time_periods": [{"from": "MONDAY", "to": "SUNDAY", "beginTime": "00:00:00", "endTime": "23:59:59"}]}]
}"#;

pub const PROSIMOS_OLD: &str = r#"{
"resource_profiles": {
  "p1": {"name": "First line", "resource_list": [{"id": "f1", "name": "f1", "cost_per_hour": "20", "amount": 1}, {"id": "f2", "name": "f2", "cost_per_hour": "20", "amount": 1}]},
  "p2": {"name": "Second line", "resource_list": [{"id": "s1", "name": "s1", "cost_per_hour": "35", "amount": 1}]}},
"arrival_time_distribution": {"distribution_name": "expon", "distribution_params": [0, 600]},
"gateway_branching_probabilities": {"which": {"solve": "0.8", "escalate": "0.2"}},
"task_resource_distribution": {
  "log": {"f1": {"distribution_name": "fix", "distribution_params": [300, 0, 1]}, "f2": {"distribution_name": "fix", "distribution_params": [300, 0, 1]}},
  "solve": {"f1": {"distribution_name": "expon", "distribution_params": [0, 600]}, "f2": {"distribution_name": "expon", "distribution_params": [0, 600]}},
  "escalate": {"s1": {"distribution_name": "uniform", "distribution_params": [600, 1200]}}},
"resource_calendars": {"f1": [{"from": "MONDAY", "to": "SUNDAY", "beginTime": "00:00:00.000000", "endTime": "23:59:59.000000"}]}
}"#;

pub const TOML: &str = r#"
[pools.first]
name = "First line"
count = 2
cost_per_hour = 20

[pools.second]
count = 1
cost_per_hour = 35

[arrivals]
every = "exponential 10m"

[tasks]
log = { by = "first", time = "5m" }
solve = { by = "first", time = "exponential 10m" }
escalate = { by = ["second"], time = "uniform 10m 30m" }

[gateways.which]
easy = 0.8
hard = 0.2
"#;

pub const BPSIM: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:b="http://www.bpsim.org/schemas/2.0" id="d" targetNamespace="urn:test">
<process id="desk"><exclusiveGateway id="which"/>
<sequenceFlow id="easy" sourceRef="which" targetRef="solve"/><sequenceFlow id="hard" sourceRef="which" targetRef="escalate"/></process>
<relationship type="BPSimData"><extensionElements><b:BPSimData><b:Scenario id="s1" name="As it is">
<b:ScenarioParameters baseTimeUnit="min"/>
<b:ElementParameters elementRef="start"><b:ControlParameters><b:InterTriggerTimer><b:NegativeExponentialDistribution mean="10"/></b:InterTriggerTimer></b:ControlParameters></b:ElementParameters>
<b:ElementParameters elementRef="first"><b:ResourceParameters><b:Quantity><b:NumericParameter value="2"/></b:Quantity></b:ResourceParameters><b:CostParameters><b:UnitCost><b:FloatingParameter value="0.33333333333333331"/></b:UnitCost></b:CostParameters></b:ElementParameters>
<b:ElementParameters elementRef="second"><b:ResourceParameters><b:Quantity><b:NumericParameter value="1"/></b:Quantity></b:ResourceParameters><b:CostParameters><b:UnitCost><b:FloatingParameter value="0.58333333333333337"/></b:UnitCost></b:CostParameters></b:ElementParameters>
<b:ElementParameters elementRef="log"><b:TimeParameters><b:ProcessingTime><b:DurationParameter value="PT5M"/></b:ProcessingTime></b:TimeParameters><b:ResourceParameters><b:Selection><b:ExpressionParameter value="bpsim::getResource('first',1)"/></b:Selection></b:ResourceParameters></b:ElementParameters>
<b:ElementParameters elementRef="solve"><b:TimeParameters><b:ProcessingTime><b:NegativeExponentialDistribution mean="10"/></b:ProcessingTime></b:TimeParameters><b:ResourceParameters><b:Selection><b:ExpressionParameter value="bpsim::getResource('first',1)"/></b:Selection></b:ResourceParameters></b:ElementParameters>
<b:ElementParameters elementRef="escalate"><b:TimeParameters><b:ProcessingTime><b:UniformDistribution min="600" max="1800" timeUnit="s"/></b:ProcessingTime></b:TimeParameters><b:ResourceParameters><b:Selection><b:ExpressionParameter value="bpsim::getResource('second',1)"/></b:Selection></b:ResourceParameters></b:ElementParameters>
<b:ElementParameters elementRef="easy"><b:ControlParameters><b:Probability><b:FloatingParameter value="0.8"/></b:Probability></b:ControlParameters></b:ElementParameters>
<b:ElementParameters elementRef="hard"><b:ControlParameters><b:Probability><b:FloatingParameter value="0.2"/></b:Probability></b:ControlParameters></b:ElementParameters>
</b:Scenario></b:BPSimData></extensionElements></relationship></definitions>"#;
