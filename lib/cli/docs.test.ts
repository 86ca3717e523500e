import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const texts = ["README.md", ...readdirSync("docs").flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []))];
/** The calls of a text that make a folder of a model, with its id. */
const made = (text: string) => [...text.matchAll(/^(?:npm run|glasshouse) (?:import|new) .*--id (\S+)/gm)];

test("import --id in README and docs names a folder that a clone does not have", () => {
  const ids = texts.flatMap((path) => made(readFileSync(path, "utf8")).map(([, id]) => id!));
  expect(ids.length).toBeGreaterThan(1);
  expect(ids.filter((id) => existsSync(`model/${id}`))).toEqual([]);
});
