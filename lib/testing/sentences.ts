import { readdirSync } from "node:fs";
import { exampleInputs } from "../model/inputs/example";
import { seededRandom } from "../math/random";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { bareModel, publishedModel, trainModel } from "./models";
import { expect, test } from "vitest";

/** For tests only: every sentence of a page, with a table that makes it true and one that must not show it. */

export interface Sentence<Page> {
  /** When the page shows it. */
  when: string;
  /** What tells it from all other sentences. */
  text: RegExp;
  shown: Page;
  /** Null where every page shows it: `when` says why. */
  notShown: Page | null;
}

/** The sentences of one function, constant or check. */
export type Listed<Page> = [name: string, ...sentences: Sentence<Page>[]];

/** A test for each sentence, and one that nothing is missing from the list or in it twice. */
export function testSentences<Page>(
  list: Listed<Page>[],
  names: string[],
  textOf: (page: Page) => string | Promise<string>,
): void {
  test("the list has every sentence once", () => {
    expect(list.map(([name]) => name).sort()).toEqual([...names].sort());
    const texts = list.flatMap(([, ...sentences]) => sentences.map(({ text }) => text.source));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
  const texts = new Map<Page, string | Promise<string>>();
  const textOnce = (page: Page) => {
    const known = texts.get(page) ?? textOf(page);
    texts.set(page, known);
    return known;
  };
  for (const [name, ...sentences] of list) {
    test.each(sentences)(`${name}: $when`, async ({ text, shown, notShown }) => {
      expect(await textOnce(shown)).toMatch(text);
      if (notShown) expect(await textOnce(notShown)).not.toMatch(text);
    });
  }
}

/** The names of all exports of modules, which must be all sentence modules of a folder. */
export function namesOf(folder: URL, modules: Record<string, object>): string[] {
  const files = readdirSync(folder).filter((file) => /sentences\.ts$/.test(file));
  expect(Object.keys(modules).sort()).toEqual(files.sort());
  return Object.values(modules).flatMap((module) => Object.keys(module));
}

interface World {
  rows: number;
  seed?: number;
  spec?: Record<string, unknown>;
  /** The outcome of a row with inputs a (0 to 10), b (0 to 5) and c, and a standard normal number. */
  outcome(row: { a: number; b: number; c: boolean }, normal: number, index: number): number;
  inputs?(row: { a: number; b: number; c: boolean }, index: number): Inputs;
}

/** A standard normal number (Box and Muller 1958). */
function normalNumber(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const TARGET = { name: "y", label: "Price", unit: "USD" };
const SPEC = {
  target: TARGET,
  inputs: [
    { name: "a", label: "First", kind: "number" },
    { name: "b", label: "Second", kind: "number" },
    { name: "c", label: "Third", kind: "boolean" },
  ],
  terms: ["a", "b", "c"],
};

function trainWorld({ rows, seed = 1, spec, outcome, inputs = (row) => ({ ...row }) }: World): Promise<Model> {
  const random = seededRandom(seed);
  return trainModel(
    { ...SPEC, ...spec },
    Array.from({ length: rows }, (_, index) => {
      const row = { a: 10 * random(), b: 5 * random(), c: random() < 0.4 };
      return { inputs: inputs(row, index), actual: outcome(row, normalNumber(random), index) };
    }),
  );
}

const linear = ({ a, b, c }: { a: number; b: number; c: boolean }) => 300 + 30 * a - 15 * b + (c ? 20 : 0);
const ratios = { target: { ...TARGET, positive: true, ratioStudy: true } };

/** Models that together make every sentence true and false. */
const MODELS = {
  /** The model is right: straight lines, noise that is equally large everywhere, ranges by Student's t. */
  sound: () => trainWorld({ rows: 300, spec: { interval: "t" }, outcome: (row, e) => linear(row) + 60 * e }),
  /** Nearly all of the outcome is explained, and a ratio study passes. */
  exact: () => trainWorld({ rows: 300, spec: ratios, outcome: (row, e) => linear(row) + 10 * e }),
  /** So much noise that any model fails the ratio study. */
  noisy: () => trainWorld({ rows: 400, spec: ratios, outcome: (row, e) => linear(row) * (1 + 0.2 * e) }),
  /** Errors grow along the estimate, but ranges are by Student's t. */
  unequal: () =>
    trainWorld({
      rows: 400,
      spec: { interval: "t" },
      outcome: (row, e) => linear(row) + 18 * row.a * row.a ** 0.5 * e,
    }),
  /** The square of a is missing. */
  bent: () => trainWorld({ rows: 300, outcome: (row, e) => linear(row) + 12 * (row.a - 5) ** 2 + 30 * e }),
  /** A pattern that no square and no product explains. */
  wavy: () =>
    trainWorld({
      rows: 400,
      spec: { inputs: SPEC.inputs.slice(0, 1), terms: ["a"] },
      inputs: ({ a }) => ({ a: Math.round(a) }),
      outcome: ({ a }, e) => 300 + 30 * Math.round(a) + 60 * (Math.round(a) % 2) + 10 * e,
    }),
  /** Prices that rise by a constant share, fitted by a straight line. */
  biased: () =>
    trainWorld({ rows: 500, spec: ratios, outcome: ({ a, b }, e) => 100 * Math.exp(0.15 * a - 0.02 * b + 0.1 * e) }),
  /** Errors are large where prices are low, but the standard error of the model is one for all. */
  scattered: () =>
    trainWorld({
      rows: 500,
      spec: { ...ratios, interval: "t" },
      inputs: (row) => ({ ...row, a: row.a ** 3 / 100 }),
      outcome: ({ a }, e) => 100 + 0.6 * a ** 3 + 65 * Math.exp(-(a ** 3) / 100) * Math.max(-1.3, Math.min(1.3, e)),
    }),
  /** Prices near zero, which are never below. */
  cheap: () =>
    trainWorld({
      rows: 100,
      spec: { interval: "t", target: { ...TARGET, positive: true } },
      outcome: ({ a }, e) => Math.max(1, 20 + 12 * a + 30 * e),
    }),
  /** One input, a yes or no. */
  yesno: () =>
    trainWorld({
      rows: 60,
      spec: { inputs: SPEC.inputs.slice(2), terms: ["c"] },
      inputs: ({ c }) => ({ c }),
      outcome: ({ c }, e) => (c ? 320 : 300) + 20 * e,
    }),
  /** Few rows, for which nothing can be checked. */
  tiny: () => trainWorld({ rows: 8, spec: ratios, outcome: (row, e) => linear(row) + 20 * e }),
  /** A few more rows than groups need, one of which lies far off. */
  small: () =>
    trainWorld({
      rows: 60,
      inputs: (row, index) => (index === 0 ? { ...row, a: 60 } : { ...row }),
      outcome: (row, e, index) => (index === 0 ? 3000 : linear(row) + 20 * e),
    }),
  /** Outcomes hold zeros. */
  zeros: () => trainWorld({ rows: 200, outcome: (row, e, index) => (index % 3 === 0 ? 0 : 20 + 3 * row.a + 2 * e) }),
  log: () =>
    trainWorld({
      rows: 300,
      spec: { interval: "t", target: { ...TARGET, transform: "log" } },
      outcome: ({ a, b }, e) => Math.exp(6 + 0.1 * a - 0.08 * b + 0.3 * e),
    }),
  /** The outcome has nothing to do with the inputs. */
  useless: () => trainWorld({ rows: 120, outcome: (_, e) => 500 + 50 * e }),
  /** The first and the second input hold nearly the same. */
  overlapping: () =>
    trainWorld({
      rows: 300,
      inputs: (row) => ({ ...row, b: row.a + 0.05 * row.b }),
      outcome: (row, e) => linear(row) + 20 * e,
    }),
  /** More rows than the sample that accuracy is measured on. */
  large: () => trainWorld({ rows: 20_500, outcome: (row, e) => linear(row) + 60 * e }),
  bare: () => bareModel("house-price"),
  houses: () => publishedModel("house-price"),
  hedonic: () => publishedModel("house-price-hedonic"),
  salary: () => publishedModel("salary"),
};

export type ModelName = keyof typeof MODELS;

const models = new Map<ModelName, Promise<Model>>();

/** A model of the list, trained once. */
export function modelNamed(name: ModelName): Promise<Model> {
  const known = models.get(name) ?? MODELS[name]();
  models.set(name, known);
  return known;
}

/** What the page of a model starts with, with some inputs changed. */
export const inputsWith = (model: Model, changes: Inputs = {}): Inputs => ({ ...exampleInputs(model), ...changes });

/** Rows with the same inputs are tested, and beside them only RESET. */
export const withPureError = (test: { f: number; p: number; robustP: number; share: number }) => (model: Model) => {
  const { inference } = model.predictor;
  const pureError = { ...test, df1: 9, df2: 90 };
  const lackOfFit = { ...inference!.lackOfFit!, reset: null, pureError };
  return { ...model, predictor: { ...model.predictor, inference: { ...inference!, lackOfFit } } };
};
