import { expect, test } from "vitest";
import type { Evidence } from "@/lib/model/evidence";
import { modelIn } from "@/lib/model/translate";
import { publishedModel } from "@/lib/testing/models";
import { textOf } from "@/lib/testing/rendered";
import { createElement } from "react";
import { biasAtEnds } from "./error-sentences";
import { EstimatesAgainstTruth } from "./estimates-against-truth";
import { influenceInWords } from "./fit-sentences";
import {
  figuresInWords,
  problemsIntroduction,
  groupsInWords,
  problemsInWords,
  rowsLeftOut,
  tableInWords,
} from "./sentences";
import { leftOutInWords } from "./unknown-sentences";

const houses = await publishedModel("house-price");
const small = houses.evidence!;
const large: Evidence = { ...small, rows: 45_000, sampled: 20_000, measured: 19_999 };

test("sentences of the card are about all rows, or name the sample", () => {
  expect(rowsLeftOut(houses.spec, small)).toMatch(
    /^Each of the 546 training rows was left out in turn, and a model fitted to the others estimated its sale price\./,
  );
  expect(rowsLeftOut(houses.spec, large)).toMatch(
    /^Each of a sample of 19,999 of the 45,000 training rows was left out/,
  );
  expect(figuresInWords("en", large)).toContain(
    "was measured on a sample of 19,999 of the 45,000 training rows, each left",
  );
  expect(tableInWords("en", small, 546)).toBe(
    "The table has 546 rows. Outside these values, an estimate comes with a warning; far outside, there is no estimate.",
  );
  expect(tableInWords("en", large, 314)).toContain(
    "The table has 45,000 rows. Accuracy was measured on a sample of 20,000 rows. Charts of errors show a sample of 546 rows. Contributions are measured against a sample of 314 rows.",
  );
  expect(influenceInWords("en", 0.1, small)).toMatch(
    /^A mistake in these rows would change the model most\. The largest/,
  );
  expect(influenceInWords("en", 2, large)).toMatch(
    /^In a sample of 20,000 of the 45,000 training rows, a mistake in these/,
  );
});

test("rowsLeftOut(spec, evidence) says why rows could not be left out, where there are such rows", () => {
  const spec = houses.spec;
  const without = (rows: number, locale: "en" | "de" = "en") =>
    rowsLeftOut({ ...spec, locale }, { ...small, measured: small.sampled - rows });
  expect(without(0)).toMatch(/No row helps with its own estimate\.$/);
  expect(without(1)).toMatch(/^Each of 545 of the 546 training rows .* 1 more row could not be left out: it alone/);
  expect(without(3)).toMatch(/ 3 more rows could not be left out: each alone decides a coefficient, for example/);
  expect(without(3, "de")).toContain(" 3 weitere Zeilen lassen sich nicht auslassen: Jede bestimmt allein");
});

test("sentences of the card in German have German numbers, plurals and lists", () => {
  const { spec } = modelIn(houses, "de");
  expect(rowsLeftOut(spec, large)).toMatch(
    /^Gemessen an einer Stichprobe von 19\.999 der 45\.000 Trainingszeilen: Jede wurde/,
  );
  expect(tableInWords("de", large, 314)).toContain("Die Tabelle hat 45.000 Zeilen.");
  expect(influenceInWords("de", 0.1234, small)).toContain(
    "Der größte Einfluss einer Zeile (Cook-Distanz) ist 0,123 und liegt unter",
  );
  expect(
    groupsInWords("de", { name: "Etagen: 1", error: "10\u00a0%" }, { name: "Etagen: 4", error: "18\u00a0%" }, 5),
  ).toBe("Der Medianfehler liegt zwischen 10\u00a0% (Etagen: 1) und 18\u00a0% (Etagen: 4).");
  expect([0, 1, 2].map((count) => problemsInWords("de", true, count))).toEqual([
    "Kein Problem gefunden.",
    "1 Problem gefunden:",
    "2 Probleme gefunden:",
  ]);
  expect(problemsIntroduction("de", true, 3)).toBe("Dieses Modell hat 3 Probleme. Das wichtigste steht am Anfang.");
  const gaps = { ...small, rows: 1_500, leftOut: { rows: 1, missing: { area: 1, price: 1 } } };
  expect(leftOutInWords({ ...spec, target: { ...spec.target, label: "Preis" } }, gaps)).toMatch(
    /^1 von 1\.501 Zeilen ist ausgelassen, weil Werte fehlen: .+ \(1\), Preis \(1\)\.$/,
  );
});

test("groupsInWords(locale, best, worst, groups) gives the best and the worst group, where they differ", () => {
  const best = { name: "bedrooms 3", error: "10%" };
  const worst = { name: "estimate $22,800 to $56,800", error: "18%" };
  expect(groupsInWords("en", best, worst, 5)).toBe(
    "The median error is between 10% (bedrooms 3) and 18% (estimate $22,800 to $56,800).",
  );
  expect(groupsInWords("en", best, { ...worst, error: "10%" }, 5)).toBe("The median error is 10% in every group.");
  expect(groupsInWords("en", best, best, 1)).toContain("Other groups have too few rows to compare.");
});

test("biasAtEnds(locale, ends, write) gives a direction only where it is more than chance", () => {
  const end = { estimate: 100, actual: 110, above: 40, below: 20 };
  expect(biasAtEnds("en", { lowest: end, highest: { ...end, above: 20, below: 40 } }, String)).toBe(
    "The lowest estimates have a median of 100, and their actual values a median of 110: most actual values are above their estimate. The highest estimates have a median of 100, and their actual values a median of 110: most actual values are below their estimate.",
  );
  expect(biasAtEnds("en", { lowest: { ...end, below: 30 }, highest: end }, String)).toContain(
    "a median of 110: about as many actual values are above their estimate as below, within sampling error.",
  );
  expect(biasAtEnds("en", null, String)).toMatch(/^There are too few rows/);
  expect(biasAtEnds("de", { lowest: end, highest: end }, String)).toMatch(
    /^Die niedrigsten Schätzungen haben den Median 100, .* 110: Die meisten tatsächlichen Werte liegen über ihrer Schätzung\./,
  );
});

test("EstimatesAgainstTruth of house-price finds no regression to the mean at its ends", () => {
  const text = textOf(createElement(EstimatesAgainstTruth, { model: houses, evidence: small }));
  expect(text).toMatch(
    /The lowest estimates have a median of \$[\d,]+, and their actual values a median of \$[\d,]+: about as many/,
  );
  expect(text).not.toMatch(/most actual values are (above|below)/);
});
