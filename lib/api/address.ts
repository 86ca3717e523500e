import { app } from "./app";

/** The first segments of the routes: api, v2, metrics and so on. */
const segments = new Set(app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => firstSegment(path)));

/** Whether an address is the API's to answer, by its first segment; every other is a page's. */
export function isApiAddress(url: string): boolean {
  return segments.has(firstSegment(url));
}

function firstSegment(url: string): string {
  return /^\/([^/?]*)/.exec(url)?.[1] ?? "";
}
