import { expect, test } from "vitest";
import { hintAt } from "./hints";

const answers = [210, 340, 180, 420, 295];

test("hintAt(estimates, answers) names a scaler of the target, another unit, and inputs that were not scaled", () => {
  expect(
    hintAt(
      answers.map((answer) => (answer - 289) / 92),
      answers,
    ),
  ).toContain("the target was scaled");
  expect(
    hintAt(
      answers.map((answer) => answer / 1000),
      answers,
    ),
  ).toContain("1,000 times the estimates");
  expect(hintAt([9e6, 3e6, 8e6, 1e6, 2e6], answers)).toContain("the inputs were probably scaled");
  expect(
    hintAt(
      answers.map((answer) => answer + 50),
      answers,
    ),
  ).toContain("by the same amount everywhere");
});

test("hintAt(estimates, answers, locale) writes German numbers in German", () => {
  expect(
    hintAt(
      answers.map((answer) => answer / 1000),
      answers,
      "de",
    ),
  ).toBe(
    "die ausgegebenen Werte sind das 1.000-Fache der Schätzungen; die Zielgröße hat also wohl eine andere Einheit",
  );
});

test("hintAt(estimates, answers) says nothing where nothing fits", () => {
  expect(hintAt([215, 330, 185, 410, 300], answers)).toBeUndefined();
  expect(hintAt([5], [7])).toBeUndefined();
});
