import type { z } from "zod";
import { faultsOf } from "../../model/inputs/schema";
import { actorOf } from "../middleware/authorize";
import { invalidInput, pointAt } from "../problem/problem";
import type { Problem } from "../problem/schema";
import { headersOf } from "./read-header";
import { readJson } from "./read-json";

/**
 * The JSON body of a request by its schema, with who sends it.
 *
 * @param role whose page the request comes from, where that is not the owner's
 * @param limit in bytes, where it is not the usual one
 */
export async function readSent<Sent>(
  request: Request,
  schema: z.ZodType<Sent>,
  { role, limit }: { role?: Parameters<typeof actorOf>[1]; limit?: number } = {},
): Promise<{ sent: Sent; actor: string } | { problem: Problem }> {
  const body = await readJson(request, "application/json", limit);
  if ("problem" in body) return body;
  const sent = schema.safeParse(body.value);
  if (!sent.success) return { problem: invalidInput(pointAt(faultsOf(sent.error))) };
  return { sent: sent.data, actor: await actorOf(headersOf(request), role) };
}
