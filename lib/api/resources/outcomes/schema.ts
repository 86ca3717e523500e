import { z } from "zod";
import { answers } from "../../openapi/names";
import { bodyErrorSchema } from "../../problem/schema";
import { MOST_ROWS } from "../../request/most-rows";

const status = z
  .enum(["stored", "known", "corrected"])
  .describe("stored: new; known: the same report was stored before; corrected: it replaces the report before");

export const outcomeAnswerSchema = z
  .strictObject({ status, model: z.string(), estimate: z.number().describe("what the receipt says") })
  .describe("It is stored, and no failure of this server loses it.")
  .register(answers, { id: "Outcome" });
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
  .describe("What became of each row of a table of outcomes.")
  .register(answers, { id: "OutcomeTable" });
export type OutcomeTable = z.infer<typeof outcomeTableSchema>;
