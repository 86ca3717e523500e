import { formatQuantity } from "../model/format";

/** Below one in a thousand the exact figure tells a reader nothing more: "0.016", "< 0.001". */
export function writeProbability(p: number): string {
  return p < 0.001 ? "< 0.001" : formatQuantity(p, undefined, 0.001);
}

/** "p = 0.016", "p < 0.001". */
export function probabilityInWords(p: number): string {
  return `p ${p < 0.001 ? "" : "= "}${writeProbability(p)}`;
}
