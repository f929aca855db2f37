//! Reading and writing a large file: 10,000 steps with their diagram.

use bpmn::model::Model;
use bpmn::model::namespace::{BPMNDI, DC, DI, MODEL};
use bpmn::xml::Document;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Steps of the file.
const STEPS: usize = 10_000;

fn large() -> String {
    let mut out = format!(
        "<definitions xmlns=\"{MODEL}\" xmlns:bpmndi=\"{BPMNDI}\" xmlns:dc=\"{DC}\" xmlns:di=\"{DI}\" targetNamespace=\"urn:t\">\n  <process id=\"p\">\n"
    );
    for at in 0..STEPS {
        out.push_str(&format!(
            "    <userTask id=\"t{at}\" name=\"Step {at} &amp; more\">\n      <documentation>What is done.</documentation>\n    </userTask>\n"
        ));
    }
    for at in 1..STEPS {
        out.push_str(&format!(
            "    <sequenceFlow id=\"f{at}\" sourceRef=\"t{}\" targetRef=\"t{at}\"/>\n",
            at - 1
        ));
    }
    out.push_str(
        "  </process>\n  <bpmndi:BPMNDiagram id=\"d\">\n    <bpmndi:BPMNPlane id=\"pl\" bpmnElement=\"p\">\n",
    );
    for at in 0..STEPS {
        out.push_str(&format!(
            "      <bpmndi:BPMNShape id=\"s{at}\" bpmnElement=\"t{at}\">\n        <dc:Bounds x=\"{}\" y=\"80\" width=\"100\" height=\"80\"/>\n      </bpmndi:BPMNShape>\n",
            at * 150
        ));
    }
    for at in 1..STEPS {
        out.push_str(&format!(
            "      <bpmndi:BPMNEdge id=\"e{at}\" bpmnElement=\"f{at}\">\n        <di:waypoint x=\"{}\" y=\"120\"/>\n        <di:waypoint x=\"{}\" y=\"120\"/>\n      </bpmndi:BPMNEdge>\n",
            at * 150 - 50,
            at * 150
        ));
    }
    out.push_str("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</definitions>\n");
    out
}

fn files(c: &mut Criterion) {
    let text = large();
    let (document, _) = Document::read(text.as_bytes()).expect("a file that is read");
    let mut group = c.benchmark_group("bpmn");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(20);
    group.bench_function("read xml", |b| b.iter(|| Document::read(black_box(text.as_bytes()))));
    group.bench_function("read model", |b| b.iter(|| Model::read(black_box(&document))));
    group.bench_function("write xml", |b| b.iter(|| black_box(&document).write()));
    group.finish();
}

criterion_group!(benches, files);
criterion_main!(benches);
