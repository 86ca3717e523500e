import type { Problem } from "../problem/schema";
import { invalidInput, noSimulation } from "../problem/problem";
import { settings } from "../../service/settings";
import type { ReadHeader } from "./read-header";

const HEADER = "X-Simulated-Time";

/**
 * When a call is to have been made: now, unless a simulation says otherwise. That takes `SIMULATION=1`, which a server
 * with real outcomes never sets; a header that is not honoured is refused, since its rows would count for today.
 *
 * @returns milliseconds since 1970
 */
export function readTime(header: ReadHeader): { at: number } | { problem: Problem } {
  const sent = header(HEADER.toLowerCase());
  const now = Date.now();
  if (sent === undefined) return { at: now };
  if (!settings().SIMULATION) return { problem: noSimulation() };
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(sent) ? Date.parse(sent) : NaN;
  if (at <= now) return { at };
  return { problem: invalidInput([{ parameter: HEADER, detail: `${HEADER} must be a time in UTC that is past` }]) };
}
