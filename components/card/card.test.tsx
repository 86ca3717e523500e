import { bareModel, publishedModel, trainModel } from "@/lib/testing/models";
import { headingsOf, renderPart, textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { Card } from "./card";

const WHOLE = [
  "Intended use",
  "Limits",
  "Training data",
  "Accuracy",
  "Fit statistics",
  "Lack of fit",
  "Problems",
  "Coefficients",
  "Estimates and actual values",
  "Errors by estimate",
  "Distribution of the errors",
  "Errors by input",
  "Are its ranges calibrated?",
  "Are its probabilities calibrated?",
  "Is it fair enough for tax assessment?",
  "Accuracy by group",
  "Influential rows",
  "What this card cannot tell",
];
const BARE = [...WHOLE.slice(0, 4), "Problems", "Coefficients", "What this card cannot tell"];

test.each(["house-price", "house-price-hedonic"])("Card of %s has every section", async (id) => {
  expect(headingsOf(<Card shown model={await publishedModel(id)} />)).toEqual(WHOLE);
});

test("Card of a model whose description asks for no ratio study has every other section", async () => {
  const titles = WHOLE.filter((title) => title !== "Is it fair enough for tax assessment?");
  expect(headingsOf(<Card shown model={await publishedModel("salary")} />)).toEqual(titles);
});

test("Card says that the ratio study fails as an unbiased model would, and what regression to the mean does", async () => {
  const text = textOf(<Card shown model={await publishedModel("house-price")} />);
  for (const sentence of [
    "This model fails in 3 of the 4 figures, with the whole 95% interval outside the accepted range: spread of the ratios (COD), cheap against expensive (PRD) and ratio by value (PRB).",
    "Any model with limited data pulls estimates to the middle, and the standard makes no allowance for that.",
    "Within sampling error, an unbiased model with the same noise does no better in these figures: they measure how much is unexplained, and no unfairness beyond that.",
    "In the third of rows with the lowest actual sale price, the estimate is typically 1.15 times the actual value; in the third with the highest, 0.92 times.",
    "Regression to the mean alone moves such ratios away from 1",
  ]) {
    expect(text).toContain(sentence);
  }
  expect(text).not.toMatch(/compared with an unbiased model/);
});

test.each(["house-price", "house-price-hedonic", "salary"])(
  "Card of %s without its rows leaves out what rows say, draws no chart and links to no section that is missing",
  async (id) => {
    const card = <Card shown model={await bareModel(id)} />;
    expect(headingsOf(card)).toEqual(BARE);
    const markup = renderPart(card);
    expect(markup).not.toContain("<svg");
    for (const [, anchor] of markup.matchAll(/href="#([^"]*)"/g)) expect(markup).toContain(`id="${anchor}"`);
  },
);

test("Card of a model without rows says what is not known, why, and what would change that", async () => {
  const text = textOf(<Card shown model={await bareModel("house-price")} />);
  for (const sentence of [
    "No rows came with this model. The extent of its training data is not known",
    "Its accuracy is not known: no rows with known outcomes came with this model. So its estimates have no range.",
    "Train the model on a table with known outcomes to measure its accuracy.",
    "No check on this page is possible without rows with known outcomes.",
    "The precision of the coefficients is not known: the model came without their standard errors.",
  ]) {
    expect(text).toContain(sentence);
  }
});

test("Card of a model without rows shows what its inputs accept and its coefficients as they are", async () => {
  const model = await bareModel("house-price");
  const text = textOf(<Card shown model={model} />);
  expect(text).toContain("Lot area 500 to 50,000 sq ft Bedrooms 1 to 10");
  expect(text).toContain("Guest room yes or no");
  // R: coef(m)[c("(Intercept)", "area", "bedrooms")] of the model in lib/monitoring/performance.test.ts
  expect(text).toContain("Intercept $15,385.30 Lot area $5.59756 Bedrooms −$4,048.37");
  expect(text).toContain(model.version);
});

test("Card of a model that came with rows but no fit shows its accuracy and its coefficients alone", async () => {
  const whole = await publishedModel("house-price");
  const model = { ...whole, predictor: { ...whole.predictor, inference: null } };
  const card = <Card shown model={model} />;
  const ofTheFit = ["Fit statistics", "Lack of fit", "Distribution of the errors", "Influential rows"];
  expect(headingsOf(card)).toEqual(WHOLE.filter((title) => !ofTheFit.includes(title)));
  expect(textOf(card)).toContain("The precision of the coefficients is not known");
  expect(textOf(card)).toContain("Half of the estimates are within 15% of the actual sale price.");
});

test("Card of a model that came with its fit but no rows shows the coefficients with their errors", async () => {
  const card = <Card shown model={{ ...(await publishedModel("house-price-hedonic")), evidence: null }} />;
  const ofTheFit = [...BARE, "Fit statistics", "Lack of fit", "Distribution of the errors", "Influential rows"];
  expect(headingsOf(card)).toEqual(WHOLE.filter((title) => ofTheFit.includes(title)));
  expect(textOf(card)).toContain("Term Coefficient 95% interval Std. error Robust error (HC3)");
  expect(textOf(card)).not.toMatch(/Predictive R²|Smearing factor|hollow|So its estimates have no range/);
});

test("Card of a model of a family without coefficients leaves them out", async () => {
  const bare = await bareModel("salary");
  const card = <Card shown model={{ ...bare, predictor: { ...bare.predictor, coefficients: null } }} />;
  expect(headingsOf(card)).toEqual(BARE.filter((title) => title !== "Coefficients"));
});

test("Card shows no single row where the table must not be shown", async () => {
  const { spec, ...rest } = await publishedModel("salary");
  const hidden = { ...rest, spec: { ...spec, training: { ...spec.training!, showRows: false } } };
  expect(textOf(<Card shown model={{ ...rest, spec }} />)).toContain("Each dot is a row.");
  expect(textOf(<Card shown model={hidden} />)).toContain("single rows of this model’s table are not shown");
  expect(textOf(<Card shown model={hidden} />)).not.toContain("Each dot is a row.");
});

test("Card(props) shows in place of coefficients that the owner hides them", async () => {
  const model = await publishedModel("house-price");
  const hidden = <Card shown={false} model={model} />;
  expect(headingsOf(hidden)).toEqual(WHOLE);
  expect(textOf(hidden)).toContain("The owner of this model does not show its coefficients");
  expect(textOf(hidden)).not.toContain("Std. error");
  const bare = await bareModel("house-price");
  expect(textOf(<Card shown={false} model={bare} />)).toContain("does not show its coefficients");
});

test.each([
  [
    "log1p",
    /fitted to the logarithm of 1 plus the count.*smearing factor.*A step multiplies.*1 plus the count: 0\.1 is about 10%/,
  ],
  [
    "sqrt",
    /fitted to the square root of the count.*Variance of the square root.*added to the square root of the count/,
  ],
])(
  "Card of a weighted model of target transform %s says what is fitted, and of what rows ranges are",
  async (transform, text) => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const inputs = { a: (i * 7) % 11, b: (i * 5) % 13 };
      return { inputs, weight: [1, 2, 4][i % 3]!, actual: 3 + 0.2 * inputs.a + 0.1 * inputs.b + ((i * 37) % 17) / 17 };
    });
    const target = { name: "y", label: "Count", transform };
    const model = await trainModel({ target, training: { file: "training.csv", weights: "sales" } }, rows);
    const errors = { ...model.evidence!.accuracy.baseline, mdape: null, within5: null, within10: null, within20: null };
    const test = {
      rows: 9,
      measured: 8,
      refused: 1,
      predictiveR2: 0.5,
      ...errors,
      baseline: errors,
      coverage: [{ level: 0.8, measured: 0.75 }],
    };
    const shown = textOf(<Card shown model={{ ...model, evidence: { ...model.evidence!, test } }} />);
    expect(shown).toMatch(text);
    expect(shown).toContain(
      "Rows are weighted (sales), and σ is the error of a row of weight 1. Ranges are for a row of the typical weight, 2.",
    );
    expect(shown).toContain(
      "The table also shows the accuracy on a test table of 8 rows that the fit has not seen. The model gives no estimate for 1 more row. There, ranges for 80% of the actual values contain 75% of them.",
    );
    expect(shown).not.toContain("NaN");
  },
);
