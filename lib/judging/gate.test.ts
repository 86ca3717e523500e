import { expect, it } from "vitest";
import { modelIn } from "../model/translate";
import { publishedModel } from "../testing/models";
import { judgeChallenge, type Contest } from "./challenge";
import { judgeGate } from "./gate";

const model = await publishedModel("house-price");

/** What outcomes say of a challenger whose errors are as many times as large. */
function on(outcomes: number, times: number) {
  const contests = Array.from({ length: outcomes }, (_, index): Contest => {
    const [actual, error] = [50_000 + 500 * index, 3_000 + 200 * (index % 9)];
    const at = (size: number) => ({ estimate: actual + size * error, range: null });
    return { actual, champion: at(1), challenger: at(times) };
  });
  return judgeChallenge(contests, true, "CAD");
}

it("judgeGate(candidate, champion, outcomes) is closed by outcomes where the champion is closer, and by nothing less", () => {
  const check = (outcomes: ReturnType<typeof on> | null) => judgeGate(model, model, outcomes).at(-1);
  expect(check(on(30, 2))).toMatchObject({
    ...{ check: "outcomes", holds: false },
    detail: expect.stringMatching(/^on 30 outcomes .*: the champion is closer$/),
  });
  expect(check(on(30, 0.5))).toMatchObject({
    holds: true,
    detail: expect.stringContaining("the challenger is closer"),
  });
  expect(check(on(5, 2))).toMatchObject({ holds: true, detail: expect.stringContaining("too few to tell") });
  expect(check(null)).toMatchObject({ holds: true });
});

it("judgeGate(candidate, champion, outcomes) says that identical errors are equally close, in the candidate’s language", () => {
  const accuracy = (candidate: typeof model) =>
    judgeGate(candidate, model, null).find(({ check }) => check === "accuracy");
  expect(accuracy(model)).toMatchObject({
    holds: true,
    detail: expect.stringMatching(/; both are equally close on every row$/),
  });
  const checks = judgeGate(modelIn(model, "de"), model, on(30, 2));
  expect(checks.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^alle \d+ Prüfzeilen stimmen$/),
    expect.stringMatching(
      /^der Medianfehler auf ausgelassenen Zeilen beträgt \d+\s%, beim Champion \d+\s%; beide liegen bei jeder Zeile gleich nah$/,
    ),
    expect.stringMatching(/^die Bereiche enthalten .* und \d+\s% der tatsächlichen Werte beim Niveau 95\s%$/),
    expect.stringMatching(/^bei 30 Ergebnissen .*: der Champion liegt näher$/),
  ]);
});
