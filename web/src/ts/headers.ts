// Gives each request of htmx the token that says it comes from a page of ours: <meta name="csrf" content="…">.
interface Request {
  verb: string;
  headers: Record<string, string>;
}

export function startHeaders(): void {
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content;
    const request = (event as CustomEvent<Request>).detail;
    if (token && request.verb !== "get") request.headers["X-CSRF-Token"] = token;
  });
}
