import { z } from "zod";
import { daysOfIso } from "../formula/calendar";
import { RESERVED_NAMES } from "../formula/parse";
import { LOCALES } from "../language/locale";
import { alertRulesSchema } from "./alert-rules";

/*
 * What a `model.json` may say, key by key. The words and examples are those of the reference and of messages about keys
 * that are missing; what keys must have in common is in `spec.ts`.
 */

/** A key with what it is for, as a sentence, and an example. */
function key<Schema extends z.ZodType>(schema: Schema, description: string, example?: unknown): Schema {
  return schema.meta({ description, ...(example !== undefined && { examples: [example] }) });
}

/** Names appear in formulas, JSON bodies, query strings, CSV headers and SQL. */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "must be lower-case letters, digits and underscores, starting with a letter")
  .refine((name) => name !== "constructor", "must not be constructor, which every JavaScript object has")
  .max(40)
  .refine((text) => !RESERVED_NAMES.includes(text), "must not be the name of a function");

const text = z.string().trim().min(1, "must not be empty").max(2000);
const finite = z.number().finite();
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/, "must be a date, as 2015-06-30, or with a time, as 2015-06-30T14:30")
  .refine((text) => !Number.isNaN(daysOfIso(text)), "must be a date that there is");

/** How near the actual value an estimate has to be to count: within a share of it, or within an amount. */
export const toleranceSchema = z.union([
  z.strictObject({ relative: key(z.number().gt(0).lt(1), "A share of the actual value.", 0.1) }),
  z.strictObject({ absolute: key(z.number().positive(), "An amount in the target's unit.", 200) }),
]);
export type Tolerance = z.infer<typeof toleranceSchema>;

/** What is done where an input is missing. */
function missing<Value extends z.ZodType>(value: Value, example: unknown) {
  return key(
    z.union([
      z.literal("leave out"),
      z.literal("not allowed"),
      z.strictObject({ value: key(value, "What is assumed in its place.", example) }),
    ]),
    "What becomes of a row of the table without it: it is left out (as without this key), the table is refused, or this value is assumed, and people may leave it blank, too. A term missing(name) says what else differs where it is not known.",
    { value: example },
  ).optional();
}

const common = {
  name: key(name, "The name in formulas, JSON, CSV and SQL.", "area"),
  label: key(text, "What the input is called on pages and in messages.", "Lot area"),
  help: key(text, "One sentence below the field of the form.", "The whole lot, not the living space.").optional(),
};
const bounds = {
  unit: key(text, "The unit that stands beside the field.", "sq ft").optional(),
  min: key(finite, "The least value that is accepted.", 500).optional(),
  max: key(finite, "The greatest value that is accepted.", 50_000).optional(),
};
const TYPICAL = "The value of the example on the model's page. Without it, the commonest or the middle one of the table.";

const format = key(
  z.enum(["number", "year"]),
  "year is written without marks between thousands. A whole number that is called year, or bounded within 1800 to 2100, is one unless this says otherwise.",
  "year",
).optional();

const inputSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("number").meta({ description: "Any number." }),
    ...bounds,
    format,
    missing: missing(finite, 4600),
    typical: key(finite, TYPICAL, 4600).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("integer").meta({ description: "A whole number." }),
    ...bounds,
    format,
    missing: missing(z.int(), 3),
    typical: key(z.int(), TYPICAL, 3).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("boolean").meta({ description: "Yes or no: true and false, or 1 and 0." }),
    yes: key(z.array(text).min(1), "What else the table has for yes, beside yes, y, ja, j, true, 1 and on.", ["ja"]).optional(),
    no: key(z.array(text).min(1), "What else the table has for no, beside no, n, nein, false, 0 and off.", ["nein"]).optional(),
    instruction: key(
      text,
      "What a form says where nothing is chosen, without a full stop. Without it, the label is named.",
      "Select yes if the house has a guest room",
    ).optional(),
    missing: missing(z.boolean(), false),
    typical: key(z.boolean(), TYPICAL, false).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("category").meta({ description: "One of several levels. Each is compared with the first." }),
    levels: key(
      z.array(text).min(1).max(5000, "must be at most 5,000"),
      "The levels, as the table writes them.",
      ["gas", "oil", "none"],
    ),
    other: key(
      z.strictObject({
        fewest: key(z.int().min(1), "Rows that a level needs for a coefficient of its own.", 10).default(10),
        label: key(text, "What they are called together.", "other").default("other"),
      }),
      "Pools rare levels, and takes levels that are not listed with them. Without it, such a level is refused.",
      { fewest: 10 },
    ).optional(),
    missing: missing(text, "none"),
    typical: key(text, TYPICAL, "gas").optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("date").meta({ description: "A date, as 2015-06-30; with a time of day, as 2015-06-30T14:30." }),
    time: key(z.boolean(), "Whether it has a time of day.", true).optional(),
    min: key(date, "The first date that is accepted.", "2010-01-01").optional(),
    max: key(date, "The last date that is accepted.", "2025-12-31").optional(),
    missing: missing(date, "2015-06-30"),
    typical: key(date, TYPICAL, "2015-06-30").optional(),
  }),
]);

