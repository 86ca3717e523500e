import { describe, expect, test } from "vitest";
import { parseSpec } from "../model/spec";
import { makeSpec } from "../testing/models";
import { compileDesign } from "./columns";
import { compileExplanation } from "./explain";

const inputs = [
  { name: "region", label: "Region", kind: "category", levels: ["n", "s", "e", "w"] },
  { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil", "wood"] },
  { name: "age", label: "Age", kind: "number" },
  { name: "size", label: "Size", kind: "number" },
  { name: "smoker", label: "Smoker", kind: "boolean" },
];
const terms = [
  "region",
  "age",
  "region : age",
  "heating * size / 2",
  "region : heating",
  "region : smoker : log(size)",
];
const coding = { pooled: { region: [0, 3, 4] }, dropped: ["region[other]:heating[wood]"] };
const wave = (at: number) => Math.sin(1.7 * at + 0.3);
const rowAt = (at: number) => Float64Array.of(at % 4, at % 3, 2 * wave(at), 1.5 + wave(at * at), (at >> 1) % 2);
const background = Array.from({ length: 9 }, (_, at) => rowAt(at * 5 + 1));

test("compileDesign(spec, coding) has a column for each product of groups, the first factor varying fastest", () => {
  const { names } = compileDesign(parseSpec(makeSpec({ inputs, terms })), coding);
  expect(names).toEqual([
    "(intercept)",
    "region[e]",
    "region[other]",
    "age",
    "region[e]:age",
    "region[other]:age",
    "heating[oil]:size / 2",
    "heating[wood]:size / 2",
    "region[e]:heating[oil]",
    "region[other]:heating[oil]",
    "region[e]:heating[wood]",
    "region[e]:smoker:log(size)",
    "region[other]:smoker:log(size)",
  ]);
});

describe.each([
  ["identity", true, (eta: number) => eta],
  ["identity", false, (eta: number) => eta],
  ["log", true, Math.exp],
])("contributions for target transform %s with interactions, intercept %s", (transform, intercept, link) => {
  test("equal Shapley's definition over every coalition, and sum to estimate − baseline", () => {
    const spec = parseSpec(makeSpec({ target: { name: "y", label: "Y", transform }, inputs, terms, intercept }));
    const design = compileDesign(spec, coding);
    const coefficients = Float64Array.from(design.names, (_, at) => 0.5 * wave(3 * at + 1));
    const row = new Float64Array(design.names.length);
    const f = (encoded: Float64Array) => {
      design.writeRow(encoded, row);
      return link(row.reduce((sum, value, at) => sum + value * coefficients[at]!, 0));
    };
    const { baseline, contributions } = compileExplanation(spec, background, coefficients, coding);
    for (let at = 0; at < 12; at++) {
      const x = rowAt(at);
      const worth = Array.from({ length: 32 }, (_, known) => {
        const mixed = background.map((each) =>
          f(each.map((value, index) => (known & (1 << index) ? x[index]! : value))),
        );
        return mixed.reduce((sum, value) => sum + value / background.length, 0);
      });
      const sizes = worth.map((_, known) => [...known.toString(2)].filter((bit) => bit === "1").length);
      const chances = [1 / 5, 1 / 20, 1 / 30, 1 / 20, 1 / 5];
      const shapley = inputs.map((_, player) =>
        worth.reduce((sum, value, known) => {
          if (known & (1 << player)) return sum;
          return sum + chances[sizes[known]!]! * (worth[known | (1 << player)]! - value);
        }, 0),
      );
      const amounts = contributions(x);
      shapley.forEach((value, index) => expect(amounts[index]).toBeCloseTo(value, 10));
      expect(baseline).toBeCloseTo(worth[0]!, 10);
      expect(baseline + amounts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(f(x), 10);
    }
  });
});
