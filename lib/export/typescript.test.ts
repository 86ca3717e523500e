import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  expectedAnswer,
  expectSameAnswers,
  exportedModels,
  exportText,
  faultOf,
  randomRows,
  type Answer,
} from "../testing/exports";
import { LEVEL } from "../testing/engines";
import { loadTypeScript } from "../testing/modules";

const models = (await exportedModels()).map((model) => [model.spec.id, model] as const);

describe.each(models)("the TypeScript of %s", (_, model) => {
  test("answers 10,000 rows as predict does, and refuses the others in the same words", async () => {
    const { predict } = await loadTypeScript(model);
    const rows = randomRows(model, 10_000);
    const answers = rows.map((row): Answer => {
      try {
        return predict(row);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        const { detail, ofFormula } = faultOf(model, row)!;
        if (!ofFormula) expect((error as Error).message).toBe(detail);
        return { estimate: null, low: null, high: null };
      }
    });
    expectSameAnswers(
      rows,
      answers,
      rows.map((row) => expectedAnswer(model, row, LEVEL)),
    );
  });
});

test("some of the rows that exports are tried with have errors at the floor of their size", () => {
  const hedonic = models.find(([id]) => id === "house-price-hedonic")![1];
  const { floor } = (hedonic.bundle as unknown as { predictor: { size: { floor: number } } }).predictor.size;
  const point = { center: NaN, reach: NaN, size: NaN };
  const atFloor = randomRows(hedonic, 10_000).filter((row) => {
    if (expectedAnswer(hedonic, row, LEVEL).estimate === null) return false;
    hedonic.predictor.evaluate(hedonic.reading.encode(hedonic.schema.parse(row)), point);
    return point.size === floor;
  });
  expect(atFloor.length).toBeGreaterThan(0);
});

test("the TypeScript of every model is sound to the compiler at its strictest, alone", () => {
  const sources = new Map(
    models.map(([id, model]) => [
      `${id}.ts`,
      ts.createSourceFile(
        `${id}.ts`,
        exportText(model, { format: "typescript", level: String(LEVEL) }),
        ts.ScriptTarget.ES2022,
      ),
    ]),
  );
  const options = {
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => sources.get(file) ?? getSourceFile(file, ...rest);
  const program = ts.createProgram([...sources.keys()], options, host);
  const messages = ts.getPreEmitDiagnostics(program);
  expect(messages.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
}, 60_000);

test("the TypeScript names an input by its label, and says what it must be", async () => {
  const [, houses] = models[0]!;
  const { predict } = await loadTypeScript(houses);
  const house = { area: 6000, bedrooms: 3, bathrooms: 2, stories: 2, guest_rooms: 0, basement: true, parking: 1 };
  expect(predict(house)).toMatchObject({ estimate: expect.closeTo(90242.690714523, 8), refusal: null });
  expect(() => predict({ ...house, bedrooms: 11 })).toThrow(new RangeError("bedrooms must be between 1 and 10"));
  expect(predict({ ...house, area: 50000, bedrooms: 1, bathrooms: 8 })).toEqual({
    estimate: null,
    low: null,
    high: null,
    refusal: "too_far_from_training",
  });
});
