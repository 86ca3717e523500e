import { expect, test } from "vitest";
import { findLevels } from "./find-levels";

const levels = ["Whitefield", "Old Airport Road", "1st Phase JP Nagar", "Köln", "JP Nagar", "Airport View"];

test("findLevels(levels, text) has what begins with the text first, whatever the case and the accents", () => {
  expect(findLevels(levels, "airport")).toEqual(["Airport View", "Old Airport Road"]);
  expect(findLevels(levels, "jp n")).toEqual(["JP Nagar", "1st Phase JP Nagar"]);
  expect(findLevels(levels, "KOLN")).toEqual(["Köln"]);
  expect(findLevels(levels, "field")).toEqual(["Whitefield"]);
  expect(findLevels(levels, "nowhere")).toEqual([]);
  expect(findLevels(levels, " ")).toEqual(levels);
});
