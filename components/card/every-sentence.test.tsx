import { CODES } from "@/lib/judging/findings";
import type { Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import { modelIn } from "@/lib/model/translate";
import { publishedModel } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import {
  modelNamed,
  namesOf,
  testSentences,
  type Listed,
  type ModelName,
  withPureError,
} from "@/lib/testing/sentences";
import { LocaleProvider } from "#locale";
import { expect, test } from "vitest";
import { Card } from "./card";
import * as coefficients from "./coefficient-sentences";
import * as errors from "./error-sentences";
import * as fit from "./fit-sentences";
import * as ranges from "./range-sentences";
import * as ratios from "./ratio-sentences";
import * as sentences from "./sentences";
import * as unknown from "./unknown-sentences";

/** A model, or one of which something is changed. */
type Page = ModelName | { of: ModelName; changed: (model: Model) => Model };

async function modelOf(page: Page): Promise<Model> {
  return typeof page === "string" ? modelNamed(page) : page.changed(await modelNamed(page.of));
}

async function pageOf(page: Page): Promise<string> {
  return textOf(<Card shown model={await modelOf(page)} />);
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
  once("accuracyInWords", "rows are known", /Half of the estimates are within 10% of the actual/, "sound", "bare"),
  once("rowsLeftOut", "rows are known", /No row helps with its own estimate/, "sound", "bare"),
  [
    "tableInWords",
    { when: "rows are known", text: /The table has 300 rows\./, shown: "sound", notShown: "bare" },
    {
      when: "accuracy is that of a sample",
      text: /Accuracy was measured on a sample of 20,000 rows\./,
      shown: "large",
      notShown: "sound",
    },
    {
      when: "charts are of a sample",
      text: /Charts of errors show a sample of 1,000 rows\./,
      shown: "large",
      notShown: "sound",
    },
  ],
  once(
    "figuresInWords",
    "rows are known",
    /Accuracy was measured on the 300 training rows, each left out/,
    "sound",
    "bare",
  ),
  [
    "groupsInWords",
    {
      when: "groups differ",
      text: /The median error is between \d+% \(.*\) and \d+% \(.*\)\./,
      shown: "sound",
      notShown: { of: "sound", changed: alike },
    },
    {
      when: "groups are alike",
      text: /The median error is \d+% in every group/,
      shown: { of: "sound", changed: alike },
      notShown: "sound",
    },
    {
      when: "a single group has 30 rows",
      text: /Other groups have too few rows to compare\./,
      shown: "small",
      notShown: "sound",
    },
  ],
  [
    "tooAlike",
    {
      when: "the model explains so little that a left-out estimate is low where its own row lies high",
      text: /too similar to compare low and high ones/,
      shown: "yesno",
      notShown: "sound",
    },
  ],
  [
    "biasAtEnds",
    {
      when: "the lowest estimates are right on the whole",
      text: /The lowest estimates have a median of \$\d+, and their actual values a median of \$\d+: about as many/,
      shown: "sound",
      notShown: "bent",
    },
    {
      when: "most of the lowest estimates are too low",
      text: /The lowest estimates have a median of \$\d+, and their actual values a median of \$\d+: most actual values are above/,
      shown: "bent",
      notShown: "sound",
    },
    {
      when: "most of the highest estimates are too high",
      text: /The highest estimates have a median of \$\d+, and their actual values a median of \$\d+: most actual values are below/,
      shown: "small",
      notShown: "sound",
    },
    {
      when: "rows are too few to sum up",
      text: /too few rows to compare the lowest and the highest estimates/,
      shown: "tiny",
      notShown: "sound",
    },
  ],
  [
    "kindOfRangeInWords",
    {
      when: "ranges are conformal",
      text: /Ranges are as wide as the model’s errors on rows left out/,
      shown: "noisy",
      notShown: "sound",
    },
    {
      when: "ranges are by Student's t beside conformal ones",
      text: /Hollow dots: ranges as wide as the measured errors/,
      shown: "sound",
      notShown: "tiny",
    },
    {
      when: "ranges are by Student's t as rows are too few",
      text: /There are too few rows for ranges as wide as the measured/,
      shown: "tiny",
      notShown: "sound",
    },
  ],
  [
    "levelsInWords",
    {
      when: "ranges by Student's t are calibrated",
      text: /At all 4 levels, ranges contain/,
      shown: "sound",
      notShown: "unequal",
    },
    { when: "some are not", text: /At 1 of the 4 levels, ranges do not contain/, shown: "unequal", notShown: "sound" },
    {
      when: "none is",
      text: /not contain the actual value as often as claimed at any of the 4 levels/,
      shown: { of: "sound", changed: narrow },
      notShown: "sound",
    },
    { when: "rows are too few", text: /8 rows are too few to check how often/, shown: "tiny", notShown: "sound" },
  ],
  [
    "coverageByEstimateInWords",
    {
      when: "ranges cover as much along the estimates",
      text: /low and high estimates\. They do, within sampling error/,
      shown: "sound",
      notShown: "unequal",
    },
    {
      when: "they do not in some groups",
      text: /In 3 of 5 groups of estimates, the share differs/,
      shown: "unequal",
      notShown: "sound",
    },
    {
      when: "they do not in any group",
      text: /In all 5 groups of estimates, the share differs/,
      shown: "scattered",
      notShown: "unequal",
    },
    {
      when: "rows are too few for two groups",
      text: /too few rows to check this: at least 60 are needed\./,
      shown: "tiny",
      notShown: "small",
    },
  ],
  [
    "brokenInWords",
    {
      when: "probabilities are calibrated",
      text: /Claimed and measured shares agree within sampling error/,
      shown: "sound",
      notShown: "unequal",
    },
    {
      when: "they are not",
      text: /In 5 groups, the measured share differs from the claimed one/,
      shown: "unequal",
      notShown: "sound",
    },
  ],
  [
    "strayInWords",
    { when: "rows can be summed up", text: /is furthest from 0 for first/, shown: "sound", notShown: "tiny" },
    { when: "they cannot", text: /show how errors change with an input/, shown: "tiny", notShown: "sound" },
  ],
  [
    "spreadInWords",
    {
      when: "errors are alike along the estimate",
      text: /\$[\d.]+ at the highest: about the same/,
      shown: "bent",
      notShown: "unequal",
    },
    {
      when: "errors grow",
      text: /\$[\d.]+ at the highest: larger at high estimates/,
      shown: "unequal",
      notShown: "sound",
    },
    {
      when: "errors shrink",
      text: /\$[\d.]+ at the highest: smaller at high estimates/,
      shown: "scattered",
      notShown: "unequal",
    },
    { when: "rows are too few", text: /errors change with the estimate\./, shown: "tiny", notShown: "sound" },
  ],
  [
    "tailsInWords",
    {
      when: "both ends are alike",
      text: /The largest errors in both directions are about as large as expected/,
      shown: "sound",
      notShown: "scattered",
    },
    {
      when: "the ends differ",
      text: /Where estimates are too low, the largest errors are larger than expected; where they are too high/,
      shown: "biased",
      notShown: "sound",
    },
    { when: "rows are too few", text: /8 rows are too few to tell\./, shown: "tiny", notShown: "sound" },
  ],
];

const FIT: Listed<Page>[] = [
  [
    "influenceInWords",
    { when: "all rows were looked at", text: /A mistake in these rows would/, shown: "sound", notShown: "large" },
    {
      when: "a sample of them was",
      text: /In a sample of 20,000 of the 20,500 training rows, a mistake in these/,
      shown: "large",
      notShown: "sound",
    },
    {
      when: "one row decides",
      text: /Check rows with an influence \(Cook’s distance\) above 1/,
      shown: "small",
      notShown: "sound",
    },
    { when: "no row decides", text: /no single row decides the fit/, shown: "sound", notShown: "small" },
  ],
  once("sigmaInWords", "the target is a logarithm", /of the logarithm: an error of this size/, "log", "sound"),
  once("stepInWords", "the target is a logarithm", /A step multiplies the estimate; the change/, "log", "sound"),
  [
    "smearingInWords",
    {
      when: "the target is a logarithm and ranges are by Student's t",
      text: /It assumes errors of the same size everywhere (?!; )/,
      shown: "log",
      notShown: "sound",
    },
    {
      when: "the target is a logarithm and ranges are conformal",
      text: /It assumes errors of the same size everywhere; the mean beside an estimate/,
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
      text: /The usual tests find a pattern that the model misses \(p < 0\.001 for all tests together\)\. The robust tests, which allow for errors that vary in size, do not \(robust p = 0\.600\)/,
      shown: { of: "sound", changed: withPureError({ f: 3, p: 1e-5, robustP: 0.3, share: 0.4 }) },
      notShown: "sound",
    },
    {
      when: "the one that is found is too small to matter",
      text: /together\), but it explains less than 2% of the unexplained variance\. Nearly all/,
      shown: { of: "sound", changed: withPureError({ f: 3, p: 1e-5, robustP: 1e-5, share: 0.01 }) },
      notShown: "sound",
    },
    {
      when: "one is clear for these tests, but not for all checks of the card",
      text: /The tests suggest a pattern that the model misses \(p = 0\.04\d for all tests of lack of fit together\)\. Among all/,
      shown: { of: "sound", changed: withPureError({ f: 3, p: 0.02, robustP: 0.02, share: 0.4 }) },
      notShown: "sound",
    },
    {
      when: "a term is missing",
      text: /for all tests together\)\. Adding the square of first would help most/,
      shown: "bent",
      notShown: "sound",
    },
    {
      when: "a pattern is missing that no term explains",
      text: /The pattern is about \d+% of the unexplained variance, and no single square/,
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
      text: /there is no square or product of inputs to test/,
      shown: "yesno",
      notShown: "sound",
    },
  ],
  once("tooFewForFit", "there are fewer than 30 rows", /at least 30 are needed\./, "tiny", "sound"),
  once("robustTests", "lack of fit was tested", /F and its p-value are the usual ones/, "sound", "tiny"),
  [
    "coefficientRangesInWords",
    {
      when: "errors are equally large",
      text: /95% confidence interval, if the model is right\. (?!It allows)/,
      shown: "sound",
      notShown: "unequal",
    },
    { when: "they are not", text: /It allows for errors that vary in size \(HC3/, shown: "unequal", notShown: "sound" },
  ],
  once("inflation", "the fit is known", /Loss of precision: by which factor the effect/, "sound", "bare"),
  [
    "hollowInWords",
    {
      when: "some coefficients may be zero",
      text: /1 of the 3 intervals includes 0: this effect/,
      shown: "sound",
      notShown: "exact",
    },
    { when: "all may be zero", text: /All intervals include 0: each effect/, shown: "useless", notShown: "sound" },
    { when: "none may be zero", text: /None of the intervals includes 0/, shown: "exact", notShown: "sound" },
  ],
  [
    "scaleInWords",
    { when: "the target is not a logarithm", text: /Per unit of the term\./, shown: "sound", notShown: "log" },
    { when: "the target is a logarithm", text: /Per unit of the term, added to the/, shown: "log", notShown: "sound" },
  ],
];

