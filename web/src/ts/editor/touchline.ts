// The extension urn:touchline:bpmn:1 for moddle: what elements of BPMN say of the customer. docs/guide/bpmn.md describes it.
const attribute = (name: string, type = "String") => ({ name, type, isAttr: true });
const one = (name: string, type: string) => ({ name, type });
const many = (name: string, type: string) => ({ name, type, isMany: true });
const type = (name: string, properties: object[]) => ({ name, superClass: ["Element"], properties });

export const touchline = {
  name: "Touchline",
  uri: "urn:touchline:bpmn:1",
  prefix: "touchline",
  xml: { tagAlias: "lowerCase" },
  types: [
    type("Process", [
      attribute("stage"),
      attribute("initiator"),
      attribute("owner"),
      many("scenario", "Scenario"),
      many("competitor", "Competitor"),
    ]),
    type("Scenario", [attribute("name"), attribute("reason"), attribute("channel"), many("answer", "Answer")]),
    type("Answer", [attribute("step")]),
    type("Competitor", [attribute("name")]),
    type("Lane", [attribute("line")]),
    type("Step", [
      ...["line", "channel", "promise", "owner", "valueAdding", "good", "phase"].map((name) => attribute(name)),
      one("cost", "Cost"),
      one("times", "Times"),
      many("emotion", "Emotion"),
      many("failure", "Failure"),
      many("score", "Score"),
      many("idea", "Idea"),
    ]),
    type("Cost", [attribute("amount"), attribute("currency")]),
    type("Times", [attribute("processSeconds"), attribute("waitingSeconds"), attribute("accuratePercent")]),
    type("Emotion", [attribute("name"), attribute("strength")]),
    type("Failure", [attribute("what"), attribute("severity"), attribute("occurrence"), attribute("detection")]),
    type("Score", [attribute("competitor"), attribute("score"), attribute("source"), attribute("n"), attribute("deviation")]),
    type("Idea", [attribute("what")]),
  ],
};
