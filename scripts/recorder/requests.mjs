import { oneOf, shuffled, startFrom } from "./draw.mjs";
import { anyExport, everyExport, otherMethod, read, unknown } from "./others.mjs";
import * as pages from "./pages.mjs";
import { batch, csv, ndjson, predict, predictDerived, predictOddly } from "./predictions.mjs";
import { infer, mlflow } from "./protocols.mjs";
import { post } from "./request.mjs";
import { anyRow, rowOf, spoiledRow, spoiledText } from "./rows.mjs";

const several = (number, make) => Array.from({ length: number }, () => make());

/** The requests of a recording, all doors mixed; the same ones for the same seed. */
export function makeRequests(count, seed) {
  startFrom(seed);
  const farRow = (model) => rowOf(model, oneOf(["wide", "corner"]));
  const blocks = [
    ...everyExport(),
    ...pages.everyPage(),
    ...several(75, () => pages.estimatePage(pages.goodText)),
    ...several(30, () => pages.estimatePage(pages.farText)),
    ...several(45, () => pages.estimatePage(spoiledText)),
    ...several(45, pages.comparePage),
    ...several(40, pages.modelPage),
    ...several(32, pages.otherPage),
    ...several(10, pages.outcomeForm),
    ...several(16, pages.outcomes),
    ...several(140, () => predict(farRow)),
    ...several(180, () => predict(spoiledRow)),
    ...several(70, predictDerived),
    ...several(100, predictOddly),
    ...several(120, batch),
    ...several(190, csv),
    ...several(80, ndjson),
    ...several(130, mlflow),
    ...several(130, infer),
    ...several(70, anyExport),
    ...several(80, read),
    ...several(70, otherMethod),
    ...several(50, unknown),
    post("predict", "/api/models/salary/predict", `"${"x".repeat(2 ** 20)}"`),
  ];
  const rest = count - blocks.flat().length;
  if (rest < 0) throw new Error(`there must be at least ${count - rest} requests`);
  return shuffled([...blocks, ...several(rest, () => predict(rowOf))]).flat();
}

/**
 * Requests of an owner who is logged in, after some of others that there is something to see of. They are few, since
 * alerts are also seen to once a minute, which must not come between.
 */
export function makeOwnersRequests(seed) {
  startFrom(seed);
  return [...several(200, () => predict(anyRow)), ...pages.outcomesToJudgeBy(), ...pages.everyOwnersPage()];
}