const UNKNOWN: Listed<Page>[] = [
  once("unseenData", "no rows came with the model", /The extent of its training data is not known/, "bare", "sound"),
  once(
    "leftOutInWords",
    "rows were left out",
    /3 of 303 rows are left out because values are missing: first \(2\), [a-z ]+ \(1\)\./,
    { of: "sound", changed: withGaps },
    "sound",
  ),
  once("estimatesWithoutRange", "no rows came with it", /So its estimates have no range/, "bare", "sound"),
  once(
    "noStandardErrors",
    "coefficients came without standard errors",
    /The precision of the coefficients is not known/,
    { of: "sound", changed: withoutFit },
    "sound",
  ),
  once(
    "uncheckedProbabilitiesInWords",
    "there are fewer than 150 rows",
    /the check needs 5 groups/,
    "useless",
    "sound",
  ),
  once("tooFewForGroupsInWords", "no group has 30 rows", /Too few rows to compare groups/, "tiny", "small"),
];

const RATIOS: Listed<Page>[] = [
  [
    "ratioVerdictInWords",
    { when: "rows are too few", text: /too few for a verdict: \d+ are needed/, shown: "tiny", notShown: "noisy" },
    { when: "figures fail", text: /This model fails in 3 of the 4 figures/, shown: "noisy", notShown: "exact" },
    { when: "all pass", text: /This model passes\./, shown: "exact", notShown: "noisy" },
    {
      when: "none fails for sure",
      text: /This model does not fail\. For ratio by value \(PRB\) there is no verdict/,
      shown: "biased",
      notShown: "exact",
    },
  ],
  [
    "ratioBenchmarkInWords",
    {
      when: "a model without bias would fail too",
      text: /Within sampling error, an unbiased model with the same noise does no better in these figures/,
      shown: "noisy",
      notShown: "scattered",
    },
    {
      when: "a model without bias would not",
      text: /But this model scores differently from an unbiased model/,
      shown: "scattered",
      notShown: "noisy",
    },
  ],
  once(
    "ratioThirdsInWords",
    "there is a ratio study",
    /Regression to the mean alone moves such ratios/,
    "noisy",
    "sound",
  ),
  once(
    "noStudy",
    "the description wants a ratio study, and outcomes or estimates are not positive",
    /There is no ratio study\. It needs/,
    { of: "noisy", changed: withoutRatios },
    "noisy",
  ),
];

