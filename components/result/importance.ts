import type { Contribution } from "@/lib/model/answer/predict";

/** How far each input moves an estimate from the average; 0 for all where that is not known, so that their order decides. */
export function importanceOf(contributions: readonly Contribution[] | null): (input: { name: string }) => number {
  const amounts = new Map(contributions?.map(({ input, amount }) => [input, Math.abs(amount)]));
  return ({ name }) => amounts.get(name) ?? 0;
}
