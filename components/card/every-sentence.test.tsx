import { CODES } from "@/lib/judging/findings";
import type { Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { textOf } from "@/lib/testing/rendered";
import {
  modelNamed,
  namesOf,
  testSentences,
  type Listed,
  type ModelName,
  withPureError,
} from "@/lib/testing/sentences";
import { Card } from "./card";
import * as coefficients from "./coefficient-sentences";
import * as errors from "./error-sentences";
import * as sentences from "./sentences";
import * as unknown from "./unknown-sentences";

/** A model, or one of which something is changed. */
type Page = ModelName | { of: ModelName; changed: (model: Model) => Model };

async function pageOf(page: Page): Promise<string> {
  const model = typeof page === "string" ? await modelNamed(page) : page.changed(await modelNamed(page.of));
  return textOf(<Card shown model={model} />);
}

const withAccuracy = (model: Model, changes: Partial<Evidence["accuracy"]>): Model => {
  const evidence = model.evidence!;
  return { ...model, evidence: { ...evidence, accuracy: { ...evidence.accuracy, ...changes } } };
};
/** Its ratio study could not be made. */
const withoutRatios = (model: Model) => withAccuracy(model, { ratio: null });
/** Half of the estimates are within the same share in every group. */
const alike = (model: Model) => {
  const segments = model.evidence!.accuracy.segments.map((segment) => ({ ...segment, mdape: 0.1 }));
  return withAccuracy(model, { segments });
};
/** Ranges hold half of what they claim. */
const narrow = (model: Model) => {
  const coverage = model.evidence!.accuracy.coverage.map((each) => ({ ...each, measured: each.measured / 2 }));
  return withAccuracy(model, { coverage });
};
/** Rows of its table have no first input. */
const withGaps = (model: Model): Model => ({
  ...model,
  evidence: { ...model.evidence!, leftOut: { rows: 3, missing: { a: 2, y: 1 } } },
});
/** Its coefficients came with it, but no standard errors. */
const withoutFit = (model: Model): Model => ({ ...model, predictor: { ...model.predictor, inference: null } });

/** One sentence, shown by the first page and not by the second. */
const once = (name: string, when: string, text: RegExp, shown: Page, notShown: Page): Listed<Page> => [
  name,
  { when, text, shown, notShown },
];

const ACCURACY: Listed<Page>[] = [
  once("accuracyInWords", "rows are known", /Half of the estimates are within 10% of the true/, "sound", "bare"),
  once("rowsLeftOut", "rows are known", /so that no row helped with its own estimate/, "sound", "bare"),
  [
    "tableInWords",
    { when: "rows are known", text: /The table has 300 rows\./, shown: "sound", notShown: "bare" },
    {
      when: "accuracy is that of a sample",
      text: /Accuracy was measured on a sample of 20,000 of them/,
      shown: "large",
      notShown: "sound",
    },
    {
      when: "charts are of a sample",
      text: /Charts of errors show a sample of 1,000\./,
      shown: "large",
      notShown: "sound",
    },
  ],
  once("figuresInWords", "rows are known", /The figures of accuracy come from the 300 rows/, "sound", "bare"),
  [
    "groupsInWords",
    {
      when: "groups differ",
      text: /among rows with an estimate of .*, but only within \d+% among rows/,
      shown: "sound",
      notShown: { of: "sound", changed: alike },
    },
    {
      when: "groups are alike",
      text: /and within the same in every other group/,
      shown: { of: "sound", changed: alike },
      notShown: "sound",
    },
    {
      when: "a single group has 30 rows",
      text: /Other groups have too few rows to compare with/,
      shown: "small",
      notShown: "sound",
    },
  ],
  [
    "ESTIMATES_TOO_ALIKE",
    {
      when: "the model explains so little that a left-out estimate is low where its own row lies high",
      text: /too much alike to show whether low or high ones are off/,
      shown: "yesno",
      notShown: "sound",
    },
  ],
  [
    "truthAtEnds",
    {
      when: "the lowest estimates are right on the whole",
      text: /Among the lowest estimates the median is \$\d+ and the median true price \$\d+: neither too low nor/,
      shown: "sound",
      notShown: "bent",
    },
    {
      when: "the lowest estimates are too low",
      text: /Among the lowest estimates the median is \$\d+ and the median true price \$\d+: they are too low/,
      shown: "bent",
      notShown: "sound",
    },
    {
      when: "the highest estimates are too high",
      text: /Among the highest it is \$\d+ and the median true price \$\d+: they are too high/,
      shown: "small",
      notShown: "sound",
    },
    {
      when: "rows are too few to sum up",
      text: /too few rows to say whether estimates are too low or too high/,
      shown: "tiny",
      notShown: "sound",
    },
  ],
  [
    "kindOfRangeInWords",
    {
      when: "ranges are conformal",
      text: /The ranges of this model are conformal: as wide as/,
      shown: "noisy",
      notShown: "sound",
    },
    {
      when: "ranges are by Student's t beside conformal ones",
      text: /equally large everywhere; the hollow dots are what conformal ranges would have held/,
      shown: "sound",
      notShown: "tiny",
    },
    {
      when: "ranges are by Student's t as rows are too few",
      text: /equally large everywhere; for conformal ranges there are too few rows/,
      shown: "tiny",
      notShown: "sound",
    },
  ],
  [
    "levelsInWords",
    {
      when: "ranges by Student's t hold what they claim",
      text: /All four hold what they claim/,
      shown: "sound",
      notShown: "unequal",
    },
    {
      when: "some do not",
      text: /Two of the four do not hold what they claim/,
      shown: "unequal",
      notShown: "sound",
    },
    {
      when: "none does",
      text: /None of the four holds what it claims/,
      shown: { of: "sound", changed: narrow },
      notShown: "sound",
    },
    { when: "rows are too few", text: /Eight rows are too few to say: chance/, shown: "tiny", notShown: "sound" },
  ],
  [
    "coverageByEstimateInWords",
    {
      when: "ranges hold their level along the estimates",
      text: /at high ones\. It does here, within sampling error/,
      shown: "sound",
      notShown: "unequal",
    },
    {
      when: "they do not in some groups",
      text: /In three of five groups of estimates it does not/,
      shown: "unequal",
      notShown: "sound",
    },
    {
      when: "they do not in any group",
      text: /In all five groups of estimates it does not/,
      shown: "scattered",
      notShown: "unequal",
    },
    {
      when: "rows are too few for two groups",
      text: /too few rows to say: that takes at least 60\./,
      shown: "tiny",
      notShown: "small",
    },
  ],
  [
    "brokenInWords",
    {
      when: "chances hold",
      text: /What was claimed for each group is what happened/,
      shown: "sound",
      notShown: "unequal",
    },
    {
      when: "chances do not hold",
      text: /In five of them something else happened than was claimed/,
      shown: "unequal",
      notShown: "sound",
    },
  ],
  [
    "strayInWords",
    { when: "rows can be summed up", text: /It strays furthest for first/, shown: "sound", notShown: "tiny" },
    { when: "they cannot", text: /see how errors change along an input/, shown: "tiny", notShown: "sound" },
  ],
  [
    "spreadInWords",
    {
      when: "errors are alike along the estimate",
      text: /at the highest \$[\d.]+: about as far apart/,
      shown: "bent",
      notShown: "unequal",
    },
    {
      when: "errors grow",
      text: /at the highest \$[\d.]+: further apart/,
      shown: "unequal",
      notShown: "sound",
    },
    {
      when: "errors shrink",
      text: /at the highest \$[\d.]+: closer together/,
      shown: "scattered",
      notShown: "unequal",
    },
    { when: "rows are too few", text: /errors change along the estimate\./, shown: "tiny", notShown: "sound" },
  ],
  [
    "tailsInWords",
    {
      when: "both ends are alike",
      text: /The most extreme errors, at both ends, are about where they should be/,
      shown: "sound",
      notShown: "scattered",
    },
    {
      when: "the ends differ",
      text: /The largest errors of estimates that are too low are further out than they should be, those/,
      shown: "biased",
      notShown: "sound",
    },
    { when: "rows are too few", text: /Eight rows are too few to show it/, shown: "tiny", notShown: "sound" },
  ],
];

const FIT: Listed<Page>[] = [
  [
    "influenceInWords",
    { when: "all rows were looked at", text: /A mistake in these rows/, shown: "sound", notShown: "large" },
    {
      when: "a sample of them was",
      text: /Among a sample of 20,000 of the 20,500 rows, a mistake in these/,
      shown: "large",
      notShown: "sound",
    },
    { when: "one row decides", text: /distance above 1 is worth a look/, shown: "small", notShown: "sound" },
    { when: "no row decides", text: /no single row decides the fit/, shown: "sound", notShown: "small" },
  ],
  once("sigmaInWords", "the target is a logarithm", /of the logarithm: an error of this size/, "log", "sound"),
  once("stepInWords", "the target is a logarithm", /The change is that of the estimate, which/, "log", "sound"),
  [
    "smearingInWords",
    {
      when: "the target is a logarithm and ranges are by Student's t",
      text: /which is what the estimate is, if errors are equally large/,
      shown: "log",
      notShown: "sound",
    },
    {
      when: "the target is a logarithm and ranges are conformal",
      text: /which is what the estimate is, if errors were equally large/,
      shown: "hedonic",
      notShown: "log",
    },
  ],
  [
    "lackOfFitInWords",
    {
      when: "no test finds a pattern",
      text: /No test finds a pattern that the model misses/,
      shown: "sound",
      notShown: "bent",
    },
    {
      when: "only the usual tests find one",
      text: /The usual tests find a pattern that the model misses \(p < 0\.001 for all tests together\), but not once unequal errors are allowed for \(robust p = 0\.600\)/,
      shown: { of: "sound", changed: withPureError({ f: 3, p: 1e-5, robustP: 0.3, share: 0.4 }) },
      notShown: "sound",
    },
    {
      when: "the one that is found is too small to matter",
      text: /together\), but it explains less than 2% of what is left unexplained\. Nearly all/,
      shown: { of: "sound", changed: withPureError({ f: 3, p: 1e-5, robustP: 1e-5, share: 0.01 }) },
      notShown: "sound",
    },
    {
      when: "a term is missing",
      text: /for all tests together\)\. The term that would help most is the square of first/,
      shown: "bent",
      notShown: "sound",
    },
    {
      when: "a pattern is missing that no term explains",
      text: /It makes up about \d+% of the variance that is left unexplained, and no single square/,
      shown: "wavy",
      notShown: "bent",
    },
  ],
  [
    "searchInWords",
    {
      when: "all terms were tested in all rows",
      text: /In all 300 rows, all 5 squares and products of inputs were tested/,
      shown: "sound",
      notShown: "large",
    },
    {
      when: "rows are a sample",
      text: /In 20,000 of the 20,500 rows, all/,
      shown: "large",
      notShown: "sound",
    },
    {
      when: "there is no other term",
      text: /there was no square or product of inputs to test/,
      shown: "yesno",
      notShown: "sound",
    },
  ],
  once("TOO_FEW_ROWS_FOR_FIT", "there are fewer than 30 rows", /at least 30 are needed\./, "tiny", "sound"),
  once("ROBUST_TESTS", "lack of fit was tested", /F and its p-value are the usual ones/, "sound", "tiny"),
  [
    "coefficientRangesInWords",
    {
      when: "errors are equally large",
      text: /95% confidence, if the model is right\./,
      shown: "sound",
      notShown: "unequal",
    },
    { when: "they are not", text: /they use HC3 standard errors/, shown: "unequal", notShown: "sound" },
  ],
  once("INFLATION_IN_WORDS", "the fit is known", /GVIF is how much less exactly/, "sound", "bare"),
  [
    "hollowInWords",
    {
      when: "some coefficients may be zero",
      text: /may as well be zero: one of the three is hollow/,
      shown: "sound",
      notShown: "exact",
    },
    { when: "all may be zero", text: /zero: all dots are hollow/, shown: "useless", notShown: "sound" },
    { when: "none may be zero", text: /None of the ranges includes zero/, shown: "exact", notShown: "sound" },
  ],
  [
    "scaleInWords",
    { when: "the target is not a logarithm", text: /Per unit of the term\./, shown: "sound", notShown: "log" },
    { when: "the target is a logarithm", text: /Per unit of the term, added to the/, shown: "log", notShown: "sound" },
  ],
];

