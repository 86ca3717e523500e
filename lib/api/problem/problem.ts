import type { Fault } from "../../model/inputs/schema";
import type { ConflictCode, FieldError, Problem } from "./schema";
import { problemKinds, typeOf, type ProblemKind } from "./problem-kinds";

/** More faults than this in one body are counted, not listed: the answer must not outgrow what was sent. */
const LISTED_ERRORS = 100;

/**
 * Every answer that is not a success is a problem of RFC 9457.
 *
 * The caller's fault is a value of this file, in words that name what is needed; it never repeats a value that was sent.
 * Our own fault is thrown and becomes `internalError` in one place.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9457
 */
function problem(kind: ProblemKind, detail: string, errors?: FieldError[]): Problem {
  const { status, title } = problemKinds[kind];
  return { type: typeOf(kind), title, status, detail, errors };
}

export function notJson(detail: string): Problem {
  return problem("not-json", detail);
}

/** A request that is at fault before its body is looked at. */
export function brokenRequest(detail: string): Problem {
  return problem("broken-request", detail);
}

export function timedOut(): Problem {
  return problem("timed-out", "nothing more of the body arrived for too long");
}

export function needsKey(): Problem {
  return problem("needs-key", "the request must carry a key, as Authorization: Bearer or as X-API-Key");
}

export function needsMetricsToken(): Problem {
  return problem("needs-key", "the request must carry the metrics token, as Authorization: Bearer");
}

/** @param scopes of which the key needs one; none where every key is taken */
export function wrongKey(...scopes: string[]): Problem {
  const allowed = scopes.length === 0 ? "" : `, with the permission to ${scopes.join(" or ")}`;
  // The owner cannot create a key that confirms.
  const origin = scopes.join() === "review" ? "a reviewer has created" : "the operator has given out";
  return problem("wrong-key", `the key must be one that ${origin}${allowed}`);
}

export function notShown(): Problem {
  return problem("not-shown", "the owner of this server shows no coefficients and gives no exports");
}

export function noSimulation(): Problem {
  return problem("no-simulation", "simulated time needs SIMULATION=1 where the server runs");
}

export function noSuchRoute(): Problem {
  return problem("no-such-route", "GET /api/models lists the models and where to send their inputs");
}

export function noSuchModel(): Problem {
  return problem("no-such-model", "the id must be one of those that GET /api/models lists");
}

/** The model is there, and what is wrong with it is for its owner. */
export function modelUnavailable(): Problem {
  return problem("model-unavailable", "the model exists, but its files cannot be read");
}

/** Of callers who may see every version. */
export function unknownVersion(detail = "GET /api/models/{model}/versions lists the versions that there are"): Problem {
  return problem("no-such-model", detail);
}

/** A version that does not answer everybody. */
export function versionNotShown(): Problem {
  return problem(
    "wrong-key",
    "versions other than the champion are for the owner and for keys with the scope publish; leave version out",
  );
}

/** What is published now does not allow a change. */
/** @param about what stands against it, for programs */
export function conflict(detail: string, about: Pick<Problem, "code" | "checks"> = {}): Problem {
  return { ...problem("conflict", detail), ...about };
}

/** A proposal that is not there. */
export function noSuchProposal(detail: string): Problem {
  return problem("no-such-proposal", detail);
}

/** A draft that is not there, or somebody else's. */
export function noSuchDraft(detail = "the id must be one of those that GET /api/drafts lists"): Problem {
  return problem("no-such-draft", detail);
}

/** A draft as it is now does not allow a change. */
export function draftConflict(detail: string, code?: ConflictCode): Problem {
  return { ...problem("draft-conflict", detail), code };
}

export function methodNotAllowed(allowed: string[]): Problem {
  return problem("method-not-allowed", `the method must be ${allowed.join(" or ")}`);
}

/** A body whose compression cannot be undone. */
export function badCompression(detail: string): Problem {
  return problem("invalid-input", detail, [{ pointer: "#", detail }]);
}

export function lineTooLong(limit: number): Problem {
  return problem("too-large", `each line must be at most ${limit.toLocaleString("en-US")} bytes`);
}

export function tooLarge(limit: number): Problem {
  return problem("too-large", `the body must be at most ${limit.toLocaleString("en-US")} bytes`);
}

/** A file for a draft that is larger than `DRAFT_LIMIT`. */
export function draftTooLarge(limit: number): Problem {
  const most = limit.toLocaleString("en-US");
  return problem(
    "too-large",
    `the file must be at most ${most} bytes before compression; train a larger table with glasshouse train, and publish the folder with glasshouse publish`,
  );
}

/** A large body that comes by way of a proxy, where no file can hold it. */
export function noRoom(limit: number): Problem {
  const most = limit.toLocaleString("en-US");
  return problem("too-large", `behind a proxy, the body must be at most ${most} bytes here; send the rows in parts`);
}

/** A compressed body that becomes many times as large: it costs its reader what it did not cost its sender. */
export function expandsTooMuch(times: number): Problem {
  return problem("too-large", `the body must not expand to more than ${times} times its size`);
}

export function unsupportedMediaType(detail: string): Problem {
  return problem("unsupported-media-type", detail);
}

/** One error for each field or query parameter at fault; there must be at least one. */
export function invalidInput(errors: FieldError[]): Problem {
  const listed = errors.slice(0, LISTED_ERRORS);
  const more = errors.length - listed.length;
  const detail = listed.length === 1 ? listed[0]!.detail : `${errors.length} fields need attention; see errors`;
  return problem("invalid-input", more > 0 ? `${detail} for the first ${LISTED_ERRORS}` : detail, listed);
}

export function tooManyRequests(limit: number, seconds: number): Problem {
  const most = `at most ${limit.toLocaleString("en-US")} ${limit === 1 ? "request" : "requests"} a minute`;
  return problem("too-many-requests", `a client can make ${most}; the next must wait ${seconds} s`);
}

/** A client whose rows of the minute are spent. */
export function tooManyRows(limit: number, seconds: number): Problem {
  const most = `at most ${limit.toLocaleString("en-US")} ${limit === 1 ? "row" : "rows"} of batches a minute`;
  return problem(
    "too-many-requests",
    `a client can have ${most} scored, and none are left; the next batch must wait ${seconds} s`,
  );
}

export function internalError(): Problem {
  return problem("internal-error", "the request could not be answered; its X-Request-Id finds the cause in the log");
}

export function notReady(detail: string): Problem {
  return problem("not-ready", detail);
}

export function unlikely(errors: FieldError[]): Problem {
  return problem("unlikely", errors[0]!.detail, errors);
}

/** There is no store, and these variables would make one; or there is one, and it is away. */
export function noStore(detail: string): Problem {
  return problem("no-store", detail);
}

/** Faults of a JSON object's members, as errors that point at them; `within` is where the body has the object. */
export function pointAt(faults: Fault[], within: (string | number)[] = []) {
  return faults.map(({ name, detail }) => ({
    pointer: pointerTo(...within, ...(name === "" ? [] : [name])),
    detail,
  }));
}

/**
 * The JSON pointer to a place in the body, as a URI fragment: "#/area", "#/rows/3/area", and "#" for the whole body.
 *
 * Source: RFC 6901, sections 3 and 6. A lone surrogate, which JSON can carry and a URI cannot, is replaced.
 */
export function pointerTo(...path: (string | number)[]): string {
  return ["#", ...path.map((name) => encodeURIComponent(escapeToken(String(name))))].join("/");
}

function escapeToken(name: string): string {
  return name
    .replaceAll("~", "~0")
    .replaceAll("/", "~1")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
