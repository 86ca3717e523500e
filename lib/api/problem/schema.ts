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
    errors: z.array(fieldErrorSchema).optional().describe("the invalid fields, at most 100"),
  })
  .describe("An error by RFC 9457: what is wrong with a request and how to correct it.")
  .register(answers, { id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;
