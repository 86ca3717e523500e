import type { z } from "zod";
import { daysOfIso } from "../formula/calendar";
import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { findMisplaced } from "./misplaced";
import { describeKey } from "./spec-reference";
import { SPEC_SENTENCES, type SpecSentences } from "./spec-sentences";
import { specShape } from "./spec-shape";
import { FormulaError } from "../formula/parse";
import { parseTerm, splitTerm, type Term } from "./terms";

/**
 * The description of a model, as it stands in `model/<id>/model.json`.
 *
 * It is plain data: form, API schema, CSV columns, OpenAPI and help texts are all derived from it, and
 * it can arrive from an upload as well as from a folder. Everything a person reads about the model is
 * here; everything training computes is in the artifact.
 */
export type Spec = Omit<Written, "inputs" | "derived" | "target"> &
  ForReader & { target: Written["target"] & Pick<ForReader, "asWritten">; inputs: Input[]; derived: Derived[] };
export type Input = Written["inputs"][number] & ForReader & OfInput;
export type Derived = Written["derived"][number] & ForReader;
type Written = z.infer<typeof specSchema>;

/** Of a description that `specIn` has put into the language of a reader: the language of sentences about it. */
interface ForReader {
  locale?: Locale;
  /** Whether its label is in another language than English, and keeps its capitals in an English sentence. */
  asWritten?: boolean;
}

/** Of an input that `specIn` has put into the language of a reader. */
interface OfInput {
  /** What the levels of a category are called, by level. */
  names?: Readonly<Record<string, string>>;
  /** The unit in every language of the description: each of them may stand behind a number. */
  units?: readonly string[];
}

// Where it is made has no schema library behind it, which a page's script would carry.
export const specSchema = specShape
  .superRefine((spec, context) => {
    const complain = (path: (string | number)[], need: string | ((sentences: SpecSentences) => string)) => {
      if (typeof need === "string") return context.addIssue({ code: "custom", path, message: need });
      complainIn(path, (locale) => need(SPEC_SENTENCES[locale]));
    };
    const complainIn = (path: (string | number)[], messageIn: (locale: Locale) => string) =>
      context.addIssue({ code: "custom", path, message: messageIn(DEFAULT_LOCALE), params: { messageIn } });
    const known = new Set<string>();
    const used = new Set<string>();

    const declare = (label: string, path: (string | number)[]) => {
      if (known.has(label) || label === spec.target.name) complain(path, ({ namedTwice }) => namedTwice(label));
      known.add(label);
    };
    const find = (name: string) =>
      spec.inputs.find((input) => input.name === name) ?? (known.has(name) ? { kind: "derived" as const } : undefined);
    const read = (source: string, path: (string | number)[]): void => {
      let term: Term;
      try {
        term = parseTerm(spec, source);
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        return complainIn(path, (locale) => error.messageIn(locale));
      }
      const { formula, categories } = term;
      const names = [...categories, ...(formula?.names ?? [])];
      if (names.length === 0) complain(path, ({ usesNoInput }) => usesNoInput);
      for (const fault of formula ? findMisplaced(formula.expression, find) : []) complain(path, fault);
      for (const part of names) {
        used.add(part);
        if (!known.has(part)) complain(path, ({ unknownName }) => unknownName(part));
      }
      const [category] = categories;
      if (path[0] === "terms") return;
      if (category) complain(path, ({ categoryInFormula }) => categoryInFormula(category));
      else if (splitTerm(source).length > 1) complain(path, ({ colonInFormula }) => colonInFormula);
    };

    spec.inputs.forEach((input, index) => {
      declare(input.name, ["inputs", index, "name"]);
      if (input.kind === "category") {
        if (input.levels.length < 2 && spec.terms.length > 0) complain(["inputs", index, "levels"], ({ twoLevels }) => twoLevels);
        if (new Set(input.levels).size < input.levels.length)
          complain(["inputs", index, "levels"], ({ differentLevels }) => differentLevels);
        if (input.typical !== undefined && !input.levels.includes(input.typical))
          complain(["inputs", index, "typical"], ({ oneOfLevels }) => oneOfLevels);
      } else if (input.kind === "date") {
        // Of what is not there, every comparison is false.
        const [min, max, typical] = [input.min, input.max, input.typical].map((text) => daysOfIso(text ?? "")) as [number, number, number];
        for (const key of ["min", "max", "typical"] as const) {
          if (!input.time && input[key]?.includes("T")) complain(["inputs", index, key], ({ timeOfDay }) => timeOfDay);
        }
        if (min >= max) complain(["inputs", index, "max"], ({ laterThanMin }) => laterThanMin);
        if (typical < min || typical > max) complain(["inputs", index, "typical"], ({ between }) => between);
      } else if (input.kind !== "boolean") {
        const { min = -Infinity, max = Infinity, typical = Math.max(min, Math.min(0, max)) } = input;
        if (min >= max) complain(["inputs", index, "max"], ({ greaterThanMin }) => greaterThanMin);
        if (typical < min || typical > max) complain(["inputs", index, "typical"], ({ between }) => between);
      }
    });
    spec.derived.forEach((derived, index) => {
      read(derived.formula, ["derived", index, "formula"]);
      declare(derived.name, ["derived", index, "name"]);
    });
    spec.terms.forEach((term, index) => {
      if (spec.terms.indexOf(term) < index) complain(["terms", index], ({ termTwice }) => termTwice(term));
      read(term, ["terms", index]);
    });
    for (const column of Object.keys(spec.training?.columns ?? {})) {
      const allowed = column === spec.target.name || spec.inputs.some((input) => input.name === column);
      if (!allowed) complain(["training", "columns", column], "is neither an input nor the target");
    }
    spec.alerts?.forEach((rule, index) => {
      if (rule.metric !== "accuracy" || spec.target.ratioStudy) return;
      rule.measures.forEach((measure, at) => {
        if (!["cod", "prd", "prb"].includes(measure)) return;
        complain(["alerts", index, "measures", at], `${measure} needs "ratioStudy": true in the target`);
      });
    });
    for (const [locale, { inputs = {}, derived = {} }] of Object.entries(spec.translations ?? {})) {
      const complainOf = (kind: string, name: string) =>
        complain(["translations", locale, kind, name], kind === "inputs" ? "is no input" : "is no derived feature");
      for (const name of Object.keys(derived)) {
        if (!spec.derived.some((one) => one.name === name)) complainOf("derived", name);
      }
      for (const [name, { levels = {} }] of Object.entries(inputs)) {
        const input = spec.inputs.find((one) => one.name === name);
        if (!input) complainOf("inputs", name);
        const known = input?.kind === "category" ? [...input.levels, ...(input.other ? [input.other.label] : [])] : [];
        for (const level of Object.keys(levels)) {
          if (input && !known.includes(level)) complain(["translations", locale, "inputs", name, "levels", level], `is no level of ${name}`);
        }
      }
    }
    const codesTerms = spec.terms.length > 0;
    spec.inputs.forEach((input, index) => {
      if (codesTerms && !used.has(input.name)) complain(["inputs", index], ({ unused }) => unused(input.name));
    });
  });

