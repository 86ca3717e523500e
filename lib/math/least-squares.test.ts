import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquares, RankDeficientError, TooFewRowsError, type Chunk, type RowSource } from "./least-squares";
import { StreamingQr, type Factor } from "./qr";
import { leverage, unscaledCovariance } from "./triangle";

/** Rows of [design…, response], cut into chunks of some size. */
const from = (rows: number[][], size = rows.length): RowSource =>
  function* () {
    for (let at = 0; at < rows.length; at += size) {
      const part = rows.slice(at, at + size);
      yield { rows: Float64Array.from(part.flat()), count: part.length };
    }
  };
const fit = (rows: number[][], size?: number) => leastSquares(from(rows, size), rows[0]!.length - 1);
const digits = (actual: number, certified: number) =>
  actual === certified ? 17 : -Math.log10(Math.abs(actual - certified) / Math.abs(certified || 1));
const standardErrors = ({ r, p, df, residualSumOfSquares }: Awaited<ReturnType<typeof fit>>) => {
  const covariance = unscaledCovariance(r, p);
  return Array.from({ length: p }, (_, i) => Math.sqrt((covariance[i * p + i]! * residualSumOfSquares) / df));
};

/**
 * Data and certified values: NIST Statistical Reference Datasets, Linear Least Squares Regression,
 * https://www.itl.nist.gov/div898/strd/lls/lls.shtml (Longley, Wampler1, Wampler2). Longley's columns are total
 * employment (the response), GNP deflator, GNP, unemployment, armed forces, population and year.
 */
const LONGLEY = `
  60323  83.0 234289 2356 1590 107608 1947
  61122  88.5 259426 2325 1456 108632 1948
  60171  88.2 258054 3682 1616 109773 1949
  61187  89.5 284599 3351 1650 110929 1950
  63221  96.2 328975 2099 3099 112075 1951
  63639  98.1 346999 1932 3594 113270 1952
  64989  99.0 365385 1870 3547 115094 1953
  63761 100.0 363112 3578 3350 116219 1954
  66019 101.2 397469 2904 3048 117388 1955
  67857 104.6 419180 2822 2857 118734 1956
  68169 108.4 442769 2936 2798 120445 1957
  66513 110.8 444546 4681 2637 121950 1958
  68655 112.6 482704 3813 2552 123366 1959
  69564 114.2 502601 3931 2514 125368 1960
  69331 115.7 518173 4806 2572 127852 1961
  70551 116.9 554894 4007 2827 130081 1962`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/ +/).map(Number))
  .map(([response, ...predictors]) => [1, ...predictors, response!]);

/** A polynomial of degree 5 through 0, 1, …, 20, its coefficients 1, base, base², … */
const wampler = (base: number) =>
  Array.from({ length: 21 }, (_, x) => {
    const powers = Array.from({ length: 6 }, (_, k) => x ** k);
    const scaled = powers.reduce((sum, power, k) => sum + power * Math.round(base ** (k - 5)), 0);
    return [...powers, base === 1 ? scaled : scaled / 1e5];
  });

describe("NIST's certified values", () => {
  it("Longley: at least 14 digits in every coefficient, 10 in every standard error", async () => {
    const result = await fit(LONGLEY);
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.35819179292591e-1, 0.334910077722432e-1],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.511041056535807e-1, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ] as const;
    const errors = standardErrors(result);
    certified.forEach(([coefficient, standardError], j) => {
      expect(digits(result.coefficients[j]!, coefficient)).toBeGreaterThan(14);
      expect(digits(errors[j]!, standardError)).toBeGreaterThan(10);
    });
    expect(result.df).toBe(9);
    expect(digits(Math.sqrt(result.residualSumOfSquares / 9), 304.854073561965)).toBeGreaterThan(14);
    const rSquared = 1 - result.residualSumOfSquares / result.totalSumOfSquares;
    expect(digits(rSquared, 0.995479004577296)).toBeGreaterThan(14);
  });

  it("Wampler1: every coefficient is 1, with no residual", async () => {
    const result = await fit(wampler(1));
    expect([...result.coefficients]).toEqual([1, 1, 1, 1, 1, 1]);
    expect(result.residualSumOfSquares).toBe(0);
  });

  it("Wampler2: at least 13 digits of 1, 0.1, 0.01, …, all that the rounded response holds", async () => {
    const result = await fit(wampler(0.1));
    result.coefficients.forEach((coefficient, k) => expect(digits(coefficient, 10 ** -k)).toBeGreaterThan(13));
    expect(result.residualSumOfSquares / result.totalSumOfSquares).toBeLessThan(1e-30);
  });
});

