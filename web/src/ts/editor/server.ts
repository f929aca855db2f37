// Speaks to the API: saves, keeps copies, checks, and asks what others did.
export interface Version {
  number: number;
  state: "draft" | "published" | "archived";
  author_name: string | null;
  version: number;
}

export interface Found {
  severity: "error" | "warning" | "hint";
  id: string;
  element: string;
  reason: string;
  mend: string;
}

export interface Changed {
  kind: string;
  what: string;
}

export interface Checked {
  findings: Found[];
  no_map: string[];
  changes: Changed[];
}

/** What the server refused, in the visitor's words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    what: string,
  ) {
    super(what);
  }
}

export class Server {
  constructor(private readonly key: string) {}

  save(bpmn: string, version: number, replace = false, keepalive = false): Promise<Version> {
    return this.send("PUT", `/api/v1/processes/${this.key}/map`, { bpmn, version, replace }, keepalive);
  }

  keepCopy(bpmn: string): Promise<Version> {
    return this.send("POST", `${this.maps}/copies`, { bpmn });
  }

  check(bpmn: string, against?: string): Promise<Checked> {
    return this.send("POST", "/api/v1/maps/check", against ? { bpmn, against: `${this.key}:${against}` } : { bpmn });
  }

  async versions(): Promise<Version[]> {
    return ((await this.send("GET", this.maps)) as { versions: Version[] }).versions;
  }

  async document(number: number): Promise<string> {
    return (await this.answer("GET", `${this.maps}/${number}`)).text();
  }

  private get maps(): string {
    return `/api/v1/processes/${this.key}/maps`;
  }

  private async send<T>(method: string, path: string, body?: object, keepalive = false): Promise<T> {
    return (await this.answer(method, path, body, keepalive)).json() as Promise<T>;
  }

  private async answer(method: string, path: string, body?: object, keepalive = false): Promise<Response> {
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
    const headers: Record<string, string> = { "X-CSRF-Token": token };
    if (body) headers["Content-Type"] = "application/json";
    const answer = await fetch(path, { method, headers, keepalive, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    throw new Refused(answer.status, problem.detail ?? answer.statusText);
  }
}
