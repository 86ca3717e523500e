import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt, importFixtures, refusalOf, textFile, worstError } from "../../testing/import-fixtures";
import { compileDescription } from "../estimator/evaluate";
import { readFiles } from "../read-files";

const { fixture, models } = importFixtures("pmml");
const describeFixture = (name: string) => readFiles([fixture(name)]).description;

describe("readFiles(files) gives of a model in PMML a description that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const description = describeFixture(name);
    expect(worstError(description, models[name]!)).toBeLessThan(1e-12);
    expect(description.writer).toMatch(/^in PMML, written by (SkLearn2PMML package|Nyoka) \d/);
  });
});
