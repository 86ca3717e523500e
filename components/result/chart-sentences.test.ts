import { expect, test } from "vitest";
import { largestInWords, sideInWords } from "./chart-sentences";

const raising = { label: "Stockwerke", value: "2", amount: "1.700 €" };
const lowering = { label: "Klimaanlage", value: "nein", amount: "3.700 €" };

test("largestInWords(locale, raising, lowering) names both in one German sentence that needs no article", () => {
  expect(largestInWords("de", raising, lowering)).toBe(
    "Am stärksten erhöht „Stockwerke: 2“ die Schätzung (+1.700 €), am stärksten senkt sie „Klimaanlage: nein“ (−3.700 €).",
  );
  expect(largestInWords("de", raising, null)).toBe("Am stärksten erhöht „Stockwerke: 2“ die Schätzung (+1.700 €).");
  expect(largestInWords("de", null, lowering)).toBe("Am stärksten senkt „Klimaanlage: nein“ die Schätzung (−3.700 €).");
});

test("sideInWords(locale, outcomes, estimate) says when all of 4 or more outcomes are on one side", () => {
  expect(sideInWords("en", [11, 12, 13, 14], 10)).toBe("All are higher than the estimate.");
  expect(sideInWords("en", [1, 2, 3, 4, 5], 10)).toBe("All are lower than the estimate.");
  expect(sideInWords("de", [11, 12, 13, 14], 10)).toBe("Alle sind höher als die Schätzung.");
  expect(sideInWords("en", [9, 12, 13, 14], 10)).toBe("");
  expect(sideInWords("en", [10, 12, 13, 14], 10)).toBe("");
  expect(sideInWords("en", [11, 12, 13], 10)).toBe("");
});
