import { join } from "node:path";
import createClient, { type Client } from "openapi-fetch";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import { listModels } from "../../registry/registry";
import { app } from "../app";
import { catalogue } from "../catalogue";
import { describeApi } from "./openapi";
import { listOperations, type Operation } from "./operations";

/** The compiler reads the types of the web first, which takes seconds. */
vi.setConfig({ testTimeout: 120_000 });

const models = await listModels();
const operations = listOperations(catalogue, models);
const api = astToString(await openapiTS(JSON.stringify(describeApi(catalogue, models))));

/** What a program gets from one call, as far as it is looked at here. */
interface Called {
  data?: unknown;
  error?: unknown;
  response: Response;
}
type Program = { run(client: Client<object>): Promise<Record<string, Called>> };

/** A call as a developer would write it, with the examples of the document. */
function writeCall({ resource: { method }, path, parameters, body, uploads, answer }: Operation): string {
  const params: Record<string, Record<string, string>> = {};
  for (const { in: place, name, example } of parameters) {
    if (example !== undefined) params[place] = { ...params[place], [name]: example };
  }
  const options = {
    params,
    ...(body && { body: Object.values(body.examples)[0] }),
    ...(uploads && { body: "area,price" }),
    ...(!answer.schema && { parseAs: "text" }),
  };
  return `client.${method.toUpperCase()}(${JSON.stringify(path)}, ${JSON.stringify(options)})`;
}

function writeProgram(lines: string): string {
  return [
    'import type { Client } from "openapi-fetch";',
    'import type { components, paths } from "./generated-api";',
    `export async function run(client: Client<paths>) {\n${lines}\n}`,
  ].join("\n");
}

/** What the compiler has to say about programs beside the generated types, none of which is a file. */
function compile(programs: Record<string, string>): string[] {
  const written = new Map(
    Object.entries({ "generated-api.ts": api, ...programs }).map(([name, text]) => [
      join(import.meta.dirname, name),
      text,
    ]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => written.has(file) || fileExists(file);
  host.readFile = (file) => written.get(file) ?? readFile(file);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([...written.keys()], options, host));
  return found.map(({ file, start = 0, messageText }) => {
    const line = file?.text.slice(start).split("\n", 1)[0];
    return `${ts.flattenDiagnosticMessageText(messageText, " ")} in ${line}`;
  });
}

/** What a developer may do with answers. Each expected error is one that the compiler must find. */
function writeUses(): string {
  const [predict, salary] = ["predictHousePrice", "predictSalary"].map((id) =>
    operations.find((each) => each.id === id)!,
  );
  const example = JSON.stringify(Object.values(salary!.body!.examples)[0]);
  return writeProgram(`
    const { data, error } = await ${writeCall(predict!)};
    if (data && "interval" in data) ((low: number, estimate: number) => low + estimate)(data.interval?.low ?? 0, data.estimate);
    if (data && "refusal" in data) ((reason: string) => reason)(data.refusal.detail);
    if (error?.type === "/docs#invalid-input") ((needs?: string[]) => needs)(error.errors?.map(({ detail }) => detail));
    const prediction = {} as components["schemas"]["Prediction"];
    if (prediction.estimate !== null) ((low: number) => low)(prediction.interval?.low ?? 0);

    // @ts-expect-error: there may be no estimate
    ((estimate: number) => estimate)(prediction.estimate);
    const inputs = ${example};
    await client.POST("/api/models/salary/predict", { body: inputs });
    // @ts-expect-error: experience is a number
    await client.POST("/api/models/salary/predict", { body: { ...inputs, experience: "five" } });
    // @ts-expect-error: experience is missing
    await client.POST("/api/models/salary/predict", { body: { test_score: 8, interview_score: 7 } });
    // @ts-expect-error: there is no such model
    await client.POST("/api/models/wages/predict", { body: inputs });
  `);
}

describe("a client generated from the document", () => {
  const calls = operations.map((operation) => `${operation.id}: await ${writeCall(operation)},`);
  const program = writeProgram(`return {\n${calls.join("\n")}\n};`);

  it("compiles with a call of every operation, and knows what goes in and comes out", () => {
    expect(compile({ "calls.ts": program, "uses.ts": writeUses() })).toEqual([]);
  });

  it("is answered on every operation", async () => {
    const source = ts.transpile(program, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
    const { run } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as Program;
    const client = createClient<object>({
      baseUrl: "http://localhost",
      fetch: async (request: Request) => app.fetch(request),
    });
    const called = await run(client);
    expect(Object.keys(called)).toEqual(operations.map(({ id }) => id));
    for (const { id } of operations.filter(({ problems }) => problems.includes("no-store"))) {
      expect([401, 503], id).toContain(called[id]!.response.status);
      delete called[id];
    }
    for (const [id, { data, error, response }] of Object.entries(called)) {
      expect(response.status, id).toBe(200);
      expect(error, id).toBeUndefined();
      expect(data, id).toBeDefined();
    }
  });
});
