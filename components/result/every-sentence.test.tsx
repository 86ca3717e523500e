import type { Inputs } from "@/lib/model/inputs/value";
import { loadModel } from "@/lib/families";
import { hashDescription } from "@/lib/model/bundle";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import { predict } from "@/lib/model/answer/predict";
import { textOf } from "@/lib/testing/rendered";
import {
  inputsWith,
  modelNamed,
  namesOf,
  testSentences,
  type Listed,
  type ModelName,
  withPureError,
} from "@/lib/testing/sentences";
import * as charts from "./chart-sentences";
import { readLevel } from "./level";
import { Report } from "./report";
import * as ranges from "./range-sentences";
import * as sentences from "./sentences";
import * as unknown from "./unknown-sentences";

/** A model with its example as inputs, or with some of them changed, or with something of the model taken away. */
type Page = ModelName | { of: ModelName; inputs?: Inputs; level?: string; without?: (model: Model) => Model };

async function pageOf(page: Page): Promise<string> {
  const {
    of,
    inputs: changes,
    level,
    without = (model: Model) => model,
  } = typeof page === "string" ? { of: page } : page;
  const whole = await modelNamed(of);
  const model = without(whole);
  const inputs = inputsWith(whole, changes);
  const range = readLevel(model, new URLSearchParams(level === undefined ? "" : { level }));
  const prediction = predict(model, inputs, range);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  return textOf(
    <Report
      shown
      model={model}
      inputs={inputs}
      prediction={prediction}
      unread={range.unread}
      origin="https://example.com"
      token=""
    />,
  );
}

/** Beyond the rows of the first input, which end at 10. */
const outside: Page = { of: "sound", inputs: { a: 13 } };
const hidden = (model: Model): Model => ({
  ...model,
  spec: { ...model.spec, training: { ...model.spec.training!, showRows: false } },
});
const boundless = (model: Model): Model => {
  const inputs = model.spec.inputs.map((input) => ("min" in input ? { ...input, min: undefined } : input));
  return { ...model, spec: { ...model.spec, inputs } };
};
const endless = (model: Model): Model => {
  const inputs = model.spec.inputs.map(({ name, label }) => ({ name, label, kind: "number" as const }));
  return { ...model, spec: { ...model.spec, inputs } };
};
/** The first input may be left blank. */
const assuming = (model: Model): Model => {
  const inputs = model.spec.inputs.map((input) => (input.name === "a" ? { ...input, missing: { value: 5 } } : input));
  const spec = { ...model.spec, inputs } as Spec;
  return loadModel(spec, { ...model.bundle, spec: hashDescription(spec) });
};
/** The same, and the page knows of a term for rows without it. */
const adjusting = (model: Model): Model => {
  const assumed = assuming(model);
  return { ...assumed, spec: { ...assumed.spec, terms: [...assumed.spec.terms, "missing(a)"] } };
};
const withoutRange = (model: Model): Model => ({ ...model, uncertainty: null });
const withoutGroups = (model: Model): Model => {
  const { evidence } = model;
  return { ...model, evidence: { ...evidence!, accuracy: { ...evidence!.accuracy, segments: [] } } };
};
const withoutContrasts = (model: Model): Model => {
  const inference = { ...model.predictor.inference!, errors: "unknown" as const };
  return { ...model, predictor: { ...model.predictor, inference } };
};

