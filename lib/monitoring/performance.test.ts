import { expect, test } from "vitest";
import { seededRandom } from "../math/random";
import { expectDigits, publishedModel, trainModel } from "../testing/models";
import { claimedGuesses, differenceInterval } from "./claims";
import { medianInterval } from "../judging/intervals";
import { USUAL_YARDSTICK } from "../judging/measures";
import { measureGuesses } from "./measures";
import { judgePerformance, type JudgedOutcome } from "./performance";
import type { Reported } from "./report";
import { simulate } from "./simulate";
import { parseShift } from "./shift";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { estimateRow } from "../model/answer/estimate";
import type { Model } from "../model/model";

const STUDIED = { ...USUAL_YARDSTICK, ratioStudy: true };

/**
 * R: d <- read.csv("model/house-price/training.csv"); d <- transform(d, area = lotsize,
 *   guest_rooms = recreation == "yes", basement = fullbase == "yes", parking = garage)
 * m <- lm(price ~ area + bedrooms + bathrooms + stories + guest_rooms + basement + parking
 *   + I(area / bedrooms) + I(bathrooms / bedrooms), d)
 * a <- d$price; e <- a - resid(m) / (1 - hatvalues(m)); n <- length(a); r <- e / a
 */
test("medians, shares and PRB of the rows left out have R's confidence intervals", async () => {
  const { mdape, medianRatio, within10, prb } = measureGuesses(
    claimedGuesses(await publishedModel("house-price")),
    0.95,
    STUDIED,
  );
  // k <- qbinom(0.025, n, 0.5); s <- sort(abs(e - a) / a); c(median(s), s[k], s[n + 1 - k]); the same for sort(r)
  expectDigits(mdape!.value, 0.14874640683929627);
  expectDigits(mdape!.low, 0.13402968028503165);
  expectDigits(mdape!.high, 0.16162026525505296);
  expectDigits(medianRatio!.low, 0.9932089600502807);
  expectDigits(medianRatio!.high, 1.0408436804423036);
  // binom.test(sum(abs(e - a) / a <= 0.1), n)$conf.int
  expectDigits(within10!.low, 0.30271663530639198);
  expectDigits(within10!.high, 0.38398069214179531);
  // x <- log2((e / median(r) + a) / 2); y <- (r - median(r)) / median(r); f <- lm(y ~ x)
  // coef(f)[2] - qt(0.975, n - 2) * sqrt(sandwich::vcovHC(f, type = "HC1")[2, 2])
  expectDigits(prb!.value, -0.17375112215510816, 9);
  expectDigits(prb!.low, -0.22100727219618033, 9);
});

test("the intervals of COD and PRD are as wide as those of 20,000 bootstrap samples, to a tenth", async () => {
  // set.seed(1); b <- boot::boot(cbind(e, a), statistic, 20000); c(b$t0, sd(b$t)) with the statistics
  // cod: 100 * mean(abs(r - median(r))) / median(r); prd: mean(r) / (sum(e) / sum(a))
  const { cod, prd } = measureGuesses(claimedGuesses(await publishedModel("house-price")), 0.95, STUDIED);
  expectDigits(cod!.value, 19.714161482475525);
  expectDigits(prd!.value, 1.056455928174201);
  for (const [interval, deviation] of [
    [cod!, 0.76366047628897848],
    [prd!, 0.0051800210594515946],
  ] as const) {
    const width = (interval.high - interval.low) / (2 * 1.96 * deviation);
    expect(width).toBeGreaterThan(0.9);
    expect(width).toBeLessThan(1.1);
  }
});

test("confidence intervals of 95% hold the truth in at least 93% of samples of 200", async () => {
  const population = claimedGuesses(await publishedModel("house-price"));
  const truth = measureGuesses(population, 0.95, STUDIED);
  const random = seededRandom(5);
  const samples = 500;
  const held = new Map<string, number>();
  for (let sample = 0; sample < samples; sample++) {
    const drawn = Array.from({ length: 200 }, () => population[Math.floor(random() * population.length)]!);
    for (const [name, { low, high }] of Object.entries(measureGuesses(drawn, 0.95, STUDIED))) {
      const { value } = truth[name as keyof typeof truth]!;
      held.set(name, (held.get(name) ?? 0) + Number(low <= value && value <= high));
    }
  }
  expect([...held.keys()].sort()).toEqual(["cod", "mdape", "medianRatio", "prb", "prd", "within10"]);
  for (const [name, count] of held) expect(count / samples, name).toBeGreaterThanOrEqual(0.93);
});

