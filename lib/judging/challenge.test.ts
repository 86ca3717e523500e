import { describe, expect, it } from "vitest";
import { binomialQuantile } from "../math/binomial";
import { seededRandom } from "../math/random";
import { judgeChallenge, type Challenge, type Contest } from "./challenge";

/** Outcomes that two models estimated, of which the challenger's errors are as many times as large. */
function draw(seed: number, outcomes: number, times: number): Contest[] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: outcomes }, () => {
    const actual = 100 * Math.exp(0.5 * normal());
    // Some outcomes are harder than others for both, and half of an error is common.
    const [size, shared] = [0.15 * actual * Math.exp(0.6 * normal()), normal()];
    const estimate = (factor: number) => {
      return { estimate: actual + factor * size * (0.7 * shared + 0.7 * normal()), range: null };
    };
    return { actual, champion: estimate(1), challenger: estimate(times) };
  });
}

function verdicts(runs: number, outcomes: number, times: number): Record<Challenge["verdict"], number> {
  const counts = {
    "the challenger is closer": 0,
    "the champion is closer": 0,
    "no difference beyond chance": 0,
    "too few to tell": 0,
  };
  for (let run = 0; run < runs; run++) {
    counts[judgeChallenge(draw(1_000 * outcomes + run, outcomes, times), true, undefined).verdict]++;
  }
  return counts;
}

describe("judgeChallenge(contests, shares, unit, locale)", () => {
  it("calls one of two equal models closer in at most 5% of cases, from 10 outcomes on", () => {
    const runs = 400;
    for (const outcomes of [10, 30, 120]) {
      const found = verdicts(runs, outcomes, 1);
      const closer = found["the challenger is closer"] + found["the champion is closer"];
      expect(closer).toBeLessThanOrEqual(binomialQuantile(0.999, runs, 0.05));
    }
  });

  it("calls a clearly better challenger closer nearly always, and a clearly worse one the champion", () => {
    expect(verdicts(100, 60, 0.5)["the challenger is closer"]).toBeGreaterThanOrEqual(95);
    expect(verdicts(100, 60, 2)["the champion is closer"]).toBeGreaterThanOrEqual(95);
  });

  it("says that there are too few outcomes to tell, and how many more it takes, or that there are enough", () => {
    expect(verdicts(100, 9, 0.2)["too few to tell"]).toBe(100);
    expect(judgeChallenge(draw(1, 9, 0.2), true, undefined)).toMatchObject({ difference: null, needed: null });
    const few = judgeChallenge(draw(1, 20, 0.9), true, undefined);
    expect(few.verdict).toBe("too few to tell");
    expect(few.needed).toBeGreaterThan(20);
    expect(few.detail).toMatch(
      new RegExp(`about ${few.needed! - 20} more outcomes are needed to see a difference of (this size|a tenth)`),
    );
    // The number is about right: with so many, a difference of that size is seen in about four of five cases.
    const needed = judgeChallenge(draw(7, 40, 0.8), true, undefined).needed ?? 100;
    expect(verdicts(60, Math.min(needed, 300), 0.75)["the challenger is closer"]).toBeGreaterThan(30);
    expect(verdicts(20, 2_000, 1)["no difference beyond chance"]).toBeGreaterThan(15);
  });

  it("gives errors in shares or in the unit, the sign test, and outcomes in ranges against their claim", () => {
    const at = (estimate: number) => ({ estimate, range: { level: 0.8, low: estimate - 10, high: estimate + 10 } });
    const contests = Array.from({ length: 20 }, (_, index): Contest => {
      const actual = 100 + index;
      return { actual, champion: at(actual + 20), challenger: at(actual - (index < 2 ? 20 : 5 + (index % 3))) };
    });
    const found = judgeChallenge(contests, false, "CAD");
    expect(found).toMatchObject({
      verdict: "the challenger is closer",
      outcomes: 20,
      errors: "the target's unit",
      champion: { medianError: 20, ranges: { claimed: 0.8, outcomes: 20, inside: 0, holds: false } },
      challenger: { medianError: 6, ranges: { inside: 18, holds: true } },
      closer: { count: 18, rows: 18 },
      needed: null,
    });
    expect(found.detail).toMatch(
      /^on 20 outcomes the challenger’s errors are \$13 smaller on average \(95% confidence interval \$4\.20 to \$15\), and the challenger is closer on 18 of 18$/,
    );
    expect(judgeChallenge(contests, true, "CAD").detail).toMatch(
      /errors are \d+ percentage points smaller on average \(95% confidence interval [\d.]+ to \d+ percentage points\)/,
    );
    expect(judgeChallenge(contests, true, "EUR", "de").detail).toMatch(
      /um \d+ Prozentpunkte kleiner \(95-%-Konfidenzintervall [\d,]+ bis \d+ Prozentpunkte\)/,
    );
    expect(judgeChallenge(contests, false, "EUR", "de").detail).toMatch(
      /^bei 20 Ergebnissen sind die Fehler des Challengers im Durchschnitt um 13\s€ kleiner \(95-%-Konfidenzintervall 4,20\s€ bis 15\s€\), und der Challenger liegt bei 18 von 18 näher$/,
    );
  });

  it("has no figures without outcomes", () => {
    expect(judgeChallenge([], true, undefined)).toMatchObject({
      verdict: "too few to tell",
      detail: "there is no outcome yet to compare both versions on",
      ...{ champion: null, challenger: null, difference: null, needed: null },
    });
  });

  it("sees no difference between a model and itself, however few outcomes there are", () => {
    const same = draw(3, 12, 1).map((each) => ({ ...each, challenger: each.champion }));
    expect(judgeChallenge(same, true, undefined)).toMatchObject({
      verdict: "no difference beyond chance",
      closer: { count: 0, rows: 0, p: 1 },
      detail: "on 12 outcomes the errors of both are identical",
    });
  });
});
