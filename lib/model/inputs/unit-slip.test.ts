import { describe, expect, test } from "vitest";
import type { Input } from "../spec";
import { askForUnit } from "./unit-slip";

const area = { name: "area", label: "Lot area", kind: "number", unit: "sq ft" } as Input;
const usual = { min: 1650, max: 16_200 };

describe("askForUnit(input, value, usual)", () => {
  test.each([
    [area, 557, usual, "did you mean 557 m², which is 5,995 sq ft?"],
    [{ ...area, unit: "m²" }, 5996, { min: 150, max: 1500 }, "did you mean 5,996 sq ft, which is 557 m²?"],
    [{ ...area, unit: "lbs" }, 70, { min: 90, max: 300 }, "did you mean 70 kg, which is 154.3 lbs?"],
    [{ ...area, unit: "km" }, 62, { min: 90, max: 300 }, "did you mean 62 mi, which is 99.78 km?"],
    [{ ...area, unit: "CC" }, 1.2, { min: 600, max: 5000, seen: true }, "did you mean 1.2 thousand CC, which is 1,200 CC?"],
  ])("of %j and %d asks for the unit that brings it into the range", (input, value, range, question) => {
    expect(askForUnit(input as Input, value, range)).toBe(question);
  });

  test.each([
    [{ ...area, unit: "Quadratfuß" }, 557, usual, "meinten Sie 557 m², also 5.995 Quadratfuß?"],
    [{ ...area, unit: "m²" }, 5996, { min: 150, max: 1500 }, "meinten Sie 5.996 Quadratfuß, also 557 m²?"],
    [{ ...area, unit: "PS" }, 1.2, { min: 600, max: 5000, seen: true }, "meinten Sie 1,2 Tausend PS, also 1.200 PS?"],
  ])("asks of %j and %d in the language of the input", (input, value, range, question) => {
    expect(askForUnit({ ...input, locale: "de" } as Input, value, range)).toBe(question);
  });

  test.each([
    ["within the range", area, 6000],
    ["just outside of it", area, 1600],
    ["that no unit explains", area, 40],
    ["of an input without a unit", { ...area, unit: undefined }, 557],
    ["that only thousands would bring within its bounds", area, 6],
    ["that is no number", area, "557"],
    ["of 0", area, 0],
  ])("asks nothing for a value %s", (_, input, value) => {
    expect(askForUnit(input as Input, value, usual)).toBeUndefined();
  });
});
