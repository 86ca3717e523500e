import { inDevelopment } from "../env";
import { settings } from "./settings";

/** Of pages and of the API. */
const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
} as const;

/** Of the answers of the API: no browser takes them for a page, or shows them in one. */
export const apiHeaders = {
  ...everywhere,
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

/** What pages do not use, so that nothing that gets into them can either. */
const PERMISSIONS = ["camera", "geolocation", "microphone", "payment", "usb"].map((name) => `${name}=()`).join(", ");
/** For answers to a browser that reaches us by HTTPS: for half a year it shall use nothing else. */
export const transportHeaders = { "Strict-Transport-Security": "max-age=15552000" } as const;

/**
 * What keeps a page to itself: scripts and styles are those with its nonce and what they load, everything else comes from
 * this site, and no other site shows it in a frame, but for pages of models on the sites in `EMBED_ORIGINS`.
 *
 * Sources: https://www.w3.org/TR/CSP3/, https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
 *
 * @param options.nonce of the page; new for each answer
 * @param options.encrypted whether the reader's browser reaches us by HTTPS
 */
export function pageHeaders({
  path,
  nonce,
  encrypted,
}: {
  path: string;
  nonce: string;
  encrypted: boolean;
}): Record<string, string> {
  return {
    ...everywhere,
    "Content-Security-Policy": pagePolicy(path, nonce),
    "Permissions-Policy": PERMISSIONS,
    ...(encrypted && transportHeaders),
  };
}

function pagePolicy(path: string, nonce: string): string {
  const { EMBED_ORIGINS } = settings();
  const isOfModel = path.startsWith("/models/");
  const parents = isOfModel && EMBED_ORIGINS.length > 0 ? ["'self'", ...EMBED_ORIGINS].join(" ") : "'none'";
  // While one works on it, Next compiles in the browser and keeps a line open to it.
  const working = inDevelopment();
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${working ? " 'unsafe-eval'" : ""}`,
    working ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${parents}`,
  ].join("; ");
}
