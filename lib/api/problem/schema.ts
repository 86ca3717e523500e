import { z } from "zod";
import { answers } from "../openapi/names";
import { problemKinds, typeOf, type ProblemKind, type ProblemStatus, type ProblemType } from "./problem-kinds";

export const bodyErrorSchema = z.strictObject({
  pointer: z.string().describe("the invalid field of the body, as a JSON pointer (RFC 6901); # is the whole body"),
  detail: z.string().describe("how to correct it"),
});
export const parameterErrorSchema = z.strictObject({
  parameter: z.string().describe("the invalid query parameter"),
  detail: z.string().describe("how to correct it"),
});
export const fieldErrorSchema = z
  .union([bodyErrorSchema, parameterErrorSchema])
  .register(answers, { id: "FieldError" });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** What stands against a change, for programs. */
export const CONFLICT_CODES = ["taken", "stale", "gate", "idle", "self", "busy", "full"] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** The checks that a version has to pass before it replaces another. */
export const checksSchema = z.array(
  z.strictObject({
    check: z.enum(["golden", "accuracy", "coverage", "outcomes"]),
    holds: z.boolean(),
    detail: z.string().describe("what was found, in words"),
  }),
);

const kinds = Object.keys(problemKinds) as ProblemKind[];

/** Each kind has one status, so the two go together; `title` is the kind in words. */
export const problemSchema = z
  .strictObject({
    type: z
      .enum(kinds.map(typeOf) as [ProblemType, ...ProblemType[]])
      .describe("the kind of error, as the address of its explanation"),
    title: z.string().describe("the kind of error in words"),
    status: z.literal([...new Set<ProblemStatus>(Object.values(problemKinds).map(({ status }) => status))]),
    detail: z.string().describe("how to correct this request"),
    code: z
      .enum(CONFLICT_CODES)
      .optional()
      .describe(
        "the reason of a conflict: the name is that of a folder or the version is the champion (taken), it has changed since (stale), a check of the gate fails (gate), there is nothing to change (idle), the second person is the first, or the proposal is not yours (self), the draft is at work or has no model (busy), there are too many drafts (full)",
      ),
    checks: checksSchema.optional().describe("the checks of the gate, where one fails"),
    errors: z.array(fieldErrorSchema).optional().describe("the invalid fields, at most 100"),
  })
  .describe("An error by RFC 9457: what is wrong with a request and how to correct it.")
  .register(answers, { id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;