test("the median of five values lies between the smallest and the largest, at 95% and more", () => {
  expect(medianInterval([3, 1, 5, 2, 4], 0.95)).toEqual({ value: 3, low: 1, high: 5 });
});

test("the interval of a difference is as wide as both intervals together, by Pythagoras", () => {
  const { value, low, high } = differenceInterval({ value: 5, low: 2, high: 9 }, { value: 1, low: -2, high: 5 });
  expect([value, low, high]).toEqual([4, 4 - 5, 4 + 5]);
});

/** Every outcome is reported. */
function all(outcomes: readonly JudgedOutcome[]): Reported {
  const { length } = outcomes;
  return { outcomes: length, estimates: length, share: 1, verdict: "too few to tell", differing: [], detail: "" };
}

function outcomesOf(model: Model, rows: number, shifts: string[], seed: number): JudgedOutcome[] {
  const world = simulate(model, {
    days: 1,
    rows,
    shifts: shifts.map((text) => parseShift(model.spec, text)),
    from: 1,
    end: new Date(0),
    seed,
  });
  return [...world].flatMap(({ inputs, actual }) => {
    const { estimate, low, high, refusal } = estimateRow(model, model.reading.encode(inputs), DEFAULT_LEVEL);
    return refusal || actual === null ? [] : [{ inputs, estimate, actual, low, high, level: DEFAULT_LEVEL }];
  });
}

test.each([30, 100, 500])(
  "without a change, at most 5 of 100 windows of %d outcomes are called worse",
  async (rows) => {
    const model = await publishedModel("house-price");
    let worse = 0;
    for (let window = 1; window <= 100; window++) {
      const outcomes = outcomesOf(model, rows, [], window);
      if ((await judgePerformance(model, outcomes, all(outcomes))).verdict === "worse than claimed") worse++;
    }
    expect(worse).toBeLessThanOrEqual(5);
  },
  60_000,
);

test("where prices rise by 15% and the model stays behind, 500 outcomes say that it is worse than claimed", async () => {
  const model = await publishedModel("house-price");
  const outcomes = outcomesOf(model, 500, ["price:+15%"], 1);
  const performance = await judgePerformance(model, outcomes, all(outcomes));
  expect(performance.verdict).toBe("worse than claimed");
  const ratio = performance.measures.find(({ measure }) => measure === "medianRatio")!;
  expect(ratio.verdict).toBe("worse than claimed");
  expect(ratio.detail).toMatch(/^0\.8\d measured, 1\.01 claimed, a significant difference$/);
  expect(performance.segments.map(({ label }) => label).slice(0, 3)).toEqual([
    "estimated sale price $22,800 to $56,800",
    "estimated sale price $56,800 to $75,600",
    "estimated sale price $75,600 to $157,500",
  ]);
});

test("an outcome belongs to the group of its estimate, whatever came true, and beyond the groups to the nearest", async () => {
  const model = await publishedModel("house-price");
  const outcome = { actual: 200_000, inputs: null, low: null, high: null, level: null };
  const estimates = [10_000, 56_800, 56_801, 300_000];
  const outcomes = estimates.map((estimate) => ({ ...outcome, estimate }));
  const { segments } = await judgePerformance(model, outcomes, all(outcomes));
  expect(segments.slice(0, 3).map(({ outcomes }) => outcomes)).toEqual([2, 1, 1]);
});

test("29 outcomes are too few to tell, however wrong they are", async () => {
  const model = await publishedModel("house-price");
  const outcomes = outcomesOf(model, 29, ["price:+500%"], 1);
  const { verdict, measures, segments } = await judgePerformance(model, outcomes, all(outcomes));
  expect(verdict).toBe("too few to tell");
  for (const each of [...measures, ...segments.flatMap((segment) => segment.measures)]) {
    expect(each.verdict).toBe("too few to tell");
  }
});

