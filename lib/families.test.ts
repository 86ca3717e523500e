import { build } from "esbuild";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { loadModel, writeBundle } from "./families";
import { BundleError, type Bundle } from "./model/bundle";
import { predict } from "./model/answer/predict";
import { bareFiles, bareModel, publishedModel, readModelFile } from "./testing/models";
import type { TrainedBundle } from "./training/train";

const specText = await readModelFile("house-price", "model.json");
const text = await readModelFile("house-price", "artifact.json");
const published = await publishedModel("house-price");
const house = {
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: false,
  basement: true,
  parking: 1,
};

type Description = { [member: string]: unknown; inputs: Record<string, unknown>[]; target: Record<string, unknown> };

/** The published model with its description or its bundle changed. */
function load(changeSpec: (spec: Description) => unknown, changeBundle: (bundle: TrainedBundle) => unknown = () => 0) {
  const [spec, bundle] = [JSON.parse(specText) as Description, JSON.parse(text) as TrainedBundle];
  changeSpec(spec);
  changeBundle(bundle);
  return loadModel(spec, bundle);
}

function refusal(change: (copy: TrainedBundle) => unknown): string {
  try {
    load(() => 0, change);
  } catch (error) {
    expect(error).toBeInstanceOf(BundleError);
    return (error as Error).message;
  }
  return "accepted";
}

describe("loadModel(spec, bundle)", () => {
  test("accepts what training wrote, and writes it back to the same bytes", () => {
    expect(writeBundle(published.bundle)).toBe(text);
  });

  test("answers a file of format 1 with what mends it", () => {
    expect(refusal((copy) => Object.assign(copy, { format: 1 }))).toBe(
      "it is of format 1, of an earlier release; train the model again",
    );
  });

  test("runs in a browser, which has no modules of Node, and gives the version that Node gives", async () => {
    const { outputFiles } = await build({
      stdin: { contents: 'export { loadModel } from "./lib/families"', resolveDir: process.cwd() },
      bundle: true,
      format: "iife",
      globalName: "glasshouse",
      platform: "browser",
      write: false,
    });
    // A page from plain HTTP has neither crypto.subtle nor anything of Node's.
    const page = createContext({ TextEncoder });
    runInContext(outputFiles[0]!.text, page);
    const version = runInContext(`glasshouse.loadModel(${specText}, ${text}).version`, page) as string;
    expect(version).toBe(published.version);
  });

  test.each<[string, (copy: TrainedBundle) => unknown]>([
    ["format: must be 2", (copy) => Object.assign(copy, { format: 3 })],
    ["provenance.data", (copy) => (copy.provenance.data = "abc")],
    ["Unrecognized key", (copy) => Object.assign(copy, { extra: 1 })],
    ["predictor.family", (copy) => Object.assign(copy.predictor, { family: "forest" })],
    ["predictor.coefficients: there must be 10", (copy) => copy.predictor.coefficients.pop()],
    [
      "predictor.terms.2: must be bedrooms",
      (copy) => copy.predictor.terms.splice(2, 2, copy.predictor.terms[3]!, copy.predictor.terms[2]!),
    ],
    ["predictor.coefficients.1", (copy) => Object.assign(copy.predictor.coefficients, { 1: null })],
    ["inference.fit.p", (copy) => copy.inference.fit.p++],
    ["inference.fit.df", (copy) => copy.inference.fit.df++],
    ["inference.fit.sigma", (copy) => (copy.inference.fit.sigma = -1)],
    ["inference.errors: ", (copy) => copy.inference.errors.pop()],
    ["inference.covariance: must have 10 rows", (copy) => copy.inference.covariance!.pop()],
    ["inference.covariance.3: must have 4 numbers", (copy) => copy.inference.covariance![3]!.pop()],
    ["predictor.r: must have 10 rows", (copy) => copy.predictor.r!.pop()],
    ["predictor.r: must be there beside an inference", (copy) => (copy.predictor.r = null)],
    ["predictor.r.3: ", (copy) => copy.predictor.r![3]!.pop()],
    ["predictor.r.4.0", (copy) => (copy.predictor.r![4]![0] = 0)],
    ["evidence.ranges.area", (copy) => delete copy.evidence.ranges.area],
    ["evidence.background.inputs.parking", (copy) => copy.evidence.background.inputs.parking!.pop()],
    ["evidence.background.unseen", (copy) => copy.evidence.background.unseen.pop()],
    ["evidence.histogram.edges", (copy) => copy.evidence.histogram.edges.pop()],
    [
      "evidence.conformal",
      (copy) => {
        copy.uncertainty = { kind: "conformal" };
        copy.evidence.conformal = null;
      },
    ],
    ["golden.1: the predictor gives", (copy) => copy.golden[1]!.center++],
    ["golden.2: the predictor gives", (copy) => (copy.golden[2]!.size *= 1.01)],
    ["predictor.size.coefficients: there must be 10", (copy) => copy.predictor.size!.coefficients.pop()],
    ["predictor.size.floor", (copy) => (copy.predictor.size!.floor = 0)],
    ["coverageByEstimate.edges: must be one more than groups", (copy) => copy.evidence.coverageByEstimate!.edges.pop()],
  ])("names the first mismatch: %s", (place, change) => {
    expect(refusal(change)).toContain(place);
  });
});

