import { expect, it } from "vitest";
import { loadModel } from "../../families";
import { findModel } from "../../registry/registry";
import { exportModel } from "../../export/export";
import { predict } from "../../model/answer/predict";
import { app } from "../app";

const salary = (await findModel("salary"))!;
const ask = (query: string) => app.request(`/api/models/salary/export${query}`);

it.each([
  ["format=sql&dialect=duckdb&table=main.people&level=0.9", "application/sql", "salary.sql"],
  ["format=typescript", "text/plain", "salary.ts"],
  ["format=python&level=.5", "text/x-python", "salary.py"],
  ["format=json", "application/json", "salary.json"],
])("%s is answered with the file that the command line prints, as %s", async (query, type, name) => {
  const response = await ask(`?${query}`);
  const exported = exportModel(salary, Object.fromEntries(new URLSearchParams(query)));
  expect(await response.text()).toBe("text" in exported && exported.text);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
});

it("gives in JSON what loads as the same model again", async () => {
  const { spec, artifact } = (await (await ask("?format=json")).json()) as { spec: unknown; artifact: unknown };
  expect(loadModel(spec, artifact).version).toBe(salary.version);
});

it.each([
  ["", ["format must be one of sql, typescript, python, json"]],
  [
    "?format=excel&level=2",
    ["format must be one of sql, typescript, python, json", "level must be one number between 0.0001 and 0.9999"],
  ],
  [
    "?format=sql",
    [
      "dialect must be one of postgres, sqlite, duckdb, bigquery, snowflake, spark",
      "table must be one to three names joined by dots, of letters, digits, spaces, _, $ and -",
    ],
  ],
  [
    "?format=sql&dialect=postgres&table=a%22;drop%20table%20a",
    ["table must be one to three names joined by dots, of letters, digits, spaces, _, $ and -"],
  ],
  ["?format=python&format=sql", ["format must be one of sql, typescript, python, json"]],
  ["?format=python&levle=0.9", ["levle is not a parameter; the parameters are format, dialect, table, level"]],
])("refuses %j and names each parameter at fault", async (query, details) => {
  const response = await ask(query);
  expect(response.status).toBe(422);
  const { errors } = (await response.json()) as { errors: { parameter: string; detail: string }[] };
  expect(errors.map(({ detail }) => detail)).toEqual(details);
  for (const { parameter, detail } of errors) expect(detail).toMatch(new RegExp(`^${parameter} `));
});

it("gives a model whose rows are private without any of them, which answers the same and says that it explains nothing", async () => {
  salary.spec.training = { ...salary.spec.training!, showRows: false };
  try {
    const { note, spec, artifact } = await (await ask("?format=json")).json();
    expect(note).toContain("without rows nothing is explained");
    const loaded = loadModel(spec, artifact);
    const inputs = { experience: 2, test_score: 9, interview_score: 6 };
    const nothing = { baseline: null, contributions: null };
    expect(predict(loaded, inputs)).toMatchObject({ ...predict(salary, inputs), ...nothing });
    expect(artifact.evidence.background.actual).toEqual([]);
  } finally {
    salary.spec.training = { ...salary.spec.training!, showRows: true };
  }
});
