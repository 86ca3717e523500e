import { z } from "zod";
import { answers } from "../../openapi/names";
import { bodyErrorSchema } from "../../problem/schema";
import { MOST_ROWS } from "../../request/most-rows";

const status = z
  .enum(["stored", "known", "corrected"])
  .describe("stored: new; known: the same report was stored before; corrected: it replaces the previous report");

export const outcomeAnswerSchema = z
  .strictObject({ status, model: z.string(), estimate: z.number().describe("the estimate of the receipt") })
  .describe("The report is stored durably.")
  .register(answers, { id: "Outcome" });
export type OutcomeAnswer = z.infer<typeof outcomeAnswerSchema>;

export const outcomeRowSchema = z.union([
  outcomeAnswerSchema,
  z
    .strictObject({ status: z.enum(["refused", "unlikely"]), errors: z.array(bodyErrorSchema) })
    .describe("Nothing of this row is stored. An unlikely value needs true in the column confirm."),
]);
export type OutcomeRow = z.infer<typeof outcomeRowSchema>;

export const outcomeTableSchema = z
  .strictObject({
    results: z.array(outcomeRowSchema).max(MOST_ROWS).describe("one result for each row, in the same order"),
  })
  .describe("The results of the rows of a table of outcomes.")
  .register(answers, { id: "OutcomeTable" });
export type OutcomeTable = z.infer<typeof outcomeTableSchema>;