const targetSchema = z.strictObject({
  name: key(name, "The name of what is estimated: its column in the table unless training.columns names another.", "price"),
  label: key(text, "What it is called on pages.", "Sale price"),
  unit: key(text, "An ISO 4217 code for money, or any other unit. It stands beside each estimate.", "CAD").optional(),
  help: key(text, "What the unit is exactly.", "Canadian dollars of 1987").optional(),
  phrase: key(text, "Stands in the sentence about the range, between \"8 out of 10\" and the range.", "houses like this sold for").optional(),
  positive: key(z.boolean(), "Whether it is always above 0. An estimate of 0 or less is then refused.", true).default(false),
  transform: key(
    z.enum(["identity", "log", "log1p", "sqrt"]),
    "What is fitted in the target's place: log, its logarithm; log1p, the logarithm of 1 plus it, for targets that may be 0; sqrt, its square root. The estimate is then the median, in the target's own unit.",
    "log",
  ).default("identity"),
  estimates: key(
    z.enum(["mean"]),
    "What the estimate is where it is not the median of a transformed target: of a model with a link, such as Poisson regression, whose linear sum is the logarithm of the mean.",
    "mean",
  ).optional(),
  tolerance: key(
    toleranceSchema,
    "How near an estimate has to be to count as near: a share of the actual value, or an amount in the target's unit. Where an outcome is 0, or outcomes lie on both sides of 0, a share becomes that share of the median absolute outcome that is not 0.",
    { absolute: 200 },
  ).default({ relative: 0.1 }),
  ratioStudy: key(
    z.boolean(),
    "Whether estimates are held to the standard of property assessors: level, spread and vertical equity.",
    true,
  ).default(false),
});

const derivedSchema = z.strictObject({
  name: key(name, "The name in formulas and CSV.", "area_per_bedroom"),
  label: key(text, "What it is called on pages.", "Lot area per bedroom"),
  unit: key(text, "Its unit.", "sq ft").optional(),
  help: key(text, "One sentence about it.", "Computed from the lot area and the bedrooms.").optional(),
  formula: key(text, "A formula (see Formulas) over inputs and derived features that stand before it.", "area / bedrooms"),
});

const trainingSchema = z.strictObject({
  file: key(text, "The table to train on, in the folder of this file.", "training.csv"),
  columns: key(z.record(z.string(), text), "The column of each input or the target that is called otherwise in the table.", {
    area: "lotsize",
  }).default({}),
  test: key(text, "A table of the same form, in the folder of this file, that the fit does not see: its accuracy stands beside that on rows left out.", "test.csv").optional(),
  weights: key(text, "The column with the weight of each row: rows with twice the weight count twice, as in weighted least squares.", "sales").optional(),
  missing: key(z.array(text).max(50), "What else the table has where a value is missing, beside an empty cell, NA, N/A, NaN, null, ? and -.", ["unknown", "-999"]).default([]),
  decimal: key(z.enum([".", ","]), "The mark before decimals, where the table leaves it open.", ",").optional(),
  showRows: key(z.boolean(), "Whether rows of the table may be shown to people, as comparables and in the JSON export.", true).default(false),
});

const cardSchema = z.strictObject({
  disclaimer: key(text, "What the estimate must never be used for. It is shown beside each estimate and on the form, instead of the first limit.", "Never use it for hiring.").optional(),
  intendedUse: key(text, "One sentence on what the model is for.", "A first idea of what a house is worth."),
  limits: key(z.array(text).min(1), "Sentences on what the model should not be used for.", [
    "It knows nothing of the state of the house.",
  ]),
  source: key(text, "Where the rows of the table come from.", "546 sales in Windsor, Ontario, in the summer of 1987."),
});

