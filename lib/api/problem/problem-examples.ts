import type { Problem } from "./schema";
import {
  brokenRequest,
  conflict,
  draftConflict,
  internalError,
  invalidInput,
  methodNotAllowed,
  modelUnavailable,
  noSimulation,
  noStore,
  needsKey,
  noSuchDraft,
  noSuchModel,
  noSuchProposal,
  noSuchRoute,
  notJson,
  notReady,
  notShown,
  tooLarge,
  timedOut,
  tooManyRequests,
  unlikely,
  unsupportedMediaType,
  wrongKey,
} from "./problem";
import type { ProblemKind } from "./problem-kinds";

/** Each kind of problem as it may be answered, for the documentation. */
export const problemExamples: Record<ProblemKind, Problem> = {
  "not-json": notJson("the body must be a JSON object in UTF-8"),
  "broken-request": brokenRequest("the address must be in UTF-8, each of its bytes as % and two digits in hex"),
  "needs-key": needsKey(),
  "wrong-key": wrongKey(),
  "not-shown": notShown(),
  "no-simulation": noSimulation(),
  "no-such-route": noSuchRoute(),
  "no-such-model": noSuchModel(),
  "no-such-proposal": noSuchProposal("there is no proposal kR3vXw9pQ2sT of house-price"),
  "no-such-draft": noSuchDraft(),
  "method-not-allowed": methodNotAllowed(["POST", "OPTIONS"]),
  "timed-out": timedOut(),
  unlikely: unlikely([
    {
      pointer: "#/actual",
      detail: "sale price is about 100 times the estimate; if it is right in CAD, send it again with confirm: true",
    },
  ]),
  conflict: conflict("version 0123456789ab is the champion now, so this decision is out of date; look again", {
    code: "stale",
  }),
  "draft-conflict": draftConflict(
    "somebody has changed the draft since: it is revision 4 now. Nothing of your change was made; look again, and make it on that",
    "stale",
  ),
  "too-large": tooLarge(2 ** 20),
  "unsupported-media-type": unsupportedMediaType("the content type must be application/json"),
  "invalid-input": invalidInput([
    { pointer: "#/bedrooms", detail: "bedrooms must be between 1 and 10" },
    { parameter: "level", detail: "level must be one number between 0.0001 and 0.9999" },
  ]),
  "too-many-requests": tooManyRequests(600, 42),
  "internal-error": internalError(),
  "no-store": noStore("the store cannot be reached; nothing has been stored"),
  "model-unavailable": modelUnavailable(),
  "not-ready": notReady("this process is stopping"),
};
