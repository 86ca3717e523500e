import { z } from "zod";
import type { Context } from "hono";
import { faultsOf } from "../../model/inputs/schema";
import { eraseEstimate } from "../../service/erase-estimate";
import { NOT_GENUINE } from "../../service/judge-outcome";
import { invalidInput, pointAt, refuse } from "../problem/problem";
import { readJson } from "../request/read-json";
import { answeringStoreFaults } from "../problem/refuse-store-faults";

export const eraseSchema = z.strictObject(
  { receipt: z.string({ error: "receipt is required" }).describe("of the estimate that is to be forgotten") },
  { error: "the body must be an object with receipt" },
);
export const erasedSchema = z
  .strictObject({ rows: z.int().nonnegative().describe("how many rows there were; 0 if it was forgotten before") })
  .describe("Nothing about the estimate is left.");
type Erased = z.infer<typeof erasedSchema>;

/** `POST /api/erase`: forget an estimate, by its receipt. */
export async function postErase(
  context: Context<object, "/api/erase", { in: { json: { receipt: string } }; out: object }>,
) {
  return answeringStoreFaults(context, async () => {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = eraseSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const rows = await eraseEstimate(sent.data.receipt);
    if (rows === undefined) return refuse(context, invalidInput(pointAt([NOT_GENUINE])));
    const answer: Erased = { rows };
    return context.json(answer, 200);
  });
}