/** R 4.2.2: X <- model.matrix(lm(…, longley)); hatvalues, and the ratio of the singular values of scaled X. */
it("leverages and the condition number agree with R's for Longley", async () => {
  const { r, p, condition } = await fit(LONGLEY);
  const leverages = LONGLEY.map((row) => leverage(r, p, row));
  expect(digits(leverages[0]!, 0.42453693062653636)).toBeGreaterThan(10);
  expect(digits(leverages[15]!, 0.68861460169389177)).toBeGreaterThan(10);
  expect(
    digits(
      leverages.reduce((sum, value) => sum + value),
      p,
    ),
  ).toBeGreaterThan(10);
  expect(digits(condition, 43275.0435871797)).toBeGreaterThan(9);
});

const number = fc.double({ min: -100, max: 100, noNaN: true });
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((p) => fc.array(fc.array(number, { minLength: p, maxLength: p }), { minLength: 30, maxLength: 700 }))
  .map((rows) =>
    rows.map((row, at) => [1, ...row.slice(1).map((value, j) => value + 50 * Math.sin(at * (j + 1))), row[0]!]),
  );

describe("leastSquares", () => {
  it("gives the same bits however the rows are chunked", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 600 }), async (rows, size) => {
        expect(await fit(rows, size)).toEqual(await fit(rows));
      }),
      { numRuns: 50 },
    );
  });

  it("does not depend on the order of the rows to 1e-12", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const [one, other] = [await fit(rows), await fit(rows.toReversed())];
        const size = Math.hypot(...one.coefficients);
        one.coefficients.forEach((value, j) =>
          expect(Math.abs(value - other.coefficients[j]!)).toBeLessThan(1e-12 * (1 + size)),
        );
        const squares = rows.reduce((sum, row) => sum + row.at(-1)! ** 2, 0);
        for (const key of ["residualSumOfSquares", "totalSumOfSquares"] as const) {
          expect(Math.abs(one[key] - other[key])).toBeLessThanOrEqual(1e-12 * squares);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("finds an R with RᵀR = XᵀX and a positive diagonal", async () => {
    const { r, p } = await fit(LONGLEY, 5);
    for (let i = 0; i < p; i++) {
      expect(r[i * p + i]).toBeGreaterThan(0);
      for (let j = 0; j < p; j++) {
        const cross = LONGLEY.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
        let product = 0;
        for (let k = 0; k < p; k++) product += r[k * p + i]! * r[k * p + j]!;
        expect(digits(product, cross)).toBeGreaterThan(13);
      }
    }
  });

  it("reads asynchronous rows", async () => {
    const [chunk] = from(LONGLEY)() as Iterable<Chunk>;
    const source = async function* () {
      yield chunk!;
    };
    expect(await leastSquares(source, 7)).toEqual(await fit(LONGLEY));
  });

  it("does not care about units, however far apart", async () => {
    const units = [1, 1e155, 1e-170, 1e12, 1, 1e-9, 1];
    const rows = LONGLEY.map((row) => row.map((value, j) => value * (units[j] ?? 1e-140)));
    const [scaled, plain] = [await fit(rows), await fit(LONGLEY)];
    scaled.coefficients.forEach((value, j) => {
      expect(digits((value * units[j]!) / 1e-140, plain.coefficients[j]!)).toBeGreaterThan(8);
    });
    expect(digits(scaled.condition, plain.condition)).toBeGreaterThan(8);
  });

  it("fits a response that is always zero", async () => {
    const result = await fit(LONGLEY.map((row) => [...row.slice(0, -1), 0]));
    expect(result).toMatchObject({ residualSumOfSquares: 0, totalSumOfSquares: 0 });
    expect(result.coefficients.every((value) => value === 0)).toBe(true);
  });
});

