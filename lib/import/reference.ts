import { KNOWN_INVERSES } from "./coefficients/from-json";
import { TERM_FORMS } from "./terms/factor";
import { COLUMNS, KEYS, type Part } from "./coefficients/vocabulary";
import { NOT_PICKLES } from "./container";
import { HOLDERS } from "./estimator/regressor";
import { REGRESSORS } from "./estimator/regressors";
import { RESULTS } from "./estimator/results";
import { TRANSFORMERS } from "./estimator/transformers";
import { COEFFICIENTS, FORMATS } from "./formats";
import { FLAVOURS } from "./mlflow/mlflow-folder";
import { OPERATORS } from "./onnx/read-onnx";
import { FUNCTIONS_READ } from "./pmml/apply";
import { EXPRESSIONS_READ } from "./pmml/expressions";
import { OTHER_MODELS } from "./pmml/read-pmml";
import { ENDINGS } from "./unfold";
import { PACKINGS } from "./unpack/unpack";
import { REFUSED_CLASSES, STRANGE_LIBRARIES } from "./pickle/names";

/** What `glasshouse inspect` reads, in Markdown, from the tables that the readers themselves use. */
export function importReference(): string {
  const packings = PACKINGS.map(({ name, most }) => `${name} (up to ${most} MB unpacked)`).join(", ");
  return [
    "# Files of fitted models",
    "`npm run inspect -- model.pkl` (or `glasshouse inspect model.pkl`) says what a fitted model of scikit-learn or statsmodels holds: its release, steps, inputs, coefficients by name, and what the file does not say. Give a scaler and a list of columns beside it where they are files of their own: `npm run inspect -- model.pkl scaler.pkl columns.json`. Made from the tables of the reader by `npm run reference`.",
    "The page `/import` of every deployment does the same in a browser, where nothing is uploaded: it shows what a file holds, asks for what the file cannot know, tries the model, compares it with answers that a notebook printed, and hands out its folder, to be unzipped in `MODEL_DIR`.",
    "Python is not needed, and nothing in a file is ever called: a pickle is read as names and data. A name that no fitted linear model needs is refused. Estimates equal those of scikit-learn to 12 digits in the tests, which have files of every release from 0.18 to 1.9, and of Python 2.7. This says nothing of whether a file is safe to load in Python.",
    "## Files",
    `Pickles of protocol 0 to 5 and joblib files, with arrays of numpy 1 or 2, as they are or compressed: ${packings}; files of skops. A file may hold a model or a result, or a tuple, list or dict of one, a scaler and names of columns.`,
    "## Models",
    table(
      ["class", "what it is"],
      classes(REGRESSORS, ({ is }) => is),
    ),
    "Results of statsmodels, saved by `results.save(path)` or `pickle.dump`, with the names of their columns where the file has them. In a formula, terms are read that can be told for sure: columns, levels of a category compared with one of them, products, powers, and functions of numpy.",
    table(
      ["class", "what it is"],
      classes(RESULTS, (is) => is),
    ),
    "## Around a model",
    table(
      ["class", "what it does"],
      classes(HOLDERS, ({ does }) => does),
    ),
    "## Steps before a model",
    table(
      ["class", "what it does"],
      classes(TRANSFORMERS, ({ does }) => does),
    ),
    ...otherFormats(),
    "## What is refused",
    "Models whose estimate is no sum of coefficients and columns, and steps that are not read yet, are named for what they are. So is a model that is not fitted, one with several targets, and one that is a class of your own.",
    table(
      ["package", "classes"],
      Object.entries(REFUSED_CLASSES).map(([family, names]) => [`\`sklearn.${family}\``, names.join(", ")]),
    ),
    `Other libraries: ${STRANGE_LIBRARIES.join(", ")}.`,
    table(
      ["a file that is", "what to do"],
      NOT_PICKLES.map(({ is, instead }) => [is, instead]),
    ),
  ].join("\n\n");
}

/** What is read beside pickles and skops. */
function otherFormats(): string[] {
  return [
    "## Other formats",
    "A file of one of these is a whole model; a list of names in JSON may stand beside one that has no names of columns.",
    table(
      ["format", "what is read of it"],
      [...FORMATS, COEFFICIENTS].map(({ name, reads }) => [name, reads]),
    ),
    `A folder may be given, too: of its files, and of those one folder further in, what may be part of a model is read. A folder of MLflow (the folder, its files together, or zipped) gives the model that its MLmodel names, of the flavours ${Object.keys(FLAVOURS).join(", ")}; its signature gives names where the model has none. Of any other folder or zip archive, files that end in ${ENDINGS.map((ending) => `\`.${ending}\``).join(", ")} are read as if they were given together; a file of JSON beside a model that holds no names is named and left out.`,
    "### Coefficients as JSON or CSV",
    'As in `{"intercept": 1.5, "coefficients": {"area": 3.1, "fuel[gas]": 2}}`. Lists with names beside them, a flat `{"area": 3.1, "const": 1.5}`, and what statsmodels and pandas write of `params` are read too. A table has a column of names and one of numbers, or one row with a column for each term; the decimal comma is read where semicolons separate. Signs and capitals of keys do not count.',
    table(
      ["part", "names of it"],
      [
        ...Object.entries(KEYS).map(([part, names]) => [`${PARTS[part as Part]} (JSON)`, names.join(", ")]),
        ["names (CSV)", COLUMNS.names.filter((name) => name !== "").join(", ")],
        ["coefficients (CSV)", COLUMNS.values.join(", ")],
      ],
    ),
    `A link is one of ${KNOWN_INVERSES.link.join(", ")}; what was done to the target one of ${KNOWN_INVERSES.target.join(", ")}.`,
    table(["term", "what it is"], TERM_FORMS),
    "Levels that are run together with their category, as R writes them (`fuelgas`), are not guessed at: each is a number to enter as 0 or 1. Write `fuel[gas]` to make them a category.",
    "### ONNX",
    "The tests compare estimates with those of onnxruntime and scikit-learn: to 12 digits where the graph holds doubles, to 5 in a million where it holds singles, which is what such a file is worth. A level or a missing value that an operator has no number for has no estimate, where the operator would take a number of its own.",
    table(
      ["operator", "what it does"],
      classes(OPERATORS, ({ does }) => does),
    ),
    "### PMML",
    `Estimates equal those of scikit-learn to 12 digits in the tests, from files of sklearn2pmml and nyoka. Of a RegressionModel, and of a chain that ends in the way back of a target, are read: NumericPredictor, CategoricalPredictor and PredictorTerm, normalization by none or exp, Targets that rescale, what a MiningField says of missing and invalid values and of outliers, and derived fields of ${EXPRESSIONS_READ.join(", ")}. Functions of Apply: ${FUNCTIONS_READ.map((name) => `\`${name}\``).join(", ")}.`,
    table(["a model that is", "is refused as"], Object.entries(OTHER_MODELS)),
  ];
}

const PARTS: Record<Part, string> = {
  coefficients: "coefficients",
  intercept: "the intercept",
  names: "names of columns",
  link: "the link",
  target: "what was done to the target",
};

function classes<Entry>(entries: Record<string, Entry>, words: (entry: Entry) => string): string[][] {
  return Object.entries(entries).map(([name, entry]) => [`\`${name}\``, words(entry)]);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
