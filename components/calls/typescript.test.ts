import { join } from "node:path";
import type { Input } from "@/lib/model/spec";
import ts from "typescript";
import { expect, test, vi } from "vitest";
import { asTypeScript } from "./typescript";

/** The compiler reads the types of the web first, which takes seconds. */
vi.setConfig({ testTimeout: 120_000 });

const LEVEL = 'it\'s "x" \\ é';
const spec: { inputs: Input[] } = {
  inputs: [
    { name: "area", label: "Lot area */", kind: "number", unit: "sq ft", min: 500, max: 50000 },
    { name: "rooms", label: "Rooms", kind: "integer" },
    { name: "basement", label: "Finished basement", kind: "boolean" },
    { name: "heating", label: "Heating", kind: "category", levels: [LEVEL, "gas"] },
  ],
};
const inputs = { area: 6000.5, rooms: 3, basement: true, heating: LEVEL };
const write = (known: boolean, keyed = false) =>
  asTypeScript("http://127.0.0.1/predict", spec, inputs, { interval: known, contributions: known }, keyed);
const written = write(true);

/** The answers of a model that knows its intervals and contributions, and of one that knows neither. */
const ANSWERS = `
import type { PredictionAnswer } from "../../lib/api/resources/predict/schema";
type Estimated = Extract<PredictionAnswer, { estimate: number }>;
type Refused = Exclude<PredictionAnswer, Estimated>;
type Reason = NonNullable<Estimated["intervalReason"]>;
type Whole = Estimated & { [Name in "interval" | "contributions"]: NonNullable<Estimated[Name]> };
type Bare = Estimated & { interval: null; intervalReason: Reason; contributions: null };
`;

/** What the compiler has to say about a module that is no file. */
function compile(text: string): string[] {
  const path = join(import.meta.dirname, "written-call.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.readFile = (file) => (file === path ? text : readFile(file));
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("what goes in is declared with what the model says of it", () => {
  expect(written).toContain("  /** Lot area * / in sq ft: number, 500 to 50,000 */\n  area: number;");
  expect(written).toContain("  /** Rooms: integer */\n  rooms: number;");
  expect(written).toContain(`  heating: ${JSON.stringify(LEVEL)} | "gas";`);
});

test("it compiles as it stands, and its types take every answer of the model and no other inputs", () => {
  const uses = `${ANSWERS}
export const taken: Estimate | Refusal = {} as Whole | Refused;
// @ts-expect-error: there is no such level
export const level: Inputs = { ...inputs, heating: "wood" };
// @ts-expect-error: the area is a number
export const text: Inputs = { ...inputs, area: "6000" };
// @ts-expect-error: there may be no estimate
export const estimate: number = ({} as Estimate | Refusal).estimate;
`;
  expect(compile(written + uses)).toEqual([]);
});

test("its types take every answer of a model without intervals and contributions, and no others; with the key too", () => {
  const uses = `${ANSWERS}
export const taken: Estimate | Refusal = {} as Bare | Refused;
// @ts-expect-error: there is no interval
export const whole: Estimate | Refusal = {} as Whole;
`;
  expect(compile(write(false, true) + uses)).toEqual([]);
});

test("it sends the inputs by name", async () => {
  const sent: string[] = [];
  const fetch = async (_: string, { body }: { body: string }) => {
    sent.push(body);
    return { ok: true, json: async () => ({ estimate: null, refusal: { detail: "none" } }) };
  };
  const run = new Function(
    "fetch",
    "console",
    `return (async () => { ${ts.transpile(written, { target: ts.ScriptTarget.ES2022 })} })();`,
  );
  const said: string[] = [];
  await run(fetch, { log: (text: string) => said.push(text) });
  expect(sent.map((body) => JSON.parse(body))).toEqual([inputs]);
  expect(said).toEqual(["none"]);
});
