import type { Published, Refused } from "../../../service/publishing";
import { conflict, invalidInput, unknownVersion } from "../../problem/problem";
import type { Problem } from "../../problem/schema";
import type { PublishedAnswer } from "./schema";

/** What was done, as it is sent. */
export function publishedAnswer({ model, version, revision, alias, before, checks }: Published): PublishedAnswer {
  return { model, version, revision, alias, before, checks };
}

/** Why nothing was done, as a problem. */
export function problemOf({ refused, field, detail }: Refused): Problem {
  if (refused === "invalid") return invalidInput([{ pointer: `#/${field}`, detail }]);
  return refused === "unknown" ? unknownVersion(detail) : conflict(detail);
}
