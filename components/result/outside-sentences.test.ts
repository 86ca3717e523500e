import type { Spec } from "@/lib/model/spec";
import { expect, test } from "vitest";
import { confidenceInWords, deviationInWords, edgeInWords, outsideInWords } from "./sentences";
import { noRangeInWords, patternInWords } from "./range-sentences";

const target: Spec["target"] = {
  name: "price",
  label: "Sale price",
  unit: "CAD",
  positive: true,
  transform: "identity",
  tolerance: { relative: 0.1 },
  ratioStudy: false,
};
const spec = { target: { ...target, phrase: "houses like this sold for" } };
const interval = { level: 0.8, low: 68295.16, high: 112190.22, measured: null };
const cut = { level: 0.8, low: 0, high: 43745, measured: null };
const plain = (text: string) => text.replace(/\u00a0/g, " ");

test("patternInWords(spec, interval, step) names the range if the pattern continues, and claims no share", () => {
  const unknown = "How often such a range contains the actual value is not known.";
  expect(patternInWords(spec, interval, 100)).toBe(
    `If the pattern continues, the range is $68,300 to $112,200. ${unknown}`,
  );
  expect(patternInWords(spec, cut, 100)).toBe(`If the pattern continues, the range is less than $43,700. ${unknown}`);
  expect(plain(patternInWords({ target, locale: "de" }, interval, 100))).toBe(
    "Wenn sich das Muster fortsetzt, ist der Bereich 68.300 CA$ bis 112.200 CA$. Wie oft ein solcher Bereich den tatsächlichen Wert enthält, ist nicht bekannt.",
  );
});

test("noRangeInWords(locale, reason) gives the reason where there is one", () => {
  expect(noRangeInWords("en", { code: "no_evidence", detail: "no rows" })).toBe("There is no range: no rows.");
  expect(noRangeInWords("en", undefined)).toBe("There is no range.");
});

test("confidenceInWords(spec, confidence) has the article that fits the number", () => {
  const chance = (probability: number) =>
    plain(confidenceInWords(spec, { within: 0.1, relative: true, probability })).slice(0, 19);
  expect([0.41, 0.08, 0.11, 0.18, 0.85, 0.1].map(chance)).toEqual([
    "There is a 41% chan",
    "There is an 8% chan",
    "There is an 11% cha",
    "There is an 18% cha",
    "There is an 85% cha",
    "There is a 10% chan",
  ]);
});

test("confidenceInWords(spec, confidence) says an amount in the target's unit", () => {
  const confidence = { within: 200, relative: false, probability: 0.4 };
  expect(plain(confidenceInWords(spec, confidence))).toBe(
    "There is a 40% chance that the estimate is within $200 of the actual sale price.",
  );
});

test("deviationInWords(locale, fsd) keeps two digits", () => {
  expect(deviationInWords("en", 0.18842)).toBe(
    "In about 2 of 3 cases, the actual value differs from the estimate by at most about 19% (forecast standard deviation, FSD).",
  );
  expect(deviationInWords("en", 0.0452)).toBe(
    "In about 2 of 3 cases, the actual value differs from the estimate by at most about 4.5% (forecast standard deviation, FSD).",
  );
  expect(deviationInWords("en", 1.264)).toBe(
    "In about 2 of 3 cases, the actual value differs from the estimate by at most about 130% (forecast standard deviation, FSD).",
  );
});

test("outsideInWords(spec, hasRange) says how the model goes on beyond the data", () => {
  const inputs: Spec["inputs"] = [{ name: "area", label: "Lot area", kind: "number" }];
  const outside = (changes: Partial<Spec>, hasRange = true) =>
    outsideInWords({ ...spec, inputs, terms: ["area"], ...changes }, hasRange);
  expect(outside({})).toBe(
    "This is outside the data. The model extends a straight line; the actual sale price may be far outside the range below.",
  );
  expect(outside({}, false)).toContain("the actual sale price may be far from the estimate below.");
  for (const bent of [{ terms: ["log(area)"] }, { terms: [] }, { target: { ...target, transform: "log" as const } }]) {
    expect(outside(bent)).toContain("The model extends its pattern;");
  }
  expect(outside({ locale: "de" })).toBe(
    "Das liegt außerhalb der Daten. Das Modell verlängert eine Gerade; der tatsächliche Wert kann weit außerhalb des folgenden Bereichs liegen.",
  );
});

test("edgeInWords(locale, data, values, estimates) says how much of the estimate is an assumption", () => {
  const estimates = { estimate: "$136,600", difference: "$17,300" };
  expect(edgeInWords("en", "training data", "lot area 16,200 sq ft", estimates)).toBe(
    "With lot area 16,200 sq ft, where the training data ends, the estimate is $136,600. The difference of $17,300 assumes that the pattern continues.",
  );
});
