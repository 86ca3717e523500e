import { expect, test } from "vitest";
import { parseSpec } from "./spec";
import { formulaInWords, termInWords } from "./term-words";
import { makeSpec } from "../testing/models";

const spec = parseSpec(
  makeSpec({
    inputs: [
      { name: "area", label: "Lot area", kind: "number" },
      { name: "rooms", label: "Rooms", kind: "number" },
      { name: "heating", label: "Heating", kind: "category", levels: ["oil", "gas"] },
    ],
    derived: [{ name: "share", label: "Area per room", formula: "area / rooms" }],
    terms: ["share", "log(area)", "heating"],
  }),
);

test("a formula is said in the labels of its names", () => {
  expect(formulaInWords(spec, "area / rooms")).toBe("lot area ÷ rooms");
  expect(formulaInWords(spec, "2 * rooms")).toBe("2 × rooms");
});

test("a product with levels is said as its parts, whatever a level holds", () => {
  const inputs = spec.inputs.map((input) => (input.kind === "category" ? { ...input, levels: ["oil", "a]:b"] } : input));
  expect(termInWords({ ...spec, inputs }, "heating[a]:b]:log(area)")).toBe("heating: a]:b × log(lot area)");
  expect(termInWords(spec, "area:heating[gas]")).toBe("lot area × heating: gas");
});

test("a term is said as its label, its formula, or its level", () => {
  expect(["(intercept)", "share", "log(area)", "heating[gas]"].map((term) => termInWords(spec, term))).toEqual([
    "intercept",
    "area per room",
    "log(lot area)",
    "heating: gas",
  ]);
});