const FINDINGS: Listed<Page>[] = [
  [
    "problemsIntroduction",
    { when: "nothing is known", text: /No check on this page is possible without/, shown: "bare", notShown: "sound" },
    { when: "nothing is wrong", text: /No check on this page finds/, shown: "sound", notShown: "bent" },
    { when: "one thing is wrong", text: /This model has 1 problem\./, shown: "bent", notShown: "unequal" },
    { when: "several are", text: /This model has 3 problems\. The most/, shown: "unequal", notShown: "bent" },
  ],
  [
    "problemsInWords",
    { when: "nothing is known", text: /No check is possible\./, shown: "bare", notShown: "sound" },
    { when: "nothing is wrong", text: /No problem found\./, shown: "sound", notShown: "bent" },
    {
      when: "something is wrong",
      text: /1 problem found: it misses a pattern\./,
      shown: "bent",
      notShown: "unequal",
    },
    {
      when: "several things are",
      text: /3 problems found: its ranges are not calibrated; its probabilities are not calibrated; its errors/,
      shown: "unequal",
      notShown: "bent",
    },
  ],
  once("no_evidence", "no rows came with it", /Its accuracy is not known Its estimates have no range/, "bare", "sound"),
  once("too_few_rows", "fewer than 10 rows a coefficient", /It has too few training rows/, "tiny", "sound"),
  once(
    "no_better_than_average",
    "its R² is not above 0",
    /It is no better than guessing the average/,
    "useless",
    "sound",
  ),
  once("vertical_bias", "its PRB is not that of noise", /It is biased at low and high values/, "biased", "noisy"),
  once("ratio_study", "its COD is not that of noise", /It isn’t fair enough for tax assessment/, "scattered", "noisy"),
  once(
    "ratio_standard",
    "it fails the standard as an unbiased model would",
    /It fails the standard for tax assessment in 3 of 4 figures Do not use its estimates/,
    "noisy",
    "exact",
  ),
  once("coverage", "ranges are not calibrated", /Its ranges are not calibrated For/, "unequal", "sound"),
  once(
    "calibration",
    "probabilities are not calibrated",
    /Its probabilities are not calibrated The/,
    "unequal",
    "sound",
  ),
  once("lack_of_fit", "a pattern is missing", /It misses a pattern/, "bent", "sound"),
  once("unequal_variance", "errors differ in size", /Its errors vary in size \(hetero/, "unequal", "sound"),
  once("collinear_terms", "inputs hold the same", /Some of its inputs overlap \(coll/, "overlapping", "sound"),
  once("influential_row", "a Cook's distance is above 1", /One row changes the model/, "small", "sound"),
];

const names = namesOf(new URL(".", import.meta.url), {
  "coefficient-sentences.ts": coefficients,
  "error-sentences.ts": errors,
  "fit-sentences.ts": fit,
  "range-sentences.ts": ranges,
  "ratio-sentences.ts": ratios,
  "sentences.ts": sentences,
  "unknown-sentences.ts": unknown,
});
/** Sentences without values, which stand in the catalogues as they are. */
const CONSTANT = [
  "tooAlike",
  "tooFewForFit",
  "robustTests",
  "inflation",
  "unseenData",
  "estimatesWithoutRange",
  "noStandardErrors",
  "noStudy",
];

const LISTS = [...ACCURACY, ...FIT, ...UNKNOWN, ...RATIOS, ...FINDINGS];

// The sentence of the accuracy stands among the words that other pages share.
testSentences(LISTS, [...names, ...CODES, ...CONSTANT, "accuracyInWords"], pageOf);

/** Every page of the lists, so that together they show every sentence. */
const PAGES = new Map(
  LISTS.flatMap(([, ...sentences]) => sentences.map(({ shown }) => shown)).map((page, index) => [
    typeof page === "string" ? page : `${page.of}, changed ${index}`,
    page,
  ]),
);

/** All texts of a description that are not of the card. */
function descriptionTexts({ title, summary, target, inputs, derived, card }: Spec): string[] {
  const named = [...inputs, ...derived].flatMap(({ label, help, ...rest }) => [
    label,
    help,
    "unit" in rest ? rest.unit : undefined,
  ]);
  const { label, help, unit, phrase } = target;
  const texts = [title, summary, label, help, unit, phrase, card.source, card.intendedUse, card.disclaimer];
  return [...texts, ...card.limits, ...named].filter((text) => text !== undefined);
}

function germanMarkup(model: Model): string {
  return renderPart(
    <LocaleProvider locale="de">
      <Card shown model={modelIn(model, "de")} />
    </LocaleProvider>,
  );
}

/** The card in German without what is in the language of its model: the description, code, and the name of the standard. */
function germanOf(model: Model): string {
  const german = modelIn(model, "de");
  const markup = germanMarkup(model);
  // What a screen reader says is text, too.
  const labels = [...markup.matchAll(/(?:aria-label|data-name|title|alt)="([^"]*)"/g)].map(([, label]) => label);
  const shown = markup.replace(/<code[^>]*>.*?<\/code>/g, " ").replace(/<[^>]*>/g, "\n");
  const standard = "International Association of Assessing Officers, Standard on Ratio Studies";
  return [standard, ...descriptionTexts(german.spec)]
    .sort((a, b) => b.length - a.length)
    .reduce((text, part) => text.replaceAll(part, "…"), [shown, ...labels].join("\n").replaceAll("&#x27;", "'"));
}

const ENGLISH =
  /\b(the|of|and|with|to|is|are|was|were|that|this|its|it|for|by|from|than|no|none|not|which|rows?|estimates?|errors?|ranges?|actual|share|less|more|below|above|between|each|all)\b/gi;
/** German words that look like these. */
const GERMAN = new Set(["was", "all"]);

test.each([...PAGES])("Card of %s in German is German, but for its description", async (_, page) => {
  const text = germanOf(await modelOf(page));
  const english = [...text.matchAll(ENGLISH)].filter(([word]) => !GERMAN.has(word!.toLowerCase()));
  expect(english.map(({ index }) => text.slice(Math.max(0, index - 30), index + 30).trim())).toEqual([]);
});

test.each([...PAGES])("Card of %s in German has German numbers", async (_, page) => {
  const text = germanOf(await modelOf(page));
  // A point stands between thousands only, a comma before decimals, a space before the sign of per cent, and that of money behind the number.
  expect(
    text.match(/.{0,20}\d\.(?!\d{3}(?!\d))\d.{0,9}|.{0,20}\d,\d{3},\d{3}.{0,9}|.{0,20}\$\d.{0,9}|.{0,20}\d%.{0,9}/g) ??
      [],
  ).toEqual([]);
  expect(text).toMatch(/\d,\d|\d\u00a0%/);
});

/** Whatever part of the card shows that something fails. */
const FAILURES =
  /✕ fails|ranges do not contain|Ranges do not contain|differs from the claimed one|The model misses a pattern|influence \(Cook’s distance\) above 1|too few training rows/;

test.each([...PAGES])(
  "Card of %s says at its top that there is a problem wherever a part of it shows one",
  async (_, page) => {
    const text = await pageOf(page);
    if (/No problem found\./.test(text)) expect(text).not.toMatch(FAILURES);
    // The top counts what the section lists.
    const [, count] = /(\d+) problems? found:/.exec(text) ?? [];
    if (count !== undefined) expect(text).toMatch(new RegExp(`This model has ${count} problems?\\.`));
  },
);

test("Card of house-price-hedonic counts the figures of its ratio study that fail", async () => {
  expect(await pageOf("hedonic")).toContain(
    "1 problem found: it fails the standard for tax assessment in 3 of 4 figures.",
  );
  expect(await pageOf("hedonic")).toMatch(FAILURES);
  expect(germanOf(await modelNamed("hedonic"))).toContain(
    "die Norm für die steuerliche Bewertung ist in 3 von 4 Kennzahlen nicht erfüllt",
  );
});

test("Card of one model is in the language of each reader, in whatever order they come", async () => {
  const model = await modelNamed("houses");
  const inGerman = () => germanOf(model);
  const [first, english, second] = [inGerman(), textOf(<Card shown model={model} />), inGerman()];
  expect(second).toBe(first);
  expect(english).toContain(
    "3 problems found: its probabilities are not calibrated; it fails the standard for tax assessment in 3 of 4 figures; its errors vary in size",
  );
  expect(textOf(<Card shown model={modelIn(model, "en")} />)).toBe(english);
});

test("Card in German has the title of the model in quotation marks in its heading", async () => {
  const heading = /<h1>.*?<\/h1>/.exec(germanMarkup(await publishedModel("house-price")))![0].replace(/<[^>]*>/g, "");
  expect(heading).toBe("Wie genau ist „Hauspreis“?");
});