const UNKNOWN: Listed<Page>[] = [
  once("UNSEEN_DATA", "no rows came with the model", /how far its training data reaches is not known/, "bare", "sound"),
  once(
    "leftOutInWords",
    "rows were left out",
    /3 of 303 rows are left out: first is missing in 2 and [a-z ]+ in 1\./,
    { of: "sound", changed: withGaps },
    "sound",
  ),
  once("ESTIMATES_WITHOUT_RANGE", "no rows came with it", /So its estimates have no range/, "bare", "sound"),
  once(
    "NO_STANDARD_ERRORS",
    "coefficients came without standard errors",
    /How exact the coefficients are is not known/,
    { of: "sound", changed: withoutFit },
    "sound",
  ),
  once("uncheckedChancesInWords", "there are fewer than 150 rows", /whether such chances hold/, "useless", "sound"),
  once("tooFewForGroupsInWords", "no group has 30 rows", /Groups of rows are compared where/, "tiny", "small"),
];

const RATIOS: Listed<Page>[] = [
  [
    "ratioVerdictInWords",
    { when: "rows are too few", text: /too few to pass or to fail: \d+ are needed/, shown: "tiny", notShown: "noisy" },
    { when: "figures fail", text: /It fails in three of the four figures/, shown: "noisy", notShown: "exact" },
    { when: "all pass", text: /It passes\./, shown: "exact", notShown: "noisy" },
    {
      when: "none fails for sure",
      text: /It does not fail, but PRB may lie on either side/,
      shown: "biased",
      notShown: "exact",
    },
  ],
  [
    "ratioBenchmarkInWords",
    {
      when: "a model without bias would fail too",
      text: /A model with the same noise and no bias does no better, as far as chance lets one see, in these figures/,
      shown: "noisy",
      notShown: "scattered",
    },
    {
      when: "a model without bias would not",
      text: /But this model scores otherwise than a model with the same noise/,
      shown: "scattered",
      notShown: "noisy",
    },
  ],
  once("ratioThirdsInWords", "there is a ratio study", /This is regression to the mean/, "noisy", "sound"),
  once(
    "noRatioStudyInWords",
    "the description wants a ratio study, and outcomes or estimates are not positive",
    /There is no ratio study: it needs/,
    { of: "noisy", changed: withoutRatios },
    "noisy",
  ),
];