/** The texts of a description in another language; a text that is left out stays as it is. */
const translationSchema = z.strictObject({
  title: key(text, "The title.", "Hauspreis").optional(),
  summary: key(text, "The summary.", "Der Preis eines Hauses in Windsor, Ontario.").optional(),
  question: key(text, "The question.", "Preis eines Hauses in Windsor").optional(),
  target: z
    .strictObject({
      label: key(text, "The label of the target.", "Kaufpreis").optional(),
      unit: key(text, "The unit of the target, where it is no currency.", "Stunden").optional(),
      help: key(text, "The help of the target.", "Kanadische Dollar von 1987").optional(),
      phrase: key(text, "Stands in the sentence about the range, between \"8 von 10\" and the range.", "Häusern wie diesem kosteten").optional(),
    })
    .optional()
    .meta({ description: "The texts of the target." }),
  inputs: key(
    z.record(
      z.string(),
      z.strictObject({
        label: key(text, "The label of the input.", "Grundstücksfläche").optional(),
        help: key(text, "The help of the input.", "Das ganze Grundstück.").optional(),
        unit: key(text, "The unit of the input.", "Quadratfuß").optional(),
        instruction: key(text, "The instruction of a yes or no.", "Wählen Sie ja, wenn es ein Gästezimmer gibt").optional(),
        levels: key(z.record(z.string(), text), "What levels of a category are called.", { gas: "Gas", none: "keine" }).optional(),
      }),
    ),
    "The texts of inputs, by name.",
    { area: { label: "Grundstücksfläche", unit: "Quadratfuß" } },
  ).optional(),
  derived: key(
    z.record(
      z.string(),
      z.strictObject({
        label: key(text, "The label of the derived feature.", "Fläche je Schlafzimmer").optional(),
        unit: key(text, "The unit of the derived feature.", "Quadratfuß").optional(),
        help: key(text, "The help of the derived feature.", "Fläche durch Schlafzimmer.").optional(),
      }),
    ),
    "The texts of derived features, by name.",
    { area_per_bedroom: { label: "Fläche je Schlafzimmer" } },
  ).optional(),
  card: cardSchema.partial().meta({ description: "The texts of the card." }).optional(),
});

export const specShape = z.strictObject({
  $schema: key(z.string(), "The address of the JSON Schema of this file, for editors. It changes nothing.", "../model.schema.json").optional(),
  id: key(
    z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens")
      .max(60),
    "The name of the model in addresses, and of its folder.",
    "house-price",
  ),
  title: key(text, "What the model is called on its pages.", "House price"),
  summary: key(text, "One sentence on what the model estimates.", "What a house in Windsor, Ontario would have sold for."),
  question: key(
    text,
    "What is estimated, in a few words. Models with the same question are compared with each other; without it, those trained on the same table.",
    "price of a house in Windsor",
  ).optional(),
  target: targetSchema.meta({ description: "What the model estimates." }),
  inputs: z.array(inputSchema).min(1).max(200).meta({ description: "What a person enters, in the order of the form." }),
  derived: z
    .array(derivedSchema)
    .max(200)
    .meta({ description: "Features that are computed from inputs." })
    .default([]),
  terms: key(
    z.array(text).max(500),
    "The right-hand side of the regression: formulas over inputs and derived features (see Formulas). A category stands alone or is multiplied by something, as in region : age, which is each of its columns times age, without the terms region and age themselves. There are none where the predictor was fitted elsewhere and brings its own coding.",
    ["area", "bedrooms", "log(area)", "area * bedrooms", "region : age", "age >= 65", "year(sold)"],
  ).default([]),
  intercept: key(z.boolean(), "Whether the model has a constant. Without it, the estimate is 0 where every term is.", true).default(true),
  interval: key(
    z.enum(["auto", "t", "conformal"]),
    "Where ranges come from: t is Student's t, exact where errors are normal and equally large everywhere; conformal takes the errors on rows left out and needs 100 of them; auto is conformal from 100 rows on and t below.",
    "auto",
  ).default("auto"),
  training: trainingSchema
    .meta({ description: "The table to train on. There is none where the predictor was fitted elsewhere." })
    .optional(),
  card: cardSchema.meta({ description: "What people must know before they rely on the model." }),
  language: key(
    z.enum(LOCALES),
    "The language of the texts in this file, en if it is left out. Readers of this language see them as they are.",
    "en",
  ).optional(),
  translations: key(
    z.partialRecord(z.enum(LOCALES), translationSchema),
    "The texts in other languages, for readers of these. A text that is left out is shown in the language of the file. Training again is not needed.",
    { de: { title: "Hauspreis", inputs: { area: { label: "Grundstücksfläche" } } } },
  ).optional(),
  alerts: alertRulesSchema
    .meta({
      description:
        "When to notify the owner. Without it: of drift, of worse accuracy than the card claims, and of many refusals.",
      examples: [[{ id: "drift", metric: "drift" }]],
    })
    .optional(),
});
