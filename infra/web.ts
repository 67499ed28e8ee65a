import { routes } from "./http.ts";

/** The one address everything is behind: the API's paths go to the gateway, all others are the web app. */
export const web = {
  /** CloudFront adds it to what it asks the gateway; an HTTP function that was told its value refuses a request without it. */
  originHeader: "x-perennial-origin",
  /** What the functions read of a request. Nothing else reaches them, and no cookie. */
  forwarded: [
    "accept",
    "accept-language",
    "cloudfront-viewer-address",
    "content-type",
    "origin",
    "referer",
    "user-agent",
  ],
  /** On every answer, unless the function says otherwise. */
  security: {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
  },
} as const;

/**
 * The web app's content security policy. Scripts only from here. Styles may stand in the page: Mantine writes its theme so, and
 * mail previews are full of them.
 * @param origins where recruiters sign in and where files are uploaded to
 */
export const webPolicy = (origins: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${origins.join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The paths of the gateway as CloudFront writes them: `/confirm/{token}` is `/confirm/*`. `/v1/*` holds `/v1/openapi.json`. */
export const gatewayPaths = [
  ...new Set(
    routes
      .filter(({ route }) => !route.endsWith(".json"))
      .map(({ route }) => (route.split(" ")[1] ?? "").replace(/\{.*$/, "*")),
  ),
];
