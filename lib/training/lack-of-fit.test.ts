import { describe, expect, test } from "vitest";
import { compileDesign } from "../linear/columns";
import { leastSquares } from "../math/least-squares";
import { seededRandom } from "../math/random";
import { findMisfit } from "../model/explain/lack-of-fit";
import { parseSpec, type Spec } from "../model/spec";
import { expectDigits, makeSpec, publishedModel } from "../testing/models";
import { measureLackOfFit } from "./lack-of-fit";
import { leaveOneOut } from "./leave-one-out";

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Fit a model to rows of encoded inputs and look for lack of fit. */
async function look(spec: Spec, rows: { encoded: Float64Array; actual: number }[]) {
  const design = compileDesign(spec);
  const p = design.names.length;
  const table = new Float64Array(rows.length * (p + 1));
  rows.forEach(({ encoded, actual }, index) => {
    design.writeRow(encoded, table, index * (p + 1));
    table[index * (p + 1) + p] = actual;
  });
  const fit = await leastSquares(() => [{ rows: table, count: rows.length }], p);
  const left = leaveOneOut(
    spec,
    fit,
    rows.map((row, index) => ({ ...row, row: index + 1 })),
  );
  return measureLackOfFit(spec, p, left)!;
}

const kinds = {
  normal: (random: () => number) => normal(random),
  "of unequal variance": (random: () => number, a: number) => normal(random) * Math.exp(0.7 * a),
  skewed: (random: () => number) => -Math.log(1 - random()) - 1,
};
type Kind = keyof typeof kinds;

const three = parseSpec(
  makeSpec({
    inputs: [
      { name: "a", label: "First", kind: "number" },
      { name: "b", label: "Second", kind: "integer" },
      { name: "c", label: "Third", kind: "boolean" },
    ],
    terms: ["a", "b", "c"],
  }),
);

/** Rows of y = a + b + 2 c + a pattern + an error. */
function drawRows(n: number, seed: number, kind: Kind, pattern: (a: number, b: number) => number = () => 0) {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => {
    const [a, b, c] = [normal(random), Math.floor(6 * random()), Number(random() < 0.3)];
    return { encoded: Float64Array.of(a, b, c), actual: a + b + 2 * c + pattern(a, b) + kinds[kind](random, a) };
  });
}

async function countFound(fits: number, draw: (seed: number) => ReturnType<typeof drawRows>) {
  const columns: string[] = [];
  let found = 0;
  for (let seed = 1; seed <= fits; seed++) {
    const misfit = findMisfit(await look(three, draw(seed)));
    if (!misfit) continue;
    found++;
    columns.push(misfit.term?.columns.join(" * ") ?? misfit.by);
  }
  return { found: found / fits, columns };
}

describe("measureLackOfFit(house-price), against statsmodels 0.14 to eight digits", async () => {
  // d = model/house-price/training.csv as numbers; X = its ten columns; m = sm.OLS(price, X).fit()
  const { lackOfFit } = (await publishedModel("house-price")).predictor.inference!;

  test("RESET, as it is and with HC3", () => {
    // linear_reset(sm.OLS(standardised price, standardised X).fit(), power=3, use_f=True), and with cov_type="HC3", where
    // F is 0.434120767138641; f = fitted values, Q = qr(what X leaves of [f**2, f**3]), g = (Q**2).sum(axis=1),
    // scipy.stats.f.sf(0.434120767138641, 2, 4 / sum(g**2))
    const { f, df1, df2, p, robustP } = lackOfFit!.reset!;
    expect([df1, df2]).toEqual([2, 534]);
    expectDigits(f, 0.606461784489336, 8);
    expectDigits(p, 0.54565189074028, 8);
    expectDigits(robustP, 0.657542587365371, 8);
  });

  test("pure error", () => {
    // sm.OLS(price, one column for each of the 518 combinations of inputs).fit().compare_f_test(m)
    const { f, df1, df2, p } = lackOfFit!.pureError!;
    expect([df1, df2]).toEqual([508, 28]);
    expectDigits(f, 3.45514127371184, 8);
    expectDigits(p, 0.000104031412507197, 8);
  });

  test("the partial F, the t with HC2 and the effective degrees of freedom of a square and a product", () => {
    // z = (area − mean)²; r = sm.OLS(price, [X, z]).fit(); r.compare_f_test(m)[0]; fit(cov_type="HC2").tvalues[-1];
    // e = sm.OLS(z, X).fit().resid; sum(e²)² / sum(e⁴); 1 − (r.ssr / r.df_resid) / (m.ssr / m.df_resid)
    const [square, product] = lackOfFit!.terms;
    expect([square!.columns, product!.columns]).toEqual([["area"], ["area", "basement"]]);
    expectDigits(square!.f, 13.2806349283825, 8);
    expectDigits(square!.t, -3.1741679688789, 8);
    expectDigits(square!.df, 17.2624257958285, 8);
    expectDigits(square!.share, 0.022398447338901, 8);
    expectDigits(product!.f, 10.6172964773932, 8);
    expectDigits(product!.t, 2.73321649199397, 8);
    expectDigits(product!.df, 79.542966776218, 8);
    // 26 × 2 P(t₁₇.₂₆ > 3.174): scipy.stats.t.sf(3.1741679688789, 17.2624257958285) * 52
    expectDigits(square!.p, 0.142110870755565, 8);
  });

  test("a model of eight rows is not looked at", async () => {
    expect((await publishedModel("salary")).predictor.inference!.lackOfFit).toBeNull();
  });
});

