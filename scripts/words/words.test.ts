import { expect, test } from "vitest";
import { findIn } from "./find";
import { isForPeople, proseOf, textsOf } from "./texts";

const kinds = (path: string, source: string) =>
  textsOf(path, source)
    .flatMap(findIn)
    .map(({ kind, text }) => `${kind}: ${text}`);

test("textsOf(path, source) gives the texts of a catalogue their language, those with a gap too", () => {
  const source =
    "const W = catalogue({ en: { rows: (n: number) => `${n} rows` }, de: { rows: (n) => `${n} Zeilen` } });";
  expect(textsOf("components/a/words.ts", source).map(({ language, text }) => [language, text])).toEqual([
    ["en", "… rows"],
    ["de", "… Zeilen"],
  ]);
});

test.each([
  ["between tags", "const a = <p>Choose a file</p>;"],
  ["in an attribute", 'const a = <input placeholder="Search" />;'],
  ["in an expression between tags", 'const a = <p>{busy ? "Starting" : null}</p>;'],
  ["as a sentence elsewhere", 'const message = "The file is empty.";'],
  ["with a gap", "const title = `Compare ${a} with ${b}`;"],
])("findIn(text) reports a text of a page outside of a catalogue, %s", (_, source) => {
  expect(kinds("components/a.tsx", source)).toEqual([expect.stringMatching(/^outside: /)]);
});

test.each([
  'import { a } from "@/some where/else";',
  'const a = <div className="flex items-center gap-2" aria-labelledby="a b" />;',
  'if (kind === "some other thing") stop();',
  'const classes = "grid gap-x-4 sm:grid-cols-2";',
  "const path = `/models/${id}/estimate`;",
  'const a = catalogue({ en: { open: "Open the file" }, de: { open: "Datei öffnen" } });',
])("findIn(text) reports nothing where no text of a page is outside of a catalogue: %s", (source) => {
  expect(kinds("components/a.tsx", source)).toEqual([]);
});

test.each([
  ["It covers the value eight times out of ten.", "phrase"],
  ["The model has learned from 546 sales.", "name"],
  [Array(31).fill("word").join(" "), "long"],
])("findIn(text) reports %s", (text, kind) => {
  expect(findIn({ path: "docs/a.md", line: 1, text, language: "en", as: "value" }).map((found) => found.kind)).toEqual([
    kind,
  ]);
});

test("findIn(text) holds German to the length of sentences alone", () => {
  const about = { path: "components/a/words.ts", line: 1, language: "de", as: "value" } as const;
  expect(findIn({ ...about, text: "Die API docs asked nobody." })).toEqual([]);
  expect(findIn({ ...about, text: Array(31).fill("Wort").join(" ") })).toHaveLength(1);
});

test("proseOf(path, markdown) leaves out code and addresses, and takes each cell by itself", () => {
  const markdown =
    "# Title\n\n```sh\nnpm run what it is asked\n```\n\n| `npm run x` | does [this](docs/that.md) |\n| --- | --- |";
  expect(proseOf("a.md", markdown).map(({ line, text }) => [line, text])).toEqual(
    [
      [1, "Title"],
      [7, "npm run x".replace(/.*/, "X")],
      [7, "does this"],
    ].filter(([, text]) => text !== "X"),
  );
});

test("isForPeople(text) takes one word between tags for a text, and elsewhere only what reads like a sentence", () => {
  expect(isForPeople({ text: "Models", as: "jsx" })).toBe(true);
  expect(isForPeople({ text: "Models", as: "value" })).toBe(false);
  expect(isForPeople({ text: "…", as: "jsx" })).toBe(false);
});
