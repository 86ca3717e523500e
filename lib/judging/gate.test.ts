import { expect, it } from "vitest";
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
