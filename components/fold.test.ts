import { expect, test } from "vitest";
import { fold } from "./fold";
import { fewCurvesInWords, fewGroupsInWords, othersInWords, smallestLeftOutInWords } from "./fold-words";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test("fold(items, weigh) folds nothing of up to twelve, and all but the weightiest of more, in their order", () => {
  expect(fold(numbers(12), (item) => item)).toEqual({ shown: numbers(12), others: [] });
  const { shown, others } = fold(numbers(13), (item) => -Math.abs(item - 5.6));
  expect(shown).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(others).toEqual([0, 1, 10, 11, 12]);
});

test("fold(items, weigh, few) keeps the first of equals", () => {
  expect(fold(numbers(70), () => 0, 3).shown).toEqual([0, 1, 2]);
});

test("what is folded is counted in words", () => {
  expect([1, 58, 1200].map((count) => othersInWords(count, "answer"))).toEqual([
    ...["The other answer", "The other 58 answers", "The other 1,200 answers"],
  ]);
  expect(fewCurvesInWords(6, 60)).toBe(
    "The charts show the 6 answers with the largest effect on this estimate; the table below has the other 60.",
  );
  expect([1, 2].map((count) => smallestLeftOutInWords(count))).toEqual([
    ...["1 smaller change is left out.", "2 smaller changes are left out."],
  ]);
  expect(fewGroupsInWords(24, 40, 248)).toContain("the table has 40 of them, and the API all.");
  expect(fewGroupsInWords(24, 30, 30)).toContain("the table has all.");
});

test("what is folded is counted in German, too", () => {
  expect([1, 58, 1200].map((count) => othersInWords(count, "answer", "de"))).toEqual([
    ...["Noch eine Angabe", "58 weitere Angaben", "1.200 weitere Angaben"],
  ]);
  expect(smallestLeftOutInWords(1, "de")).toBe("1 kleinere Änderung fehlt hier.");
  expect(fewCurvesInWords(6, 1, "de")).toContain("die 6 Angaben mit der größten Wirkung");
});
