import { expect, test } from "vitest";
import { listInWords } from "./format";

test("listInWords(items) puts commas between items, and a word before the last one", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listInWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});
