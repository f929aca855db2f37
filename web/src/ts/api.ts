// Starts the page of the API's description: <div id="api" data-url="/api/openapi.json">.
interface SwaggerOptions {
  url: string;
  domNode: HTMLElement;
  deepLinking: boolean;
  docExpansion: "list" | "none";
  defaultModelsExpandDepth: number;
  persistAuthorization: boolean;
  validatorUrl: null;
}

declare const SwaggerUIBundle: (options: SwaggerOptions) => unknown;

const place = document.getElementById("api");
const url = place?.dataset["url"];
if (place && url) {
  SwaggerUIBundle({
    url,
    domNode: place,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    // A token is typed anew: nothing that opens the account stays in the browser.
    persistAuthorization: false,
    // No stranger is asked whether the description is well formed.
    validatorUrl: null,
  });
}