describe("a model's version", () => {
  const versionOf = (...changes: Parameters<typeof load>) => load(...changes).version;

  test.each<[string, (spec: Description) => unknown]>([
    ["a label", (spec) => (spec.inputs[0]!.label = "Land")],
    ["a unit", (spec) => (spec.inputs[0]!.unit = "m²")],
    ["a bound", (spec) => (spec.inputs[0]!.max = 60_000)],
    ["a help text", (spec) => (spec.target.help = "Dollars")],
    ["the title", (spec) => (spec.title = "Houses")],
    ["the alerts", (spec) => (spec.alerts = [{ id: "silence", metric: "volume", below: 10 }])],
  ])("stays when %s changes, without training again, and the revision changes", (_, change) => {
    const model = load(change);
    expect(model.version).toBe(published.version);
    expect(model.revision).not.toBe(published.revision);
  });

  test.each<[string, (spec: Description) => unknown]>([
    ["a term", (spec) => (spec.terms as string[]).push("area * bedrooms")],
    ["whether estimates must be positive", (spec) => (spec.target.positive = false)],
    ["the kind of interval", (spec) => (spec.interval = "conformal")],
    ["the kind of an input", (spec) => (spec.inputs[1]!.kind = "number")],
  ])("needs training again when %s changes", (_, change) => {
    expect(() => load(change)).toThrow("spec: model.json has changed");
  });

  test.each<[string, (bundle: TrainedBundle) => unknown]>([
    ["a coefficient", (bundle) => (bundle.predictor.coefficients[1]! += 1e-12)],
    ["the size of errors", (bundle) => (bundle.predictor.size!.floor += 1)],
    ["a score", (bundle) => (bundle.evidence.conformal!.scores[0]! -= 1)],
    ["what ranges held", (bundle) => (bundle.evidence.coverageByEstimate!.groups[0]!.levels[0] = 0.5)],
    ["a range", (bundle) => Object.assign(bundle.evidence.ranges.area!, { max: 17_000 })],
    ["the farthest row", (bundle) => (bundle.evidence.farthest = 0.5)],
  ])("changes with %s", (_, change) => {
    expect(versionOf(() => 0, change)).not.toBe(published.version);
  });

  test.each<[string, (bundle: TrainedBundle) => unknown]>([
    ["a measured accuracy", (bundle) => (bundle.evidence.accuracy.mdape = 0.2)],
    ["a standard error", (bundle) => (bundle.inference.errors[1]!.standardError = 2)],
  ])("stays with %s, which no answer depends on", (_, change) => {
    expect(versionOf(() => 0, change)).toBe(published.version);
  });
});

describe("a model that nobody has shown rows for", () => {
  test("estimates as the whole one does, without interval, probability and explanation, and says why", async () => {
    const { estimate } = predict(published, house);
    expect(predict(await bareModel("house-price"), house, { level: 0.95 })).toMatchObject({
      estimate,
      interval: null,
      intervalReason: { code: "no_evidence", detail: expect.stringContaining("not known") },
      confidence: null,
      baseline: null,
      contributions: null,
      warnings: [],
      refusal: null,
    });
  });

  test("refuses an estimate that is not positive all the same", async () => {
    const { spec, bundle } = await bareFiles("house-price");
    (bundle as Bundle & { predictor: { coefficients: number[] } }).predictor.coefficients[0] = -1e9;
    Object.assign(bundle as Bundle, { golden: [] });
    expect(predict(loadModel(spec, bundle), house).refusal?.code).toBe("estimate_not_positive");
  });
});
