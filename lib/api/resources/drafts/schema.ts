import { z } from "zod";
import { LOCALES } from "../../../language/locale";
import { needsOneOf } from "../../../service/one-of";
import { draftStatuses } from "../../../store/tables";
import { answers } from "../../openapi/names";
import { publishSchema } from "../versions/schema";

const time = z.iso.datetime();
const count = z.int().nonnegative();

/** What is said along with a file: what it cannot know. */
const optionsShape = {
  id: z.string().describe("the id of the model in addresses"),
  target: z.string().describe("the column to estimate; for a model file, the name of its target"),
  language: z
    .enum(LOCALES, { error: `language ${needsOneOf(LOCALES)}` })
    .optional()
    .describe("the language of the description and of the notes on the guesses; English if it is left out"),
  names: z.array(z.string()).optional().describe("the inputs of a model file in order, where the file has no names"),
  positive: z.boolean().optional().describe("whether the target of a model file is always above 0"),
  oneHot: z.array(z.string()).optional().describe("columns of 0 and 1 that form one category, such as location=4-243"),
};
export const optionsSchema = z.strictObject(optionsShape);
export type DraftOptions = z.infer<typeof optionsSchema>;

/** `PATCH /api/drafts/{id}`: what changes, and the revision that the change rests on. */
export const changeSchema = z.strictObject(
  {
    expected: z
      .int({ error: "expected must be a revision" })
      .optional()
      .describe("the revision that the change applies to; with a later revision, nothing changes"),
    spec: z
      .looseObject({}, { error: "spec must be an object" })
      .optional()
      .describe("changes of the description, as a JSON merge patch (RFC 7396): null removes a member"),
    options: z
      .strictObject(optionsShape)
      .partial()
      .optional()
      .describe("options for guessing the description; a change starts a new guess"),
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
      .describe("the revision of the draft to publish; with a later revision, nothing is published"),
  },
  { error: "the body must be an object with alias" },
);

const columnSchema = z.strictObject({
  name: z.string().describe("the name of the column in the table"),
  input: z.string().nullable().describe("the input made from the column; null where there is none"),
  reason: z.string().nullable().describe("why the column is not an input"),
  offered: z
    .strictObject({ input: z.looseObject({}), terms: z.array(z.unknown()) })
    .nullable()
    .describe(
      "the entries to add to inputs and terms to include the column; null where it is an input already or cannot be one",
    ),
});

export const draftSchema = z
  .strictObject({
    id: z.string(),
    status: z.enum(draftStatuses),
    progress: z.number().min(0).max(1).nullable().describe("the progress of reading or training"),
    fault: z
      .strictObject({
        pointer: z.string().nullable().describe("the invalid member of the description or of options"),
        detail: z.string(),
        language: z.enum(LOCALES).optional().describe("the language of detail; English if it is left out"),
      })
      .nullable()
      .describe("why the draft failed"),
    revision: z.int().describe("increases with every change"),
    owner: z.string().describe("who created the draft"),
    madeAt: time,
    changedAt: time,
    file: z.strictObject({
      name: z.string(),
      kind: z.enum(["table", "model"]),
      size: count.describe("the size in bytes"),
    }),
    options: optionsSchema,
    spec: z
      .looseObject({})
      .nullable()
      .describe("the description in the format of model.json; null until the file is read"),
    guesses: z
      .strictObject({
        rows: count.nullable().describe("the columns of the table; null for a model file"),
        columns: z.array(columnSchema),
        notes: z.array(z.string()).describe("guesses to check, one sentence each"),
        decisions: z.array(z.string()).describe("open questions for a person, one sentence each"),
      })
      .nullable(),
    preview: z
      .strictObject({ header: z.array(z.string()), rows: z.array(z.array(z.string())) })
      .nullable()
      .describe("the first rows of the table, unchanged"),
    base: z
      .strictObject({ model: z.string(), version: z.string(), outcomes: count })
      .nullable()
      .describe("the version that is retrained, and the number of reported outcomes added to its training rows"),
    model: z
      .strictObject({
        version: z.string(),
        revision: z.string(),
        summary: z.string().describe("the accuracy as a sentence"),
        findings: z.array(z.string()).describe("the problems of the model, one sentence each"),
      })
      .nullable()
      .describe("the result of training; null until the draft is ready"),
  })
  .describe("A draft of a model.")
  .register(answers, { id: "Draft" });
export type DraftAnswer = z.infer<typeof draftSchema>;

export const draftListSchema = z
  .strictObject({ drafts: z.array(draftSchema.omit({ spec: true, guesses: true, preview: true })) })
  .describe("The drafts, the last changed first.")
  .register(answers, { id: "DraftList" });
export type DraftList = z.infer<typeof draftListSchema>;
