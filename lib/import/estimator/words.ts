import type { Expression } from "../../formula/expression";
import { catalogue, DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { expressionText } from "../../formula/parse";
import { formatCount } from "../../model/format";
import type { ImportedModel } from "../read-files";
import type { InputDescription, Level, ModelDescription, Reading } from "./description";

const MOST_LEVELS = 8;
const MOST_LINES = 200;

const INPUT_WORDS = catalogue({
  en: {
    number: "a number",
    oneOf: (levels: string) => `one of ${levels}`,
    more: (count: number) => ` and ${count} more`,
    others: "any other level has an estimate too",
    noOther: "no other level",
    required: "required",
    optional: "may be missing",
    filled: (value: string) => `${value} where it is missing`,
  },
  de: {
    number: "eine Zahl",
    oneOf: (levels) => `einer der Werte ${levels}`,
    more: (count) => ` und ${count} weitere`,
    others: "auch andere Werte haben eine Schätzung",
    noOther: "kein anderer Wert",
    required: "Pflichtangabe",
    optional: "darf fehlen",
    filled: (value) => `fehlt die Angabe, gilt ${value}`,
  },
});

/** How the estimate follows from the sum. */
export const ANSWERS: Record<ModelDescription["inverse"], string> = {
  identity: "the sum",
  exp: "e to the power of the sum",
  expm1: "e to the power of the sum, minus 1",
  square: "the square of the sum",
};

/** What is in the files of a model, as text; see `glasshouse inspect`. */
export function inspectionText({ description, carried }: ImportedModel): string {
  const { regressor, steps, inputs, columns, coefficients, intercept, inverse, notes } = description;
  const terms = columns.map(({ label, expression }, index) => {
    const formula = formulaInWords(expression, description);
    return [String(coefficients[index]), formula === undefined ? label : `${label}, as ${formula}`] as const;
  });
  const others = notNeeded(carried);
  return [
    `a ${regressor} ${writerOf(description)}; the file was not run`,
    section("steps", steps),
    section(
      "inputs",
      inputs.map((input) => `${nameOf(input)}: ${inputWords(input, description)}`),
    ),
    section("coefficients", table([[String(intercept), "intercept"], ...terms])),
    `\nThe estimate is ${ANSWERS[inverse]}.`,
    section("worth knowing", [
      ...notes,
      ...(others.length > 0 ? [`Not needed for an estimate: ${others.join(", ")}.`] : []),
    ]),
    section("what the file does not contain", missingWords(inputs)),
  ]
    .filter((part) => part !== "")
    .map(printable)
    .join("\n")
    .concat("\n");
}

/** The library or program that wrote a model: "of scikit-learn 1.9.1", "in ONNX, written by skl2onnx 1.20". */
export function writerOf({ writer, library, release }: ModelDescription): string {
  return writer ?? `of ${library ?? (release ? `scikit-learn ${release}` : "a scikit-learn of unknown release")}`;
}

/** The names in a file that no estimate needs, without those of numbers and texts, which every file has. */
export function notNeeded(carried: string[]): string[] {
  return carried.filter((path) => !/^(numpy|builtins|__builtin__|copyreg|copy_reg|_codecs)(\.|$)/.test(path));
}

/** The formula of a column over inputs; undefined where its label is enough. */
export function formulaInWords(expression: Expression, description: ModelDescription): string | undefined {
  return isPlain(expression, description) ? undefined : formulaOf(expression, description);
}

/** Whether the label of a column is enough: an input as it is, or one of its levels. */
function isPlain(expression: Expression, { readings }: ModelDescription): boolean {
  if (expression.kind === "name") return readings.some(({ id, lookup }) => id === expression.name && !lookup);
  return expression.kind === "binary" && expression.operator === "==" && expression.left.kind === "name";
}

/** A formula in which every reading has the name of its input; the number that a level counts as is its code. */
function formulaOf(expression: Expression, { inputs, readings }: ModelDescription): string {
  const names = new Map(
    readings.map(({ id, input, lookup }) => [id, lookup ? `code(${inputs[input]!.id})` : inputs[input]!.id]),
  );
  return expressionText(expression, (name) => names.get(name) ?? name);
}

function section(title: string, lines: string[]): string {
  if (lines.length === 0) return "";
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}`);
  const more = lines.length > MOST_LINES ? [`  and ${lines.length - MOST_LINES} more`] : [];
  return [`\n${title}`, ...shown, ...more].join("\n");
}

function table(rows: (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.slice(0, MOST_LINES).map(([first]) => first.length));
  return rows.map(([first, second]) => `${first.padStart(width)}  ${second}`);
}

const nameOf = ({ id, name }: InputDescription) =>
  name === null ? `${id} (by its position)` : name === id ? name : `${name} (${id} in formulas)`;

/** "one of 2, 4, 5; no other level; required" */
export function inputWords(
  input: InputDescription,
  description: ModelDescription,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const words = INPUT_WORDS[locale];
  const missing = input.optional ? missingValue(input, description, locale) : words.required;
  if (input.kind === "number") return `${words.number}; ${missing}`;
  const { levels } = input;
  const shown = levels.slice(0, MOST_LEVELS).map(levelText).join(", ");
  const more = levels.length > MOST_LEVELS ? words.more(levels.length - MOST_LEVELS) : "";
  return `${words.oneOf(shown + more)}; ${input.otherLevels ? words.others : words.noOther}; ${missing}`;
}

const levelText = (level: Level) => (typeof level === "string" ? JSON.stringify(level) : String(level));

/** The value that replaces a missing one, where it is the same everywhere. */
function missingValue(input: InputDescription, { inputs, readings }: ModelDescription, locale: Locale): string {
  const own = readings.filter((reading) => inputs[reading.input] === input && reading.fill !== null);
  const [fill, ...others] = new Set(own.map(({ fill }: Reading) => fill));
  const words = INPUT_WORDS[locale];
  return input.kind === "number" && fill !== undefined && fill !== null && others.length === 0
    ? words.filled(String(fill))
    : words.optional;
}

/** What a publisher has to add. */
function missingWords(inputs: InputDescription[]): string[] {
  const unnamed = inputs.filter(({ name }) => name === null).length;
  return [
    ...(unnamed > 0
      ? [
          `Names: ${unnamed} of ${formatCount(inputs.length, "input")} ${unnamed === 1 ? "has" : "have"} only a position.`,
        ]
      : []),
    "The name and unit of the target; labels, units and bounds of inputs.",
    "How far estimates are off: without rows there is no range.",
  ];
}

/** No text of a file may move the cursor or colour a terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
