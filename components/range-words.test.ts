import type { Spec } from "@/lib/model/spec";
import { expect, test } from "vitest";
import { noRangeInWords, rangeOrReason } from "./range-words";

const spec = { target: { name: "price", label: "Sale price", unit: "CAD" } } as Pick<Spec, "target">;
const intervalReason = { code: "no_evidence", detail: "no rows came with it" } as const;

test("rangeOrReason(spec, estimated, step) says the range where there is one", () => {
  const interval = { level: 0.8, low: 68295.16, high: 112190.22, measured: null };
  const range = "The true sale price is between $68,300 and $112,200 eight times out of ten.";
  expect(rangeOrReason(spec, { interval, intervalReason: null }, 100)).toBe(range);
  expect(rangeOrReason(spec, { interval }, 100)).toBe(range);
});

test("rangeOrReason(spec, estimated, step) says why there is no range", () => {
  expect(rangeOrReason(spec, { interval: null, intervalReason }, 100)).toBe("There is no range: no rows came with it.");
  expect(noRangeInWords(undefined)).toBe("There is no range.");
});
