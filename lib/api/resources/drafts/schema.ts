import { z } from "zod";
import { draftStatuses } from "../../../store/tables";
import { answers } from "../../openapi/names";
import { publishSchema } from "../versions/schema";

const time = z.iso.datetime();
const count = z.int().nonnegative();

/** What is said along with a file: what it cannot know. */
const optionsShape = {
  id: z.string().describe("the model's name in addresses"),
  target: z.string().describe("the column to estimate; of a model file, how its target is called"),
  names: z
    .array(z.string())
    .optional()
    .describe("the inputs of a model file in their order, where the file names none"),
  positive: z.boolean().optional().describe("whether the target of a model file is always above 0"),
  oneHot: z.array(z.string()).optional().describe("columns of 0 and 1 that are one category, as location=4-243"),
};
export const optionsSchema = z.strictObject(optionsShape);
export type DraftOptions = z.infer<typeof optionsSchema>;

/** `PATCH /api/drafts/{id}`: what changes, and the revision that the change rests on. */
export const changeSchema = z.strictObject(
  {
    expected: z
      .int({ error: "expected must be a revision" })
      .optional()
      .describe("the revision that the change rests on; where there is a later one, nothing changes"),
    spec: z
      .looseObject({}, { error: "spec must be an object" })
      .optional()
      .describe("changes of the description, as a JSON merge patch (RFC 7396): null takes a member away"),
    options: z.strictObject(optionsShape).partial().optional().describe("changes of these guess the description anew"),
  },
  { error: "the body must be an object with spec or options" },
);
export type DraftChange = z.infer<typeof changeSchema>;

/** `POST /api/drafts/{id}/publish`: how a draft becomes a version. */
export const publishDraftSchema = z.strictObject(
  {
    ...publishSchema.pick({ note: true, alias: true, override: true }).shape,
    expected: z
      .int({ error: "expected must be a revision" })
      .optional()
      .describe("the revision of the draft that was looked at; where there is a later one, nothing is published"),
  },
  { error: "the body must be an object with alias" },
);

const columnSchema = z.strictObject({
  name: z.string().describe("as the table has it"),
  input: z.string().nullable().describe("the input that it is; null where it is none"),
  reason: z.string().nullable().describe("why it is none"),
  offered: z
    .strictObject({ input: z.looseObject({}), terms: z.array(z.unknown()) })
    .nullable()
    .describe("what to add to inputs and terms to take it in; null where it is one, or cannot be one"),
});

export const draftSchema = z
  .strictObject({
    id: z.string(),
    status: z.enum(draftStatuses),
    progress: z.number().min(0).max(1).nullable().describe("how far reading or training is"),
    fault: z
      .strictObject({
        pointer: z.string().nullable().describe("the member of the description or of options at fault"),
        detail: z.string(),
      })
      .nullable()
      .describe("why it has failed"),
    revision: z.int().describe("grows with every change"),
    owner: z.string().describe("who made it"),
    madeAt: time,
    changedAt: time,
    file: z.strictObject({ name: z.string(), kind: z.enum(["table", "model"]), size: count.describe("in bytes") }),
    options: optionsSchema,
    spec: z.looseObject({}).nullable().describe("the description, as model.json has it; null until the file is read"),
    guesses: z
      .strictObject({
        rows: count.nullable().describe("of the table; null for a model file"),
        columns: z.array(columnSchema),
        notes: z.array(z.string()).describe("guesses to look at, a sentence each"),
        decisions: z.array(z.string()).describe("what only a person can decide, a sentence each"),
      })
      .nullable(),
    preview: z
      .strictObject({ header: z.array(z.string()), rows: z.array(z.array(z.string())) })
      .nullable()
      .describe("the first rows of the table, as it has them"),
    base: z
      .strictObject({ model: z.string(), version: z.string(), outcomes: count })
      .nullable()
      .describe("the version that is trained again, and the reported outcomes that were added to its rows"),
    model: z
      .strictObject({
        version: z.string(),
        revision: z.string(),
        summary: z.string().describe("how accurate it is, in words"),
        findings: z.array(z.string()).describe("what is wrong with it, a sentence each"),
      })
      .nullable()
      .describe("what training made; null until it is ready"),
  })
  .describe("A model that is being made.")
  .register(answers, { id: "Draft" });
export type DraftAnswer = z.infer<typeof draftSchema>;

export const draftListSchema = z
  .strictObject({ drafts: z.array(draftSchema.omit({ spec: true, guesses: true, preview: true })) })
  .describe("The drafts, the last changed first.")
  .register(answers, { id: "DraftList" });
export type DraftList = z.infer<typeof draftListSchema>;
