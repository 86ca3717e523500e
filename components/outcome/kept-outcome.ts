import { estimatePath } from "@/components/query";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";
import { readReceipt, withInputs, withoutInputs } from "@/lib/service/receipt";
import type { KeyObject } from "node:crypto";
import { z } from "zod";

/** What became of an outcome that was sent. */
const states = ["stored", "known", "corrected", "opinion", "unlikely", "faulty", "away"] as const;
export type State = (typeof states)[number];

export interface KeptOutcome {
  state: State;
  receipt: string;
  /** As it was typed, where the person has to look at it again. */
  actual: string;
}

/**
 * The cookie that brings the answer to the form, and the receipt to correct it with, to the page of the result. The
 * address of that page is the same before and after: somebody who is sent it cannot change the outcome. The cookie is
 * sent to results of one model alone, and is read by the result that it is about.
 */
export const OUTCOME_COOKIE = {
  name: "glasshouse-outcome",
  seconds: 600,
  path: (model: string) => `/models/${model}/estimate`,
};

/** More characters of what was typed are not shown again. */
const LONGEST_ACTUAL = 40;

const keptSchema = z.tuple([z.enum(states), z.string(), z.string().max(LONGEST_ACTUAL)]);

/** The value of the cookie. The inputs are in the address of the page, and a cookie has no room for many. */
export function writeKeptOutcome({ state, receipt, actual }: KeptOutcome): string {
  const kept: z.infer<typeof keptSchema> = [state, withoutInputs(receipt), actual.slice(0, LONGEST_ACTUAL)];
  return Buffer.from(JSON.stringify(kept)).toString("base64url");
}

/**
 * What became of an outcome for the result of a page; nothing where the cookie is about another result.
 *
 * @param cookie its value
 * @param page the result: its model, the inputs of its address and the level of its range
 */
export function readKeptOutcome(
  cookie: string | undefined,
  key: KeyObject | undefined,
  { spec, inputs, level }: { spec: Pick<Spec, "id" | "inputs">; inputs: Inputs; level: number | undefined },
): KeptOutcome | undefined {
  if (!cookie || !key) return undefined;
  const kept = keptSchema.safeParse(parseJson(Buffer.from(cookie, "base64url").toString())).data;
  if (!kept) return undefined;
  const [state, shortened, actual] = kept;
  const receipt = withInputs(shortened, inputs);
  const read = readReceipt(key, receipt);
  if (read?.model !== spec.id) return undefined;
  const isOfPage = estimatePath(spec, inputs, read.interval?.level) === estimatePath(spec, inputs, level);
  return isOfPage ? { state, receipt, actual } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
