import { z } from "zod";
import { faultsOf } from "../../model/inputs/schema";
import { eraseEstimate } from "../../service/erase-estimate";
import { NOT_GENUINE } from "../../service/judge-outcome";
import { answers } from "../openapi/names";
import { invalidInput, pointAt } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { readJson } from "../request/read-json";
import { resource } from "../resource";
import { headersOf } from "../request/read-header";
import { actorOf } from "../middleware/authorize";
import { RECEIPT } from "./outcomes/example";

const eraseSchema = z.strictObject(
  { receipt: z.string({ error: "receipt is required" }).describe("the receipt of the estimate to erase") },
  { error: "the body must be an object with receipt" },
);
const erasedSchema = z
  .strictObject({
    rows: z.int().nonnegative().describe("the number of erased rows; 0 if the estimate was erased before"),
  })
  .describe("The estimate and all reports about it are erased.")
  .register(answers, { id: "Erased" });

/** `POST /api/erase`: forget an estimate, by its receipt. */
export const postErase = resource({
  method: "post",
  path: "/api/erase",
  auth: "admin",
  problems: ["no-store"],
  document: {
    id: "eraseEstimate",
    tag: "Outcomes",
    summary: "Erase an estimate",
    description: "Erases the row of the log and every report about the estimate. It takes a key whose scope is admin.",
    body: { name: "EraseRequest", schema: eraseSchema, examples: { receipt: { receipt: RECEIPT } } },
    answer: { schema: erasedSchema, description: "the estimate is erased", examples: { erased: { rows: 2 } } },
  },
  async handler(context) {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = eraseSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const rows = await eraseEstimate(sent.data.receipt, await actorOf(headersOf(context.req.raw)));
    if (rows === undefined) return refuse(context, invalidInput(pointAt([NOT_GENUINE])));
    const answer: z.infer<typeof erasedSchema> = { rows };
    return context.json(answer, 200);
  },
});
