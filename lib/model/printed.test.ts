import fc from "fast-check";
import { expect, test } from "vitest";
import { agreesWithPrinted, readPrinted } from "./printed";

const agrees = (value: number, text: string) => agreesWithPrinted(value, readPrinted(text)!);

test("agreesWithPrinted(value, printed) compares in the digits that were printed", () => {
  expect(agrees(30779.507130758808, "30779.51")).toBe(true);
  expect(agrees(30779.507130758808, "30779.53")).toBe(false);
  expect(agrees(30779.507130758808, "[30779.5071308]")).toBe(true);
  expect(agrees(30779.507130758808, "3.0780e+04")).toBe(true);
  expect(agrees(30779.507130758808, "3.0781e+04")).toBe(false);
  expect(agrees(30779.507130758808, "30,780.")).toBe(true);
  expect(agrees(-0.125, "-0.13")).toBe(true);
  expect(agrees(30779.507130758808 * (1 + 5e-10), "30779.507130758808")).toBe(true);
  expect(agrees(30779.507130758808 * (1 + 2e-9), "30779.507130758808")).toBe(false);
});

test("readPrinted(text) takes what JavaScript prints and refuses what is no number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }), (value) => {
      expect(agrees(value, String(value))).toBe(true);
    }),
    { seed: 14 },
  );
  for (const text of ["", "-", ".", "abc", "1.2.3", "nan", "inf", "[]", "1e", "array(2)"]) {
    expect(readPrinted(text), text).toBeUndefined();
  }
});
