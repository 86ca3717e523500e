import { describe, expect, test } from "vitest";
import { answeredFixtures, importFixture, worstError } from "../testing/import-fixtures";
import { readFiles } from "./read-files";

/** Files with the rows and answers of the release that wrote them; see fixtures/make_early.py and the other scripts. */
const files = answeredFixtures("early", "steps", "results");

describe("readFiles(files) gives a description that answers as the release does that wrote the file", () => {
  test.each(files)("%s", (path, answered) => {
    expect(answered.answers.length).toBe(8);
    expect(worstError(readFiles([importFixture(path)]).description, answered)).toBeLessThan(1e-12);
  });
});