describe("leastSquares refuses", () => {
  const wave = (rate: number) => Array.from({ length: 40 }, (_, at) => Math.sin(rate * at * at));
  const [one, a, b, c, y] = [wave(0).map(() => 1), wave(1), wave(2), wave(3), wave(4)];
  const table = (...columns: number[][]) =>
    y!.map((response, at) => [...columns.map((column) => column[at]!), response]);
  const combine = (weight: number, left: number[], right: number[]) =>
    left.map((value, at) => value + weight * right[at]!);

  it.each([
    ["a sum of two others", table(one!, a!, b!, c!, combine(1, a!, c!)), [{ column: 4, on: [1, 3] }]],
    [
      "a copy in other units",
      table(
        one!,
        a!,
        b!,
        a!.map((value) => value * 3e9),
      ),
      [{ column: 3, on: [1] }],
    ],
    [
      "a constant",
      table(
        one!,
        a!,
        a!.map(() => 7),
      ),
      [{ column: 2, on: [0] }],
    ],
    [
      "zeros",
      table(
        one!,
        a!,
        a!.map(() => 0),
        b!,
      ),
      [{ column: 2, on: [] }],
    ],
    [
      "the last of all levels of a category",
      table(one!, ...[0, 1, 2].map((level) => y!.map((_, at) => Number(at % 3 === level)))),
      [{ column: 3, on: [0, 1, 2] }],
    ],
    [
      "two of them",
      table(one!, a!, combine(2, one!, a!), b!, combine(-3, a!, b!)),
      [
        { column: 2, on: [0, 1] },
        { column: 4, on: [1, 3] },
      ],
    ],
  ])("a column that is %s, with the columns it depends on", async (_, rows, dependencies) => {
    const failure = await fit(rows).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RankDeficientError);
    expect(failure).toMatchObject({ dependencies });
  });

  it("no column that is nearly but clearly not dependent", async () => {
    const rows = table(one!, a!, combine(1e-8, a!, b!));
    const exact = rows.map((row) => [...row.slice(0, 3), row[1]! + row[2]!]);
    const { coefficients } = await fit(exact);
    [0, 1, 1].forEach((value, j) => expect(coefficients[j]!).toBeCloseTo(value, 6));
  });

  it("fewer rows than coefficients and one more", async () => {
    await expect(fit(LONGLEY.slice(0, 7))).rejects.toThrow(new TooFewRowsError(7, 7));
    expect((await fit(LONGLEY.slice(0, 8))).df).toBe(1);
    await expect(leastSquares(() => [], 2)).rejects.toThrow("there must be at least 3 rows for 2 coefficients");
  });

  it.each([NaN, Infinity, 1e200])("a table in which %d turns up late", async (value) => {
    const rows = LONGLEY.map((row) => [...row]);
    const long = Array.from({ length: 30 }, () => rows).flat();
    long[400] = [1, value, 3, 4, 5, 6, 7, 8];
    await expect(fit(long)).rejects.toThrow(RangeError);
  });
});

