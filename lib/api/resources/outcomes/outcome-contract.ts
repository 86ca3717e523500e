import { z } from "zod";
import { opinions } from "../../../store/tables";
import { bodyErrorSchema, MOST_ROWS } from "../../contract";

/** What is said about an estimate: what came true, or how it looks to somebody who knows the case. */
const report = z.strictObject(
  {
    receipt: z
      .string({ error: "receipt is required: the one that came with the estimate" })
      .describe("as predict gave it"),
    actual: z.number({ error: "actual must be a number" }).optional().describe("what came true, in the target's unit"),
    opinion: z
      .enum(opinions, { error: `opinion must be ${opinions.join(", ")}` })
      .optional()
      .describe("what somebody who knows the case thinks of the estimate"),
    date: z.iso
      .date({ error: "date must be a day such as 2026-01-31" })
      .optional()
      .describe("the day on which it came true"),
    note: z
      .string({ error: "note must be text" })
      .max(1000, "note must be at most 1,000 characters")
      .optional()
      .describe("anything else, as the reason of an opinion"),
    confirm: z
      .boolean({ error: "confirm must be true or false" })
      .optional()
      .describe("that an unlikely value is right all the same"),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? "is not a member of this body; those are receipt, actual, opinion, date, note and confirm"
        : "the body must be an object with receipt and actual",
  },
);
export const outcomeReportSchema = report.superRefine(({ actual, opinion }, context) => {
  if ((actual === undefined) === (opinion === undefined)) {
    context.addIssue({ code: "custom", path: ["actual"], message: "the body must have either actual or opinion" });
  }
});
export type OutcomeReport = z.infer<typeof report>;

const status = z
  .enum(["stored", "known", "corrected"])
  .describe(
    "stored: new; known: said before in the same words; corrected: it holds in the place of what was said before",
  );

export const outcomeAnswerSchema = z
  .strictObject({ status, model: z.string(), estimate: z.number().describe("what the receipt says") })
  .describe("It is stored: whatever happens to this server, it is known.");
export type OutcomeAnswer = z.infer<typeof outcomeAnswerSchema>;

export const outcomeRowSchema = z.union([
  outcomeAnswerSchema,
  z
    .strictObject({ status: z.enum(["refused", "unlikely"]), errors: z.array(bodyErrorSchema) })
    .describe("Nothing of this row is stored. One that is unlikely is taken with true in the column confirm."),
]);
export type OutcomeRow = z.infer<typeof outcomeRowSchema>;

export const outcomeTableSchema = z
  .strictObject({ results: z.array(outcomeRowSchema).max(MOST_ROWS).describe("one for each row, in their order") })
  .describe("What became of each row of a table of outcomes.");
export type OutcomeTable = z.infer<typeof outcomeTableSchema>;

export const eraseSchema = z.strictObject(
  { receipt: z.string({ error: "receipt is required" }).describe("of the estimate that is to be forgotten") },
  { error: "the body must be an object with receipt" },
);
export const erasedSchema = z
  .strictObject({ rows: z.int().nonnegative().describe("how many rows there were; 0 if it was forgotten before") })
  .describe("Nothing about the estimate is left.");
export type Erased = z.infer<typeof erasedSchema>;
