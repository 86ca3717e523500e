import type { Input } from "@/lib/model/spec";
import { expect, test } from "vitest";
import { changeInWords, effectRangeInWords, inputsInWords, oneOf, valuesInWords } from "./change-words";

const area: Input = { name: "area", label: "Lot area", kind: "number", unit: "sq ft" };
const parking: Input = { name: "parking", label: "Garage places", kind: "integer" };
const basement: Input = { name: "basement", label: "Finished basement", kind: "boolean" };
const score: Input = { name: "score", label: "Test score", kind: "number" };

test("a plural label names one of its things, and another does not", () => {
  expect(["Bedrooms", "Stories", "Boxes", "Full bathrooms"].map(oneOf)).toEqual([
    "bedroom",
    "story",
    "box",
    "full bathroom",
  ]);
  expect(["Test score", "Glass", "Status", "Analysis"].map(oneOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a change says how much more, or what instead of what", () => {
  expect(changeInWords(parking, 1, 2)).toBe("One more garage place");
  expect(changeInWords(parking, 6, 5)).toBe("Garage places: 5 instead of 6");
  expect(changeInWords(area, 6000, 8000)).toBe("2,000 sq ft more lot area");
  expect(changeInWords(score, 9, 9.5)).toBe("Test score: 9.5 instead of 9");
  expect(changeInWords(basement, true, false)).toBe("Finished basement: no instead of yes");
});

test("values stand behind their labels in one line", () => {
  expect(
    valuesInWords(
      [area, basement],
      [
        { input: "area", value: 4300 },
        { input: "basement", value: false },
      ],
    ),
  ).toBe("lot area\u00a04,300\u00a0sq\u00a0ft, finished basement\u00a0no");
});

test("both ends of an interval carry their sign", () => {
  expect(effectRangeInWords("en", { low: -813, high: 4204 }, "CAD", 100)).toBe("−$800 to +$4,200");
});

test("effectRangeInWords(locale, range, unit, step) writes an end as 0 only where it is 0", () => {
  expect(effectRangeInWords("en", { low: 32, high: 2904 }, "CAD", 100)).toBe("+$30 to +$2,900");
  expect(effectRangeInWords("en", { low: -2904, high: -0.4 }, "CAD", 100)).toBe("−$2,900 to −$0.40");
  expect(effectRangeInWords("en", { low: 0, high: 2904 }, "CAD", 100)).toMatch(/^\+?\$0 to \+\$2,900$/);
});

test("inputsInWords(inputs, values) names every input with its value, in the order of the inputs", () => {
  const values = { basement: true, parking: 2, area: 4300 };
  expect(inputsInWords([area, parking, basement], values).replaceAll("\u00a0", " ")).toBe(
    "lot area 4,300 sq ft, garage places 2, finished basement yes",
  );
});

test("changes and values are in the language of the input", () => {
  const german = <Of extends Input>(input: Of): Of => ({ ...input, locale: "de" });
  expect(changeInWords(german(parking), 1, 2)).toBe("Garage places: +1");
  expect(changeInWords(german(area), 6000, 8000)).toBe("Lot area: +2.000 sq ft");
  expect(changeInWords(german(basement), true, false)).toBe("Finished basement: nein statt ja");
  expect(inputsInWords([german(area), german(basement)], { area: 4300, basement: true })).toBe(
    "Lot area:\u00a04.300\u00a0sq\u00a0ft, Finished basement:\u00a0ja",
  );
  expect(effectRangeInWords("de", { low: -813, high: 4204 }, "EUR", 100)).toBe("−800\u00a0€ bis +4.200\u00a0€");
});
