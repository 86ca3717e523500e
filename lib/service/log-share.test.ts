import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LogShare } from "./log-share";

/** The chances of so many predictions in each of some seconds. */
function shares(counts: number[]): number[][] {
  const share = new LogShare();
  return counts.map((count, second) =>
    Array.from({ length: count }, (_, index) => share.next(1_000 * second + (1_000 * index) / count)),
  );
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("the share of predictions that is logged", () => {
  it("is all of them up to a thousand a second", () => {
    for (const second of shares([1_000, 0, 400, 1_000])) expect(second.every((share) => share === 1)).toBe(true);
  });

  it("comes to a thousand a second where there are always as many as in the second before", () => {
    const [, ...steady] = shares([8_000, 8_000, 8_000]);
    for (const second of steady) expect(second.every((share) => share === 1 / 8)).toBe(true);
  });

  it("comes to less than two thousand in any second, however sudden the crowd", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 4 }), (counts) => {
        for (const second of shares(counts)) expect(sum(second)).toBeLessThan(2_000);
      }),
      { numRuns: 30 },
    );
  });

  it("is never nothing, so that a sample with its weights stands for all", () => {
    for (const share of shares([50_000]).flat()) expect(share).toBeGreaterThan(0);
  });
});
