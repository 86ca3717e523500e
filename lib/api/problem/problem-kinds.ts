import { basePath } from "../../base-path";

/**
 * The kinds of errors, each with its HTTP status, its title and what the caller can do about it. The API reference lists
 * them all, and `type` of a response leads there.
 */
export const problemKinds = {
  "not-json": {
    status: 400,
    title: "the body is not JSON",
    remedy: "Send one JSON object in UTF-8, as JSON.stringify writes it.",
  },
  "broken-request": {
    status: 400,
    title: "the request is broken",
    remedy: "See detail: it names the invalid part of the request, which is not the body.",
  },
  "needs-key": {
    status: 401,
    title: "a key is needed",
    remedy: "Ask the operator for a key. Send it as Authorization: Bearer <key> or as X-API-Key: <key>.",
  },
  "wrong-key": {
    status: 403,
    title: "the key is not accepted",
    remedy:
      "Check that the key is complete, still valid and has the permission that detail names. The operator can give you another key.",
  },
  "not-shown": {
    status: 403,
    title: "the model is not shown",
    remedy: "Call predict: it gives the estimate and its contributions. The owner does not show the model itself.",
  },
  "no-simulation": {
    status: 403,
    title: "simulated time is off",
    remedy: "Leave X-Simulated-Time out. It is for servers with simulated data, where the operator sets SIMULATION=1.",
  },
  "no-such-route": {
    status: 404,
    title: "there is nothing at this address",
    remedy: "Begin with GET /api/models: its response has the addresses of everything else.",
  },
  "no-such-model": {
    status: 404,
    title: "there is no such model or version",
    remedy:
      "Use an id that GET /api/models lists and a version that GET /api/models/{model}/versions lists. A model that was published before may have been removed.",
  },
  "no-such-proposal": {
    status: 404,
    title: "there is no such proposal",
    remedy: "Use an id that GET /api/models/{model}/proposals lists.",
  },
  "no-such-draft": {
    status: 404,
    title: "there is no such draft",
    remedy:
      "Use an id that GET /api/drafts lists. Only its creator and the owner have access to a draft. A published draft is deleted.",
  },
  "method-not-allowed": {
    status: 405,
    title: "the method is not allowed here",
    remedy: "Use one of the methods that the Allow header names.",
  },
  "timed-out": {
    status: 408,
    title: "the body did not arrive",
    remedy: "Send the request again. A body may take any time as long as data keeps arriving.",
  },
  unlikely: {
    status: 409,
    title: "the value is unlikely",
    remedy:
      "Check that the value is in the model's unit and belongs to this receipt. If it is right, send it again with confirm: true.",
  },
  conflict: {
    status: 409,
    title: "the published versions do not allow it",
    remedy:
      "See detail: the name belongs to a folder, the champion has changed, a check of the gate fails, the version in use cannot be retrained, or there is nothing to change. GET /api/models/{model}/versions lists the published versions; override: true overrides the gate.",
  },
  "draft-conflict": {
    status: 409,
    title: "the draft does not allow it now",
    remedy:
      "See detail: the draft has changed, its file is still being read, it has no model, or there are too many drafts. Nothing was changed; GET /api/drafts/{id} has the current draft.",
  },
  "too-large": {
    status: 413,
    title: "the body is too large",
    remedy: "Send fewer rows in one call. predict/batch accepts a file of any number of rows as text/csv.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "the content type is not supported",
    remedy:
      "Send Content-Type: application/json and an uncompressed body. Send files of many rows to predict/batch as text/csv or application/x-ndjson, with gzip or without.",
  },
  "invalid-input": {
    status: 422,
    title: "the input is not valid",
    remedy:
      "See errors: each names the invalid field of the body (pointer, a JSON pointer) or the invalid query parameter (parameter), and how to correct it.",
  },
  "too-many-requests": {
    status: 429,
    title: "too many requests",
    remedy:
      "Wait for the number of seconds in Retry-After. The RateLimit header of each response has the remaining requests. One batch counts as one request. Rows of batches have a separate limit; a batch that has begun is answered to its end.",
  },
  "internal-error": {
    status: 500,
    title: "internal error",
    remedy: "The error is in the server. Try again later, and send the X-Request-Id of the response to the operator.",
  },
  "model-unavailable": {
    status: 503,
    title: "the model cannot answer now",
    remedy: "Try again after the operator has repaired the model; the log has the reason. Other models still answer.",
  },
  "not-ready": {
    status: 503,
    title: "not ready to answer",
    remedy: "Send the request to another instance, or wait until this one is ready.",
  },
  "no-store": {
    status: 503,
    title: "nothing can be stored now",
    remedy:
      "Nothing has been stored. With Retry-After, the database is not available: send the request again after that number of seconds. Without Retry-After, the operator must set the variables that detail names.",
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemKind = keyof typeof problemKinds;
export type ProblemType = `${string}/docs#${ProblemKind}`;
export type ProblemStatus = (typeof problemKinds)[ProblemKind]["status"];

/** Where a kind is explained, which is also what identifies it: `type` in RFC 9457. */
export function typeOf(kind: ProblemKind): ProblemType {
  return `${basePath}/docs#${kind}`;
}