describe("measureLackOfFit(spec, p, rows)", () => {
  test("y = a² fitted by a is not noise: its square would explain all of it", async () => {
    const spec = parseSpec(makeSpec({ inputs: [{ name: "a", label: "First", kind: "number" }], terms: ["a"] }));
    const rows = Array.from({ length: 100 }, (_, index) => ({
      encoded: Float64Array.of(index / 10),
      actual: (index / 10) ** 2,
    }));
    const lackOfFit = await look(spec, rows);
    expect(lackOfFit.reset!.robustP).toBeLessThan(1e-6);
    expect(findMisfit(lackOfFit)).toMatchObject({ by: "term", term: { columns: ["a"] } });
    expect(findMisfit(lackOfFit)!.share).toBeGreaterThan(0.999);
    expect(JSON.parse(JSON.stringify(lackOfFit))).toEqual(lackOfFit);
  });

  test("a term that is there already is no candidate, and an input stands as its own term does", async () => {
    const spec = parseSpec(makeSpec({ terms: ["log(a)", "b", "b^2", "log(a) * b"] }));
    const random = seededRandom(5);
    const rows = Array.from({ length: 60 }, () => ({
      encoded: Float64Array.of(1 + 9 * random(), random()),
      actual: random(),
    }));
    const { terms, candidates, screened, tested } = await look(spec, rows);
    expect([candidates, screened, tested]).toEqual([3, 1, 1]);
    expect(terms.map(({ columns }) => columns)).toEqual([["log(a)"]]);
  });

  test("levels of a category take part in products, not with each other", async () => {
    const category = { name: "b", label: "Second", kind: "category", levels: ["x", "y", "z"] };
    const spec = parseSpec(makeSpec({ inputs: [{ name: "a", label: "First", kind: "number" }, category] }));
    const random = seededRandom(6);
    const rows = Array.from({ length: 300 }, (_, index) => {
      const a = random();
      return { encoded: Float64Array.of(a, index % 3), actual: a + (index % 3 === 2 ? 5 * a : 0) + random() };
    });
    const lackOfFit = await look(spec, rows);
    expect(lackOfFit.candidates).toBe(3);
    expect(findMisfit(lackOfFit)!.term!.columns).toEqual(["a", "b[z]"]);
  });

  test("copies of rows are no proof that noise is small", async () => {
    const rows = drawRows(100, 1, "normal");
    const { pureError } = await look(three, [...rows, ...rows]);
    expect(pureError).toBeNull();
  });

  test("of 20,100 squares and products all are compared with the residuals, and those tested find the pattern", async () => {
    const inputs = Array.from({ length: 200 }, (_, index) => ({
      name: `x${index}`,
      label: `X ${index}`,
      kind: "number",
    }));
    const spec = parseSpec(makeSpec({ inputs, terms: inputs.map(({ name }) => name) }));
    const random = seededRandom(7);
    const rows = Array.from({ length: 1_000 }, () => {
      const encoded = Float64Array.from(inputs, () => normal(random));
      return { encoded, actual: encoded[3]! + encoded[50]! * encoded[120]! + normal(random) };
    });
    const lackOfFit = await look(spec, rows);
    expect([lackOfFit.candidates, lackOfFit.screened]).toEqual([20_100, 20_100]);
    expect(lackOfFit.tested).toBeLessThan(500);
    expect(findMisfit(lackOfFit)!.term!.columns).toEqual(["x50", "x120"]);
  });
});

describe("findMisfit(lackOfFit), by simulation", () => {
  test.each(Object.keys(kinds) as Kind[])("finds nothing in 95 of 100 tables where errors are %s", async (kind) => {
    expect((await countFound(300, (seed) => drawRows(100, seed, kind))).found).toBeLessThanOrEqual(0.05);
    expect((await countFound(60, (seed) => drawRows(500, seed, kind))).found).toBeLessThanOrEqual(0.05);
  });

  test.each(Object.keys(kinds) as Kind[])(
    "finds a missing square and a missing product where errors are %s",
    async (kind) => {
      const square = await countFound(40, (seed) => drawRows(500, seed, kind, (a) => 0.8 * a * a));
      expect(square.found).toBeGreaterThanOrEqual(0.9);
      expect(square.columns.filter((name) => name === "a").length / 40).toBeGreaterThanOrEqual(0.9);
      const product = await countFound(40, (seed) => drawRows(500, seed, kind, (a, b) => 0.4 * a * (b - 2.5)));
      expect(product.found).toBeGreaterThanOrEqual(0.9);
      expect(product.columns.filter((name) => name === "a * b").length / 40).toBeGreaterThanOrEqual(0.9);
    },
  );
});
