import { expect, test } from "vitest";
import { FUNCTION_NAMES, parseFormula } from "./parse";
import { FORMULA_REFERENCE } from "./reference";

test("FORMULA_REFERENCE has every function once, with an example that is a formula", () => {
  const named = FORMULA_REFERENCE.flatMap(({ write }) => /^(\w+)\(/.exec(write)?.[1] ?? []);
  expect(named.toSorted()).toEqual(FUNCTION_NAMES.toSorted());
  for (const { example } of FORMULA_REFERENCE) expect(parseFormula(example).names.length).toBeGreaterThan(0);
});
