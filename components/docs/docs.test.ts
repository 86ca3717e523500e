import { catalogue } from "@/lib/api/catalogue";
import { describeApi } from "@/lib/api/openapi/openapi";
import { listModels } from "@/lib/registry/registry";
import { expect, test } from "vitest";
import { contentsOf } from "./contents";
import { searchContents } from "./search-contents";
import { answerSchemas, answersOf, entriesOf, follow } from "./reference";
import { typeInWords } from "./schema-words";
import { writeJson } from "./write-json";

const document = describeApi(catalogue, await listModels());

test.each([
  [{ type: "integer", minimum: 1, maximum: 10 }, "integer, 1 to 10"],
  [{ type: "number", minimum: 500, maximum: 50000 }, "number, 500 to 50,000"],
  [{ type: "number", minimum: 0.1, maximum: 0.9, default: 0.8 }, "number, 0.1 to 0.9; 0.8 if left out"],
  [{ type: "integer", minimum: 0 }, "integer, 0 or more"],
  [{ type: "number" }, "number"],
  [{ type: ["number", "boolean", "string"] }, "number, boolean or string"],
  [{ anyOf: [{ type: "boolean" }, { type: "number", enum: [0, 1] }] }, "boolean, 0 or 1"],
  [{ enum: ["gas", "oil", "wood"] }, "gas, oil or wood"],
  [{ anyOf: [{ $ref: "#/components/schemas/Estimate" }, { type: "null" }] }, "Estimate or null"],
  [{ type: "array", items: { $ref: "#/components/schemas/ModelLine" } }, "list of ModelLine"],
  [
    { type: "array", items: { type: "object", properties: { term: {}, estimate: {} } } },
    "list of objects with term, estimate",
  ],
] as const)("a schema is said in words: %j", (schema, words) => {
  expect(typeInWords(structuredClone(schema) as Parameters<typeof typeInWords>[0])).toBe(words);
});

test("every operation of the document is under one of its tags", () => {
  const listed = document.tags.flatMap(({ name }) => entriesOf(document, name));
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  expect(new Set(listed.map(({ operation }) => operation))).toEqual(new Set(operations));
});

test("an answer that is a problem is known by its kind", () => {
  const answers = answersOf(document, document.paths["/api/models/salary/predict"]!.post!);
  expect(answers.map(({ status, kind }) => `${status} ${kind}`)).toEqual([
    "200 undefined",
    "400 not-json",
    "401 needs-key",
    "403 wrong-key",
    "404 no-such-model",
    "413 too-large",
    "415 unsupported-media-type",
    "422 invalid-input",
    "429 too-many-requests",
    "500 internal-error",
    "503 model-unavailable",
  ]);
});

test("the schemas behind the answers are found through references, each once", () => {
  const names = answerSchemas(document, entriesOf(document, "salary")).map(([name]) => name);
  expect(names).toEqual(["Estimate", "Refusal", "Problem", "Batch", "RowFault"]);
});

const contents = contentsOf(document, answerSchemas(document, entriesOf(document, "salary")), {
  schemas: "Schemas",
  errors: "Errors",
});
const found = (search: string) =>
  searchContents(contents, search).flatMap(({ lines }) => lines.map(({ href }) => href.slice(1)));

test("contentsOf(document, schemas) has every call, schema and error", () => {
  const hrefs = contents.flatMap(({ lines }) => lines.map(({ href }) => href));
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  const errors = Object.keys(document.components.responses).length;
  expect(hrefs).toHaveLength(operations.length + 5 + errors);
  expect(new Set(hrefs).size).toBe(hrefs.length);
});

test.each([
  ["salary predict", 2],
  ["SALARY batch post", 1],
  ["/v2/health", 2],
  ["nothing of this kind", 0],
  [" ", contents.flatMap(({ lines }) => lines).length],
])("searchContents(contents, %j) finds what has every word", (search, count) => {
  expect(found(search)).toHaveLength(count);
});

test("searchContents(contents, search) looks at paths, summaries, names and statuses", () => {
  expect(found("422")).toEqual(["invalid-input"]);
  expect(found("invalid-input")).toEqual(["invalid-input"]);
  expect(found("reportOutcome")).toEqual(["reportOutcome"]);
  expect(found("report an outcome")).toEqual(["reportOutcome"]);
  expect(found("/api/outcomes")).toEqual(["reportOutcome"]);
  expect(found("refusal")).toEqual(["Refusal"]);
});

test("a reference leads to what it names", () => {
  expect(follow(document, { $ref: "#/components/schemas/Problem" })).toBe(document.components.schemas.Problem);
});

test("JSON keeps on a line what fits there", () => {
  const value = {
    estimate: 90242.69,
    interval: { level: 0.8, low: 68295, high: 112190 },
    mean: undefined,
    warnings: [],
  };
  expect(writeJson({ ...value, derived: {} })).toBe(
    [
      "{",
      '  "estimate": 90242.69,',
      '  "interval": { "level": 0.8, "low": 68295, "high": 112190 },',
      '  "warnings": [],',
      '  "derived": {}',
      "}",
    ].join("\n"),
  );
  expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  expect(writeJson([[1, "a", null]])).toBe('[[1, "a", null]]');
});