/** A model description that cannot be used; `message` lists every fault with the place it stands at. */
export class SpecError extends Error {
  override name = "SpecError";
  /** @param faults each field at fault by its path, with what it needs */
  constructor(
    message: string,
    readonly faults: { path: (string | number)[]; detail: string }[] = [],
  ) {
    super(message);
  }
}

/** A sentence as it stands behind a colon. */
const asClause = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`;

/**
 * Read a model description.
 *
 * @param json what `JSON.parse` gave for a `model.json`
 * @throws SpecError naming each field at fault, as in "terms.2: bedroms is neither an input nor …"
 */
export function parseSpec(json: unknown): Spec {
  const result = specSchema.safeParse(json, { reportInput: true });
  if (result.success) return markLabels(result.data);
  const faults = result.error.issues.map((issue) => {
    const path = issue.path.join(".") || "model.json";
    const purpose = issue.code === "invalid_type" && issue.input === undefined ? describeKey(issue.path) : undefined;
    return {
      path: issue.path as (string | number)[],
      detail: purpose ? `is missing: ${asClause(purpose)}` : issue.message,
      text: purpose ? `${path} is missing: ${asClause(purpose)}` : `${path}: ${issue.message}`,
    };
  });
  throw new SpecError(faults.map(({ text }) => text).join("\n"), faults);
}

/** Marks labels that are not English. The mark is no part of the description, so what hashes or writes it skips it. */
function markLabels(spec: Spec): Spec {
  if ((spec.language ?? DEFAULT_LOCALE) === DEFAULT_LOCALE) return spec;
  for (const part of [spec.target, ...spec.inputs, ...spec.derived]) {
    Object.defineProperty(part, "asWritten", { value: true, enumerable: false });
  }
  return spec;
}

/**
 * The value of a JSON text from a file, which may begin with the byte order mark that some editors write.
 *
 * @throws SyntaxError where it is not JSON
 */
export function parseJsonFile(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}
