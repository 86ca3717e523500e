import type { Context } from "hono";
import { faultsOf } from "../../model/inputs/schema";
import { erase } from "../../store/erase";
import { withStore } from "../../store/store";
import { eraseSchema, type Erased } from "./outcomes/outcome-contract";
import { drainPredictionLog } from "../../service/prediction-log";
import { invalidInput, pointAt, refuse } from "../problem/problem";
import { readJson } from "../request/read-json";
import { readReceipt, timeOf } from "../../service/receipt";
import { answeringStoreFaults } from "../problem/refuse-store-faults";
import { signingKey } from "../../service/signing-key";

/** `POST /api/erase`: forget an estimate, by its receipt. */
export async function postErase(
  context: Context<object, "/api/erase", { in: { json: { receipt: string } }; out: object }>,
) {
  return answeringStoreFaults(context, async () => {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = eraseSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const rows = await eraseByReceipt(sent.data.receipt);
    if (rows === undefined) {
      const detail = "receipt must be one that came with an estimate of this service, whole and unchanged";
      return refuse(context, invalidInput([{ pointer: "#/receipt", detail }]));
    }
    const answer: Erased = { rows };
    return context.json(answer, 200);
  });
}

/** Forget an estimate and all that was said about it; nothing if the receipt is not genuine. */
export async function eraseByReceipt(token: string): Promise<number | undefined> {
  const receipt = readReceipt(await signingKey("receipts"), token);
  if (!receipt) return undefined;
  // What still waits to be written would come back.
  await drainPredictionLog();
  const { jti, model } = receipt;
  return withStore((store) => erase(store, { model, at: timeOf(receipt), id: jti }));
}
