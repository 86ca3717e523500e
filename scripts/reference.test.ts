import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HOLDERS } from "../lib/import/estimator/regressor";
import { REGRESSORS } from "../lib/import/estimator/regressors";
import { TRANSFORMERS } from "../lib/import/estimator/transformers";
import { READ_CLASSES } from "../lib/import/pickle/names";
import { describeKey, specJsonSchema, type SchemaNode } from "../lib/model/spec-reference";
import { referenceFiles } from "./reference";

test("referenceFiles() gives what is committed; `npm run reference` writes them anew", async () => {
  for (const [path, text] of Object.entries(await referenceFiles()))
    expect(readFileSync(path, "utf8"), path).toBe(text);
});

test("importReference() lists every class that a file may hold to be read, and no other", () => {
  const listed = [REGRESSORS, HOLDERS, TRANSFORMERS].flatMap((table) => Object.keys(table));
  expect(listed.sort()).toEqual(Object.values(READ_CLASSES).flat().sort());
});

test("specJsonSchema() says of every key what it is for, and gives an example of each that holds no object", () => {
  const walk = (node: SchemaNode, path: string): void => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const at = `${path}.${key}`;
      const inner = [value.items ?? value].flatMap((item) => item.oneOf ?? item.anyOf ?? [item]);
      const isObject = inner.some(({ properties }) => properties !== undefined);
      if (value.const === undefined) {
        expect(value.description, at).toMatch(/\.$/);
        if (!isObject) expect(value.examples ?? value.default, at).toBeDefined();
      }
      inner.forEach((each) => walk(each, at));
    }
  };
  walk(specJsonSchema(), "");
});

test("describeKey(path) finds a key inside lists and alternatives, and nothing for one that is not there", () => {
  expect(describeKey(["card", "limits"])).toBe("Sentences on what the model should not be used for.");
  expect(describeKey(["inputs", 0, "levels"])).toBe("The levels, as the table writes them.");
  expect(describeKey(["translations", "de", "inputs", "area", "label"])).toBe("The label of the input.");
  expect(describeKey(["inputs", 0, "__proto__"])).toBeUndefined();
});