describe("a table in parts that others have factorised", () => {
  /** Houses: whole numbers and their ratios, of sizes from 1 to 10,000, and prices with noise. */
  const houses = (count: number): number[][] => {
    let state = 1;
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const below = (limit: number) => Math.floor(limit * random());
    return Array.from({ length: count }, () => {
      const [area, bedrooms, bathrooms] = [1_000 + below(15_000), 1 + below(6), 1 + below(4)];
      const price = 5 * area - 4_000 * bedrooms + 20_000 * bathrooms + below(30_000);
      return [1, area, bedrooms, bathrooms, area / bedrooms, bathrooms / bedrooms, price];
    });
  };
  const factorOf = (rows: number[][]): Factor => {
    const qr = new StreamingQr(rows[0]!.length);
    qr.add({ rows: Float64Array.from(rows.flat()), count: rows.length });
    return qr.factor();
  };
  const inParts = (rows: number[][], size: number): Factor[] =>
    Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
      factorOf(rows.slice(part * size, (part + 1) * size)),
    );

  it("has the fit of its rows, wherever the cuts are and whatever the scales of the parts", async () => {
    const rows = houses(3_000).sort((a, b) => a[1]! - b[1]!);
    const whole = await fit(rows);
    for (const size of [1, 7, 256, 1_000, 2_999]) {
      const parts = await leastSquares(from(rows), 6, inParts(rows, size));
      expect(parts.n).toBe(3_000);
      whole.coefficients.forEach((value, j) => expect(digits(parts.coefficients[j]!, value)).toBeGreaterThan(12));
      expect(digits(parts.residualSumOfSquares, whole.residualSumOfSquares)).toBeGreaterThan(12);
      expect(digits(parts.totalSumOfSquares, whole.totalSumOfSquares)).toBeGreaterThan(12);
    }
    expect(await leastSquares(from(rows), 6, inParts(rows, 256))).toEqual(
      await leastSquares(from(rows), 6, inParts(rows, 256)),
    );
  });

  it("is not changed by parts without rows", async () => {
    // Squares of these overflow unless they are scaled.
    const rows = houses(600).map(([one, ...others]) => [one!, ...others.map((value) => value * 1e200)]);
    const none = new StreamingQr(7).factor();
    const parts = inParts(rows, 256);
    expect(await leastSquares(from(rows), 6, [none, ...parts, none])).toEqual(await leastSquares(from(rows), 6, parts));
  });

  it("has the coefficients of exact rational arithmetic to twelve digits", async () => {
    const rows = houses(20_000);
    const exact = solveExactly(rows);
    const { coefficients } = await leastSquares(from(rows), 6, inParts(rows, 5_000));
    exact.forEach((value, j) => expect(digits(coefficients[j]!, value)).toBeGreaterThan(12));
  });
});

/** The least-squares coefficients of rows [design…, response] by the normal equations in whole numbers, which round nothing. */
function solveExactly(rows: number[][]): number[] {
  const p = rows[0]!.length - 1;
  // Every double of the rows times 2⁶⁰ is a whole number.
  const whole = rows.map((row) => row.map((value) => BigInt(value * 2 ** 60)));
  const matrix = Array.from({ length: p }, (_, i) =>
    Array.from({ length: p + 1 }, (_, j) => whole.reduce((sum, row) => sum + row[i]! * row[j]!, 0n)),
  );
  // Elimination without fractions (Bareiss 1968): each division has no rest.
  let previous = 1n;
  for (let k = 0; k < p; k++) {
    for (let i = 0; i < p; i++) {
      if (i === k) continue;
      for (let j = p; j >= 0; j--) {
        if (j === k) continue;
        matrix[i]![j] = (matrix[k]![k]! * matrix[i]![j]! - matrix[i]![k]! * matrix[k]![j]!) / previous;
      }
      matrix[i]![k] = 0n;
    }
    previous = matrix[k]![k]!;
  }
  const digits = 10n ** 30n;
  return matrix.map((row, i) => Number((row[p]! * digits) / row[i]!) / 1e30);
}

it("memory does not grow with rows: 500,000 rows × 9", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const p = 10;
  let most = 0;
  let passes = 0;
  const table = (rows: number): RowSource =>
    function* () {
      passes++;
      const chunk = { rows: new Float64Array(1000 * (p + 1)), count: 1000 };
      for (let at = 0; at < rows; at += chunk.count) {
        for (let row = 0; row < chunk.count; row++) {
          let response = 0;
          for (let j = 0; j < p; j++) {
            const value = j === 0 ? 1 : 1000 + Math.sin((at + row) * j * 1.37);
            chunk.rows[row * (p + 1) + j] = value;
            response += j * value;
          }
          chunk.rows[row * (p + 1) + p] = response + Math.cos((at + row) * 11);
        }
        yield chunk;
        if (at % 10_000 > 0) continue;
        collect();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        most = Math.max(most, heapUsed + arrayBuffers);
      }
    };

  await leastSquares(table(50_000), p);
  const few = most;
  most = passes = 0;
  const { n, coefficients } = await leastSquares(table(500_000), p);
  expect(n).toBe(500_000);
  expect(coefficients[9]).toBeCloseTo(9, 2);
  expect(passes).toBeGreaterThan(1);
  // The table itself is 44 MB.
  expect(most - few).toBeLessThan(2e6);
}, 60_000);
