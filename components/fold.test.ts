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
  expect(fewCurvesInWords(6, 60)).toContain("the six answers that move this estimate most; how far the other 60 go");
  expect(smallestLeftOutInWords(1)).toBe("1 smaller change is left out.");
  expect(fewGroupsInWords(24, 40, 248)).toContain("40 stand in the table, and the API has all");
  expect(fewGroupsInWords(24, 30, 30)).toContain("the table has all");
});
