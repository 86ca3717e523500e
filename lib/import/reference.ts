import { NOT_PICKLES } from "./container";
import { HOLDERS } from "./estimator/regressor";
import { REGRESSORS } from "./estimator/regressors";
import { TRANSFORMERS } from "./estimator/transformers";
import { REFUSED_CLASSES, STRANGE_LIBRARIES } from "./pickle/names";

/** What `glasshouse inspect` reads, in Markdown, from the tables that the readers themselves use. */
export function importReference(): string {
  return [
    "# Files of fitted models",
    "`npm run inspect -- model.pkl` (or `glasshouse inspect model.pkl`) says what a fitted model of scikit-learn holds: its release, steps, inputs, coefficients by name, and what the file does not say. Give a scaler and a list of columns beside it where they are files of their own: `npm run inspect -- model.pkl scaler.pkl columns.json`. Made from the tables of the reader by `npm run reference`.",
    "The page `/import` of every deployment does the same in a browser, where nothing is uploaded: it shows what a file holds, asks for what the file cannot know, tries the model, compares it with answers that a notebook printed, and hands out its folder, to be unzipped in `MODEL_DIR`.",
    "Python is not needed, and nothing in a file is ever called: a pickle is read as names and data. A name that no fitted linear model needs is refused. Estimates equal those of scikit-learn 1.9 to 12 digits in the tests; files of earlier releases are read where their attributes have the same names. This says nothing of whether a file is safe to load in Python.",
    "## Files",
    "Pickles of protocol 0 to 5 and joblib files without compression, with arrays of numpy 1 or 2. A file may hold a model, or a tuple, list or dict of a model, a scaler and names of columns.",
    "## Models",
    table(
      ["class", "what it is"],
      classes(REGRESSORS, ({ is }) => is),
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

function classes<Entry>(entries: Record<string, Entry>, words: (entry: Entry) => string): string[][] {
  return Object.entries(entries).map(([name, entry]) => [`\`${name}\``, words(entry)]);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
