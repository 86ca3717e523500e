import { z } from "zod";
import { answers } from "../../openapi/names";
import { bodyErrorSchema } from "../../problem/schema";
import { MOST_ROWS } from "../../request/most-rows";
import { estimateSchema, refusalSchema } from "../predict/schema";

/** The body of a batch, for rows of any kind: of a model's inputs in the documentation, unread ones on arrival. */
export function batchSchema<Row extends z.ZodType>(row: Row) {
  return z.strictObject(
    {
      rows: z.array(row, { error: needsRows }).max(MOST_ROWS, {
        error: `rows must be at most ${MOST_ROWS.toLocaleString("en-US")} in one call; send the others in another`,
      }),
    },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? "is not a member of this body; the only one is rows"
          : "the body must be an object with rows",
    },
  );
}

function needsRows({ input }: { input?: unknown }): string {
  return input === undefined ? "rows is required" : "rows must be a list";
}

export const rowFaultSchema = z
  .strictObject({
    estimate: z.null(),
    errors: z.array(bodyErrorSchema).describe("the invalid fields of the row, at most 20"),
  })
  .describe("A row that is not valid; the other rows are not affected.")
  .register(answers, { id: "RowFault" });

export const batchAnswerSchema = z
  .strictObject({
    results: z
      .array(z.union([estimateSchema, refusalSchema, rowFaultSchema]))
      .describe("one result for each row, in the same order"),
  })
  .describe("The estimate or refusal for each row, or how to correct the row.")
  .register(answers, { id: "Batch" });
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;
export type RowAnswer = BatchAnswer["results"][number];