const FINDINGS: Listed<Page>[] = [
  [
    "findingsIntroduction",
    { when: "nothing is known", text: /none of the checks on this page can be/, shown: "bare", notShown: "sound" },
    { when: "nothing is wrong", text: /None of the checks on this page finds/, shown: "sound", notShown: "bent" },
    { when: "one thing is wrong", text: /One thing is wrong with this model\./, shown: "bent", notShown: "unequal" },
    { when: "several are", text: /Three things are wrong with this model, what/, shown: "unequal", notShown: "bent" },
  ],
  [
    "problemsInWords",
    { when: "nothing is known", text: /No check could be made\./, shown: "bare", notShown: "sound" },
    { when: "nothing is wrong", text: /No problem found\./, shown: "sound", notShown: "bent" },
    {
      when: "something is wrong",
      text: /1 problem found: it misses a pattern\./,
      shown: "bent",
      notShown: "unequal",
    },
    {
      when: "several things are",
      text: /3 problems found: its ranges are not calibrated; its chance of being close is off; its errors/,
      shown: "unequal",
      notShown: "bent",
    },
  ],
  once("no_evidence", "no rows came with it", /Its accuracy is not known Estimates have no range/, "bare", "sound"),
  once("too_few_rows", "fewer than 10 rows a coefficient", /It has learned from too few rows/, "tiny", "sound"),
  once("no_better_than_average", "its R² is not above 0", /It does no better than guessing/, "useless", "sound"),
  once("vertical_bias", "its PRB is not that of noise", /It is biased along the scale/, "biased", "noisy"),
  once("ratio_study", "its COD is not that of noise", /It does not meet the assessors/, "scattered", "noisy"),
  once("coverage", "ranges do not hold", /Its ranges are not calibrated/, "unequal", "sound"),
  once("calibration", "chances do not hold", /Its chance of being close is off/, "unequal", "sound"),
  once("lack_of_fit", "a pattern is missing", /It misses a pattern/, "bent", "sound"),
  once("unequal_variance", "errors differ in size", /Its errors are not equally large/, "unequal", "sound"),
  once("collinear_terms", "inputs hold the same", /Some of its inputs overlap/, "overlapping", "sound"),
  once("influential_row", "a Cook's distance is above 1", /A single row moves it/, "small", "sound"),
];

const names = namesOf(new URL(".", import.meta.url), {
  "coefficient-sentences.ts": coefficients,
  "error-sentences.ts": errors,
  "sentences.ts": sentences,
  "unknown-sentences.ts": unknown,
});

// The sentence of the accuracy stands among the words that other pages share.
testSentences(
  [...ACCURACY, ...FIT, ...UNKNOWN, ...RATIOS, ...FINDINGS],
  [...names, ...CODES, "accuracyInWords"],
  pageOf,
);
