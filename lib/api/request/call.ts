import type { Context } from "hono";
import type { Problem } from "../problem/schema";
import { headersOf, type ReadHeader } from "./read-header";
import { readBody } from "./read-json";
import type { Soon } from "../../service/soon";

/** What a request brings, whichever door it came through. */
export interface Call {
  /** With the query. */
  url: string;
  header: ReadHeader;
  /** The bytes of the body, or the problem that there are too many. */
  body(): Soon<Uint8Array | Problem>;
}

/** A call that the app answers. */
export function callOf({ req }: Context): Call {
  return { url: req.url, header: headersOf(req.raw), body: () => readBody(req.raw) };
}