const LIST: Listed<Page>[] = [
  [
    "assumedInWords",
    {
      when: "an input that may be missing is",
      text: /First was not given, so the estimate assumes 5\./,
      shown: { of: "sound", inputs: { a: null }, without: assuming },
      notShown: "sound",
    },
    {
      when: "a term says what else differs without it",
      text: /assumes 5 and adjusts for how rows without first differ\./,
      shown: { of: "sound", inputs: { a: null }, without: adjusting },
      notShown: { of: "sound", inputs: { a: null }, without: assuming },
    },
  ],
  [
    "largestInWords",
    {
      when: "an input raises the estimate",
      text: /The largest increase is \$\d+, from first \(5\.22\)/,
      shown: "sound",
      notShown: "useless",
    },
    {
      when: "inputs raise it and inputs lower it",
      text: /The largest decrease is \$\d+, from third \(no\)/,
      shown: "sound",
      notShown: "unequal",
    },
    {
      when: "an input lowers it and none raises it",
      text: /The average estimate over the 120 cases is \$\d+\. The largest decrease is/,
      shown: "useless",
      notShown: "sound",
    },
  ],
  [
    "insideInWords",
    {
      when: "the range holds some of the nearest rows",
      text: /3 of the 5 are within the range of this estimate/,
      shown: "sound",
      notShown: "bare",
    },
    {
      when: "the range holds all of them",
      text: /All are within the range of this estimate/,
      shown: "useless",
      notShown: "sound",
    },
    {
      when: "the range holds none of them",
      text: /None of the 5 is within the range of this estimate/,
      shown: { of: "sound", inputs: { a: 16, b: 0.1 } },
      notShown: "sound",
    },
  ],
  [
    "sideInWords",
    {
      when: "all of the nearest rows are lower",
      text: /All are lower than the estimate\./,
      shown: { of: "sound", inputs: { a: 16, b: 0.1 } },
      notShown: "sound",
    },
    {
      when: "all of them are higher",
      text: /All are higher than the estimate\./,
      shown: { of: "sound", inputs: { a: -6, b: 4 } },
      notShown: "sound",
    },
  ],
  [
    "curvesInWords",
    {
      when: "an input has a chart",
      text: /Each chart changes one answer/,
      shown: "bare",
      notShown: { of: "bare", without: endless },
    },
    { when: "there is a range", text: /, the band its range\. The ring/, shown: "sound", notShown: "bare" },
    {
      when: "rows are known",
      text: /The thick axis is the range in the training data/,
      shown: "sound",
      notShown: "bare",
    },
  ],
  [
    "NOTHING_MEASURED",
    {
      when: "no rows came with the model",
      text: /This is not known, because no rows/,
      shown: "bare",
      notShown: "houses",
    },
  ],
  [
    "ROUNDED",
    { when: "there is no range", text: /rounded to 3 significant digits/, shown: "bare", notShown: "houses" },
  ],
  [
    "hiddenRowsInWords",
    {
      when: "the table must not be shown",
      text: /keeps the 300 rows of its training data private, so/,
      shown: { of: "sound", without: hidden },
      notShown: "sound",
    },
  ],
  [
    "endlessInWords",
    {
      when: "neither rows nor bounds say how far an input goes",
      text: /There is no chart for lot area, bedrooms/,
      shown: { of: "bare", without: boundless },
      notShown: "bare",
    },
  ],
  [
    "leanInWords",
    {
      when: "estimates like this one are too low or too high by more than chance makes",
      text: /The actual price was typically \d+% lower than the estimate/,
      shown: "biased",
      notShown: "sound",
    },
  ],
  [
    "similarAccuracy",
    {
      when: "rows have estimates like this one",
      text: /of the 300 rows have an estimate of \$\d+ to .* Half of these estimates were within \d+% of the actual price, and/,
      shown: "sound",
      notShown: "tiny",
    },
    {
      when: "the table has fewer than 90 rows",
      text: /8 rows are too few to measure the accuracy of similar estimates\. Over all rows/,
      shown: "tiny",
      notShown: "sound",
    },
    {
      when: "estimates have no groups of 30 rows",
      text: /Too few rows have a similar estimate to measure/,
      shown: { of: "sound", without: withoutGroups },
      notShown: "sound",
    },
    {
      when: "the estimate is higher than that of any row",
      text: /None of the 300 rows has an estimate as high as this one/,
      shown: { of: "sound", inputs: { a: 9.6, b: 0.3, c: true } },
      notShown: "sound",
    },
  ],
  [
    "overallAccuracy",
    {
      when: "rows are known",
      text: /Each of the 300 rows was left out in turn and estimated by the model fitted to the others/,
      shown: "sound",
      notShown: "bare",
    },
  ],
  [
    "rangeAmongOutcomes",
    {
      when: "there are a range and rows",
      text: /The bar shows the likely range for this case/,
      shown: "sound",
      notShown: { of: "sound", without: withoutRange },
    },
    {
      when: "the estimate is outside the data",
      text: /The bar shows the range of this estimate/,
      shown: outside,
      notShown: "sound",
    },
    {
      when: "the rows are a sample",
      text: /The estimate is higher than \d+% of a sample of 1,000 of them/,
      shown: "large",
      notShown: "sound",
    },
  ],
  [
    "averageEstimate",
    { when: "rows explain the estimate", text: /The average estimate over the 300/, shown: "sound", notShown: "bare" },
  ],
  [
    "nearestRows",
    {
      when: "rows are known and may be shown",
      text: /These 5 are the most similar of the 300 cases/,
      shown: "sound",
      notShown: { of: "sound", without: hidden },
    },
  ],
  [
    "rangeInWords",
    {
      when: "ranges hold what they claim",
      text: /In 8 out of 10 cases like this, the actual price is \$\d+ to \$\d+\. (?!The range is meant)/,
      shown: "sound",
      notShown: { of: "unequal", inputs: { a: 1 } },
    },
    {
      when: "ranges of estimates like this one hold more or less than they claim",
      text: /meant for 80% of cases\. Among the 80 rows with similar estimates, each left out of the fit, ranges contained \d+% of/,
      shown: { of: "unequal", inputs: { a: 1 } },
      notShown: "sound",
    },
    {
      when: "the range is cut at zero",
      text: /In at least 8 out of 10 cases like this, the actual price is less than \$[\d.]+/,
      shown: { of: "cheap", inputs: { a: 0.2 } },
      notShown: "sound",
    },
  ],
  [
    "unreadLevelInWords",
    {
      when: "the address has a level that the model cannot give",
      text: /This model has no range for “120%”\. The page shows the range for 80% of cases\./,
      shown: { of: "sound", level: "120%" },
      notShown: { of: "sound", level: "0.95" },
    },
  ],
  [
    "restsInWords",
    {
      when: "the range is by Student's t and rows are too few to check it",
      text: /of the same size everywhere\. 8 rows are too few to check that/,
      shown: "tiny",
      notShown: "sound",
    },
  ],
  [
    "moreExamplesInWords",
    {
      when: "the coefficients are well known",
      text: /Hardly\. Even unlimited data would narrow it by/,
      shown: "sound",
      notShown: "tiny",
    },
    {
      when: "the coefficients are not well known",
      text: /Unlimited data on cases like this would narrow it by \d+%/,
      shown: "tiny",
      notShown: "sound",
    },
    {
      when: "one input makes the estimate unusual",
      text: /Rows with first near .* would help most; the training data has 8 rows in all/,
      shown: { of: "tiny", inputs: { a: 9 } },
      notShown: "sound",
    },
  ],
  [
    "restInWords",
    { when: "no test finds a pattern", text: /The rest looks like noise: cases/, shown: "sound", notShown: "bent" },
    {
      when: "only the usual tests find one",
      text: /The rest may be noise: the usual tests find a pattern that the model misses, but tests/,
      shown: { of: "sound", without: withPureError({ f: 3, p: 1e-5, robustP: 0.3, share: 0.4 }) },
      notShown: "sound",
    },
    {
      when: "the one that is found is too small to matter",
      text: /Nearly all of the rest looks like noise/,
      shown: { of: "sound", without: withPureError({ f: 3, p: 1e-5, robustP: 1e-5, share: 0.01 }) },
      notShown: "sound",
    },
    { when: "no test was made", text: /too few to tell which/, shown: "tiny", notShown: "sound" },
    {
      when: "a term is missing",
      text: /not only noise: the model misses a pattern\. The term that would help most is the square of first/,
      shown: "bent",
      notShown: "sound",
    },
    {
      when: "a pattern is missing that no term explains",
      text: /No single square or product of inputs explains it/,
      shown: "wavy",
      notShown: "bent",
    },
  ],
  [
    "effectConfidenceInWords",
    {
      when: "errors are equally large",
      text: /95% confidence, if the model is right\)\. If a range includes 0/,
      shown: "sound",
      notShown: "unequal",
    },
    { when: "they are not", text: /errors of unequal size, HC3\)/, shown: "unequal", notShown: "sound" },
    {
      when: "they are not, and there are too many coefficients",
      text: /the model has too many coefficients to store what a range then needs/,
      shown: { of: "unequal", without: withoutContrasts },
      notShown: "unequal",
    },
    {
      when: "there are no standard errors",
      text: /the standard errors of the fit did/,
      shown: "bare",
      notShown: "houses",
    },
  ],
  [
    "MAY_BE_ZERO",
    {
      when: "the range of an effect includes zero",
      text: /It may make no difference/,
      shown: "sound",
      notShown: "exact",
    },
  ],
  [
    "patternInWords",
    {
      when: "the estimate is outside the data",
      text: /If the pattern continues, the range is \$\d+ to \$\d+\./,
      shown: outside,
      notShown: "sound",
    },
    {
      when: "it is outside and its range is cut at zero",
      text: /If the pattern continues, the range is less than \$[\d.]+\. How/,
      shown: { of: "cheap", inputs: { a: -0.5 } },
      notShown: outside,
    },
  ],
  [
    "noRangeInWords",
    { when: "no rows came with the model", text: /There is no range: no rows/, shown: "bare", notShown: "houses" },
  ],
  [
    "confidenceInWords",
    {
      when: "the estimate is within the data",
      text: /There is a \d+ ?% chance that the estimate is within 10% of the actual price/,
      shown: "sound",
      notShown: outside,
    },
    {
      when: "it is, and an error has no percentage",
      text: /chance that the estimate is within \$\d+ of the actual price/,
      shown: "zeros",
      notShown: "sound",
    },
  ],
  [
    "deviationInWords",
    {
      when: "errors are shares of the outcome",
      text: /In about 2 of 3 cases, .* by at most about \d+% \(forecast standard deviation, FSD\)/,
      shown: "sound",
      notShown: "zeros",
    },
  ],
  [
    "outsideInWords",
    {
      when: "the estimate is outside the data",
      text: /extends a straight line; the actual price may be far outside the range below/,
      shown: outside,
      notShown: "sound",
    },
    {
      when: "it is, and the model is no straight line",
      text: /extends its pattern; the actual price may be far outside the range below/,
      shown: { of: "log", inputs: { a: 13 } },
      notShown: outside,
    },
    {
      when: "it is, and has no range",
      text: /the actual price may be far from the estimate below/,
      shown: { of: "sound", inputs: { a: 13 }, without: withoutRange },
      notShown: outside,
    },
  ],
  [
    "edgeInWords",
    {
      when: "a number lies beyond those of the rows",
      text: /With first [\d.]+, where the training data ends, the estimate is \$\d+\. The difference of \$\d+ assumes/,
      shown: outside,
      notShown: "sound",
    },
  ],
  [
    "noRowsLikeIt",
    {
      when: "the estimate is outside the data",
      text: /Too few training rows are similar to say/,
      shown: outside,
      notShown: "sound",
    },
  ],
  [
    "WORTH_OUTSIDE",
    {
      when: "the estimate is outside the data",
      text: /The amounts assume that the pattern continues/,
      shown: outside,
      notShown: "sound",
    },
  ],
  [
    "meanInWords",
    { when: "the target is a logarithm", text: /The estimate is the median: half/, shown: "log", notShown: "sound" },
  ],
];

const names = namesOf(new URL(".", import.meta.url), {
  "chart-sentences.ts": charts,
  "range-sentences.ts": ranges,
  "sentences.ts": sentences,
  "unknown-sentences.ts": unknown,
});

// The sentence of the mean stands among the words that other pages share.
testSentences(LIST, [...names, "meanInWords"], pageOf);
