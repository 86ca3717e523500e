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
  return [
    "# Files of fitted models",
    "`npm run inspect -- model.pkl` (or `glasshouse inspect model.pkl`) shows what is in the file of a fitted model of scikit-learn or statsmodels: its release, steps, inputs, coefficients by name, and what the file does not contain. If the scaler or the list of columns is a file of its own, give it too: `npm run inspect -- model.pkl scaler.pkl columns.json`. `npm run reference` makes this page from the tables of the reader.",
    "The page `/import` of every deployment does the same in the browser and uploads nothing. It shows what is in a file and asks for the names and units that the file does not contain. There the model can be tried and compared with estimates that a notebook printed. The page then offers the model as a folder to unzip in `MODEL_DIR`.",
    "Python is not needed, and nothing in a file is ever called: a pickle is read as names and data. A name that no fitted linear model needs is refused. In the tests, estimates equal those of scikit-learn to 12 digits, for files of every release from 0.18 to 1.9 and of Python 2.7. That a file can be read here does not mean that it is safe to load in Python.",
    "## Files",
    "Pickles of protocol 0 to 5, joblib files and skops files can be read, with arrays of numpy 1 or 2. A file may contain a model or a result, or a tuple, list or dict of a model, a scaler and names of columns. Pickles and joblib files may be compressed:",
    table(
      ["compression", "limit"],
      PACKINGS.map(({ name, most }) => [name, `${most} MB unpacked`]),
    ),
    "## Models",
    table(
      ["class", "what it is"],
      classes(REGRESSORS, ({ is }) => is),
    ),
    "Results of statsmodels can be read too, saved by `results.save(path)` or `pickle.dump`, with the names of their columns where the file has them. In a formula, only unambiguous terms are read: columns, levels of a category compared with a base level, products, powers, and functions of numpy.",
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
    "A model is refused where its estimate is not a sum of coefficients times columns. So are unfitted models, models of several targets, classes of your own, and steps that are not read yet. The message names the class and what it is.",
    table(
      ["package", "classes"],
      Object.entries(REFUSED_CLASSES).map(([family, names]) => [`\`sklearn.${family}\``, names.join(", ")]),
    ),
    "Models of other libraries are refused:",
    STRANGE_LIBRARIES.map((what) => `- ${what}`).join("\n"),
    table(
      ["file", "what to do"],
      NOT_PICKLES.map(({ is, instead }) => [is, instead]),
    ),
  ].join("\n\n");
}

/** What is read besides pickles and skops. */
function otherFormats(): string[] {
  return [
    "## Other formats",
    "A file in one of these formats is a whole model. If it has no names of columns, give a JSON file with a list of names too.",
    table(
      ["format", "what is read"],
      [...FORMATS, COEFFICIENTS].map(({ name, reads }) => [name, reads]),
    ),
    `A folder can be given too. The files in it and in its folders are read where they may be part of a model; deeper folders are not. An MLflow folder (the folder, its files together, or zipped) gives the model that its MLmodel names. Its flavour can be ${or(Object.keys(FLAVOURS))}, and its signature gives names where the model has none. In any other folder or zip archive, files that end in ${or(ENDINGS.map((ending) => `\`.${ending}\``))} are read together. The output names every JSON file that has no names of columns and leaves it out.`,
    "### Coefficients as JSON or CSV",
    'An example is `{"intercept": 1.5, "coefficients": {"area": 3.1, "fuel[gas]": 2}}`. Lists with names beside them, a flat `{"area": 3.1, "const": 1.5}`, and what statsmodels and pandas write of `params` are read too. A CSV file has a column of names and a column of numbers, or a single row with a column for each term. It may have decimal commas where semicolons separate its columns. Punctuation and capital letters in keys are ignored.',
    table(
      ["part", "accepted names"],
      [
        ...Object.entries(KEYS).map(([part, names]) => [`${PARTS[part as Part]} (JSON)`, names.join(", ")]),
        ["names (CSV)", COLUMNS.names.filter((name) => name !== "").join(", ")],
        ["coefficients (CSV)", COLUMNS.values.join(", ")],
      ],
    ),
    `The link can be ${or(KNOWN_INVERSES.link)}; the transformation of the target can be ${or(KNOWN_INVERSES.target)}.`,
    table(["term", "what it is"], TERM_FORMS),
    "R writes a level directly after its category (`fuelgas`). Such a term is not split: it is a number to enter as 0 or 1. Write `fuel[gas]` to make it a level of a category.",
    "### ONNX",
    "The tests compare estimates with those of onnxruntime and scikit-learn. They agree to 12 digits where the graph has double precision, and to 5 in a million where it has single precision, which is the precision of such a file. Where an operator has no number for a level or a missing value, there is no estimate; the operator itself would use a default.",
    table(
      ["operator", "what it does"],
      classes(OPERATORS, ({ does }) => does),
    ),
    "### PMML",
    "In the tests, estimates equal those of scikit-learn to 12 digits, for files of sklearn2pmml and nyoka. A RegressionModel is read, and a chain of models whose last one transforms the target back. These parts of it are read:",
    [
      "NumericPredictor, CategoricalPredictor and PredictorTerm",
      "normalization by none or exp",
      "Targets that rescale",
      "in a MiningField, the treatment of missing values, invalid values and outliers",
      `derived fields of ${EXPRESSIONS_READ.join(", ")}`,
      `functions of Apply: ${FUNCTIONS_READ.map((name) => `\`${name}\``).join(", ")}`,
    ]
      .map((part) => `- ${part}`)
      .join("\n"),
    table(["model", "what it is"], Object.entries(OTHER_MODELS)),
  ];
}

/** "a, b or c" */
const or = (names: readonly string[]) => `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

const PARTS: Record<Part, string> = {
  coefficients: "coefficients",
  intercept: "the intercept",
  names: "names of columns",
  link: "the link",
  target: "the transformation of the target",
};

function classes<Entry>(entries: Record<string, Entry>, words: (entry: Entry) => string): string[][] {
  return Object.entries(entries).map(([name, entry]) => [`\`${name}\``, words(entry)]);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
