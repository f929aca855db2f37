// Every page that people see: where it is, who looks at it, and what it is called in the tests.
//
// `path` is an address, or a way: the address of a page and a pattern, for the first link on it that fits.
// `who` is the role that signs in; nobody, where it is left out. `status` is 200, where it is left out.

export const PAGES = [
  { name: "sign-in", path: "/sign-in" },
  { name: "home", path: "/", who: "viewer" },
  { name: "home of an agent", path: "/", who: "agent" },
  { name: "home of a customer", path: "/", who: "customer" },
  { name: "processes", path: "/processes", who: "owner" },
  { name: "processes, narrowed", path: "/processes?q=fault&stage=maintain&review=fresh", who: "owner" },
  { name: "landscape", path: "/processes/landscape", who: "owner" },
  { name: "a field of the landscape", path: "/processes/landscape?stage=maintain&area=relationship", who: "viewer" },
  { name: "new process", path: "/processes/new", who: "owner" },
  { name: "saved views", path: "/processes/views", who: "owner" },
  { name: "import of processes", path: "/processes/import", who: "owner" },
  { name: "deletion of a process", path: "/processes/get-connected/removal", who: "owner" },
  { name: "process", path: "/processes/get-connected", who: "owner" },
  { name: "BPMN of a process", path: "/processes/get-connected/map", who: "owner" },
  { name: "draft of a process", path: "/processes/get-connected/map?version=draft&zoom=100", who: "viewer" },
  { name: "versions of a map", path: "/processes/get-connected/map/versions", who: "owner" },
  { name: "two versions side by side", path: "/processes/get-connected/map/compare", who: "owner" },
  { name: "two versions over each other", path: "/processes/get-connected/map/compare?show=over", who: "viewer" },
  { name: "import of a map", path: "/processes/get-connected/map/import", who: "owner" },
  { name: "editor of a map", path: "/processes/get-connected/map/edit", who: "owner" },
  { name: "grid of a map", path: "/processes/get-connected/map/grid", who: "owner" },
  { name: "grid with a step chosen", path: "/processes/get-connected/map/grid?step=order", who: "owner" },
  { name: "print of a map", path: "/processes/get-connected/map/print", who: "viewer" },
  { name: "customer view", path: "/processes/mend-fault?view=customer", who: "viewer" },
  { name: "single unit", path: "/processes/mend-fault?view=unit&ways=0,3", who: "viewer" },
  { name: "line of vision", path: "/processes/mend-fault?view=department:back-3", who: "viewer" },
  { name: "value stream", path: "/processes/mend-fault?view=value-stream", who: "viewer" },
  { name: "emotions on the map", path: "/processes/mend-fault?view=emotions", who: "viewer" },
  { name: "competitors on the map", path: "/processes/mend-fault?view=competitors", who: "viewer" },
  { name: "physical chart", path: "/processes/mend-fault?chart=physical&tracks=channel,emotion,scores,times,promises,pains,ideas,owners", who: "viewer" },
  { name: "emotion matrix", path: "/processes/mend-fault/emotions", who: "owner" },
  { name: "scenarios", path: "/processes/mend-fault/scenarios", who: "owner" },
  { name: "failure points", path: "/processes/mend-fault/failures", who: "owner" },
  { name: "places to streamline", path: "/processes/mend-fault/places", who: "owner" },
  { name: "systems", path: "/processes/mend-fault/systems", who: "owner" },
  { name: "competitors", path: "/processes/mend-fault/competitors", who: "owner" },
  { name: "what-if", path: "/processes/mend-fault/what-if", who: "owner" },
  { name: "what-if without people", path: "/processes/try-and-buy/what-if", who: "viewer" },
  { name: "new scenario of a what-if", path: "/processes/mend-fault/what-if/new", who: "owner" },
  { name: "result of a what-if", path: ["/processes/mend-fault/what-if", /^\/processes\/mend-fault\/what-if\/[0-9a-f-]{36}$/], who: "owner" },
  { name: "scenarios of a what-if side by side", path: "/processes/mend-fault/what-if/compare", who: "viewer" },
  { name: "sweep of a what-if", path: "/processes/mend-fault/what-if/sweep?of=people/back-3&from=0.25&to=1&figure=queue", who: "viewer" },
  { name: "cases", path: "/cases", who: "agent" },
  { name: "case", path: ["/cases?view=open", /^\/cases\/\d+$/], who: "agent" },
  { name: "case of a customer", path: ["/cases", /^\/cases\/\d+$/], who: "customer" },
  { name: "new case", path: "/cases/new", who: "agent" },
  { name: "new case of a customer", path: "/cases/new", who: "customer" },
  { name: "search", path: "/search?q=router", who: "agent" },
  { name: "steps of a process", path: "/processes/get-connected/steps", who: "owner" },
  { name: "change of a process", path: "/processes/get-connected/edit", who: "owner" },
  { name: "feedback", path: "/feedback", who: "owner" },
  { name: "feedback of a process", path: "/feedback/get-connected", who: "owner" },
  { name: "link to a question", path: "/feedback/links", who: "agent" },
  { name: "feedback link", path: "/f/" },
  { name: "improve", path: "/improve", who: "owner" },
  { name: "improve a process", path: "/improve/get-connected", who: "owner" },
  { name: "logs", path: "/logs", who: "owner" },
  { name: "settings", path: "/settings", who: "viewer" },
  { name: "people", path: "/settings/people", who: "admin" },
  { name: "list of emotions", path: "/settings/emotions", who: "admin" },
  { name: "tokens", path: "/settings/tokens", who: "admin" },
  { name: "API", path: "/api/docs", who: "admin" },
  { name: "nothing there", path: "/no-such-page", who: "viewer", status: 404 },
  { name: "nothing there for strangers", path: "/no-such-page", status: 404 },
];

// The windows that they are looked at through.
export const SCREENS = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

export const SCHEMES = ["light", "dark"];

export const LANGUAGES = ["en", "bg", "pl", "ru", "zh"];

// What the README shows: a file's name, a page by its name, and how it is looked at.
export const PICTURES = [
  { file: "home", page: "home of an agent", screen: "desk", scheme: "light" },
  { file: "home-dark", page: "home of an agent", screen: "desk", scheme: "dark" },
  { file: "map", page: "physical chart", screen: "desk", scheme: "light" },
  { file: "process", page: "process", screen: "desk", scheme: "light" },
  { file: "process-dark", page: "process", screen: "desk", scheme: "dark" },
  { file: "case", page: "case", screen: "desk", scheme: "light" },
  { file: "case-dark", page: "case", screen: "desk", scheme: "dark" },
  { file: "case-phone", page: "case of a customer", screen: "phone", scheme: "light" },
  { file: "cases", page: "cases", screen: "desk", scheme: "light" },
  { file: "what-if", page: "result of a what-if", screen: "desk", scheme: "light" },
  { file: "improve", page: "improve a process", screen: "desk", scheme: "light" },
  { file: "feedback", page: "feedback", screen: "desk", scheme: "light" },
  { file: "feedback-phone-dark", page: "feedback link", screen: "phone", scheme: "dark" },
];