test("ranges of another level say nothing about the claim for 80%, and outcomes without inputs belong to no level", async () => {
  const model = await publishedModel("house-price");
  const outcomes = outcomesOf(model, 200, [], 1).map((outcome) => ({ ...outcome, level: 0.95, inputs: null }));
  const { measures, segments } = await judgePerformance(model, outcomes, all(outcomes));
  const coverage = measures.find(({ measure }) => measure === "coverage")!;
  expect([coverage.now, coverage.verdict]).toEqual([null, "too few to tell"]);
  expect(coverage.detail).toMatch(/^there are 0 outcomes with an 80% range/);
  expect(segments.filter(({ by }) => by === "price").reduce((sum, each) => sum + each.outcomes, 0)).toBe(200);
  expect(segments.filter(({ by }) => by !== "price").every((each) => each.outcomes === 0)).toBe(true);
});

/** A population in which the model is right: prices of two inputs with errors in proportion. */
function population(random: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return () => {
    const inputs = { a: random() * 10, b: random() < 0.3 };
    return { inputs, actual: (100 + 20 * inputs.a - 30 * Number(inputs.b)) * Math.exp(0.15 * normal()) };
  };
}

test("judgePerformance(model, outcomes, reported) calls the whole or a part worse or better in at most 5% of right models", async () => {
  const random = seededRandom(3);
  const draw = population(random);
  const differs = ({ verdict }: { verdict: string }) => /^(worse|better)/.test(verdict);
  let [flagged, judged] = [0, 0];
  const models = 40;
  for (let index = 0; index < models; index++) {
    const model = await trainModel(
      {
        target: { name: "y", label: "Outcome", positive: true },
        inputs: [
          { name: "a", label: "A", kind: "number" },
          { name: "b", label: "B", kind: "boolean" },
        ],
      },
      Array.from({ length: 300 }, draw),
    );
    for (const count of [30, 100, 500]) {
      const outcomes = Array.from({ length: count }, draw).map(({ inputs, actual }) => {
        const { estimate, low, high } = estimateRow(model, model.reading.encode(inputs), DEFAULT_LEVEL);
        return { inputs, actual, estimate, low, high, level: DEFAULT_LEVEL };
      });
      const { measures, segments } = await judgePerformance(model, outcomes, all(outcomes));
      if (measures.some(differs) || segments.some((segment) => segment.measures.some(differs))) flagged++;
      judged += segments.filter((segment) => segment.measures.some(({ verdict }) => verdict === "as claimed")).length;
    }
  }
  expect(flagged / (3 * models)).toBeLessThanOrEqual(0.05);
  expect(judged).toBeGreaterThan(models);
});

test("judgePerformance(model, outcomes, reported) says of which outcomes it speaks", async () => {
  const model = await publishedModel("house-price");
  const outcomes = outcomesOf(model, 40, [], 1);
  const { detail, reported } = await judgePerformance(model, outcomes, {
    ...all(outcomes),
    estimates: 500,
    share: 0.08,
  });
  expect(detail).toBe(
    "40 reported outcomes (8% of 500 estimates) show no significant difference from the claims of the model card",
  );
  expect(reported.share).toBe(0.08);
});

test("judgePerformance(model, outcomes, reported) of truths of 0 has no median error, and no figure that is no number", async () => {
  const model = await publishedModel("house-price");
  const outcomes = outcomesOf(model, 60, [], 1).map((outcome, index) => ({
    ...outcome,
    actual: index % 2 === 0 ? 0 : -outcome.actual,
  }));
  const { measures } = await judgePerformance(model, outcomes, all(outcomes));
  expect(measures.find(({ measure }) => measure === "mdape")).toMatchObject({ now: null, verdict: "too few to tell" });
  for (const { now } of measures)
    for (const value of Object.values(now ?? {})) expect(value).toSatisfy(Number.isFinite);
});
