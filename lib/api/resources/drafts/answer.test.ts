import { expect, test } from "vitest";
import { busy, untrainable } from "../../../service/drafts/refusal";
import { problemOfDraft } from "./answer";

test("problemOfDraft(refusal) speaks of a draft only where there is one", () => {
  expect(problemOfDraft(busy("it is being trained"))).toMatchObject({ type: "/docs#draft-conflict", code: "busy" });
  expect(problemOfDraft(untrainable("it was fitted by another program"))).toEqual({
    type: "/docs#conflict",
    title: "the published versions do not allow it",
    status: 409,
    detail: "it was fitted by another program",
  });
});
