import { basePath } from "../../base-path";

/**
 * The kinds of problems, each with its HTTP status, its title and what the caller can do about it. The documentation
 * shows them all, and `type` of an answer leads there.
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
    remedy: "See detail: it names the part of the request that is at fault, which is not its body.",
  },
  "needs-key": {
    status: 401,
    title: "a key is needed",
    remedy: "Send a key that the operator has given you, as Authorization: Bearer <key> or as X-API-Key: <key>.",
  },
  "wrong-key": {
    status: 403,
    title: "the key is not one of those that are taken",
    remedy:
      "Check that the key is whole, still in use and made with the permission that detail names; the operator can give you another.",
  },
  "not-shown": {
    status: 403,
    title: "the model is not shown",
    remedy: "Call predict, which answers with the estimate and its reasons. The owner keeps the model itself back.",
  },
  "no-simulation": {
    status: 403,
    title: "simulated time is off",
    remedy:
      "Leave X-Simulated-Time out. It is for servers that show made-up data, where the operator sets SIMULATION=1.",
  },
  "no-such-route": {
    status: 404,
    title: "there is nothing at this address",
    remedy: "Begin with GET /api/models, whose answers carry the addresses of everything else.",
  },
  "no-such-model": {
    status: 404,
    title: "there is no such model",
    remedy: "Use an id that GET /api/models lists. A model that was there before has been taken down.",
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
      "Use an id that GET /api/drafts lists. A draft is seen by its maker and by the owner; one that was published is gone.",
  },
  "method-not-allowed": {
    status: 405,
    title: "the method is not allowed here",
    remedy: "Use one of the methods that the Allow header names.",
  },
  "timed-out": {
    status: 408,
    title: "the body has not come",
    remedy: "Send the request again, on a line that moves. A body may take any time as long as bytes of it come.",
  },
  unlikely: {
    status: 409,
    title: "the value is unlikely",
    remedy:
      "See whether the value is in the model's unit and belongs to this receipt. If it is right, send it again with confirm: true.",
  },
  conflict: {
    status: 409,
    title: "what is published does not allow it",
    remedy:
      "See detail: the name is that of a folder, the champion has changed since, a check of the gate does not hold, or there is nothing to change. GET /api/models/{model}/versions shows what is published; override: true passes the gate.",
  },
  "draft-conflict": {
    status: 409,
    title: "the draft does not allow it now",
    remedy:
      "See detail: somebody has changed the draft since, its file is still being read, it has no model, or there are too many drafts. Nothing was changed; GET /api/drafts/{id} shows the draft as it is now.",
  },
  "too-large": {
    status: 413,
    title: "the body is too large",
    remedy: "Send fewer rows in one call; predict/batch takes a file of any number of rows as text/csv.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "the content type is not supported",
    remedy:
      "Send Content-Type: application/json, and the body without compression. Files of many rows go to predict/batch as text/csv or application/x-ndjson, with gzip or without.",
  },
  "invalid-input": {
    status: 422,
    title: "the input is not valid",
    remedy:
      "See errors: each says which field of the body (pointer, a JSON pointer) or which query parameter (parameter) is at fault, and what it needs.",
  },
  "too-many-requests": {
    status: 429,
    title: "too many requests",
    remedy:
      "Wait as many seconds as Retry-After says. Each answer's RateLimit header says how many requests are left. One batch counts as one request; the rows of batches have a limit of their own, and a batch that has begun is answered to its end.",
  },
  "internal-error": {
    status: 500,
    title: "something went wrong here",
    remedy: "The fault is ours. Try again later, and tell the operator the X-Request-Id of the answer.",
  },
  "model-unavailable": {
    status: 503,
    title: "the model cannot answer now",
    remedy:
      "Try again once the operator has mended the model; the log says what is wrong with it. Other models answer.",
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
      "Nothing has been stored. With Retry-After, the database is away: send the same again after so many seconds. Without it, the operator has to set the variables that detail names.",
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemKind = keyof typeof problemKinds;
export type ProblemType = `${string}/docs#${ProblemKind}`;
export type ProblemStatus = (typeof problemKinds)[ProblemKind]["status"];

/** Where a kind is explained, which is also what identifies it: `type` in RFC 9457. */
export function typeOf(kind: ProblemKind): ProblemType {
  return `${basePath}/docs#${kind}`;
}
