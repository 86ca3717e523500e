import type { Spec } from "@/lib/model/spec";
import { expect, test } from "vitest";
import { rangeOrReason } from "./range-words";

const spec = { target: { name: "price", label: "Sale price", unit: "CAD", phrase: "houses sold for" } } as Pick<
  Spec,
  "target"
>;
const intervalReason = { code: "no_evidence", detail: "no rows came with it" } as const;
const interval = { level: 0.8, low: 68295.16, high: 112190.22, measured: null };

test("rangeOrReason(spec, estimated, step) says the range where there is one", () => {
  const range = "8 out of 10 houses sold for $68,300 to $112,200.";
  expect(rangeOrReason(spec, { interval, intervalReason: null, warnings: [] }, 100)).toBe(range);
  expect(rangeOrReason(spec, { interval, warnings: [] }, 100)).toBe(range);
});

test("rangeOrReason(spec, estimated, step) says outside the data what the range assumes", () => {
  expect(rangeOrReason(spec, { interval, warnings: [{}] }, 100)).toBe(
    "If the pattern continues, the range is $68,300 to $112,200. How often such a range contains the actual value is not known.",
  );
});

test("rangeOrReason(spec, estimated, step) says why there is no range", () => {
  const said = rangeOrReason(spec, { interval: null, intervalReason, warnings: [{}] }, 100);
  expect(said).toBe("There is no range: no rows came with it.");
});
