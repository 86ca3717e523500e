import { z } from "zod";
import { alertRulesSchema } from "./alert-rules";
import { FUNCTION_NAMES, parseFormula, type Formula } from "../formula/parse";

/**
 * The description of a model, as it stands in `model/<id>/model.json`.
 *
 * It is plain data: form, API schema, CSV columns, OpenAPI and help texts are all derived from it, and
 * it can arrive from an upload as well as from a folder. Everything a person reads about the model is
 * here; everything training computes is in the artifact.
 */
export type Spec = z.infer<typeof specSchema>;
export type Input = Spec["inputs"][number];
export type Derived = Spec["derived"][number];

/** Names appear in formulas, JSON bodies, query strings, CSV headers and SQL. */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "must be lower-case letters, digits and underscores, starting with a letter")
  .refine((name) => name !== "constructor", "must not be constructor, which every JavaScript object has")
  .max(40)
  .refine((text) => !FUNCTION_NAMES.includes(text), "must not be the name of a function");

const text = z.string().trim().min(1, "must not be empty").max(2000);
const finite = z.number().finite();

const common = { name, label: text, help: text.optional() };
const bounds = {
  unit: text.optional(),
  min: finite.optional(),
  max: finite.optional(),
};

/** How near to the truth an estimate has to be to count: within a share of it, or within an amount. */
export const toleranceSchema = z.union([
  z.strictObject({ relative: z.number().gt(0).lt(1) }),
  z.strictObject({ absolute: z.number().positive() }),
]);
export type Tolerance = z.infer<typeof toleranceSchema>;

const inputSpec = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("number"),
    ...bounds,
    typical: finite.optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("integer"),
    ...bounds,
    typical: z.int().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("boolean"),
    typical: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("category"),
    levels: z.array(text).min(2).max(100),
    typical: text.optional(),
  }),
]);

export const specSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens")
      .max(60),
    title: text,
    summary: text,
    target: z.strictObject({
      name,
      label: text,
      /** ISO 4217 code for money, otherwise any unit; both are shown with the estimate. */
      unit: text.optional(),
      /** What the unit is exactly, as in "Canadian dollars of 1987". */
      help: text.optional(),
      /** Opens the sentence about the range: "houses like this one sold for" … "between … and …". */
      phrase: text.optional(),
      positive: z.boolean().default(false),
      transform: z.enum(["identity", "log"]).default("identity"),
      /**
       * How near an estimate has to be to count as near: a share of the truth, `{ "relative": 0.1 }`, or an amount in
       * the target's unit, `{ "absolute": 200 }`. Where an outcome is 0, or outcomes lie on both sides of 0, there are no
       * shares: training then takes this share of the median absolute outcome that is not 0.
       */
      tolerance: toleranceSchema.default({ relative: 0.1 }),
      /** Whether estimates are held to the standard of property assessors: level, spread and vertical equity. */
      ratioStudy: z.boolean().default(false),
    }),
    inputs: z.array(inputSpec).min(1).max(200),
    derived: z
      .array(
        z.strictObject({
          name,
          label: text,
          unit: text.optional(),
          help: text.optional(),
          formula: text,
        }),
      )
      .max(200)
      .default([]),
    /**
     * The right-hand side of the regression; each term is a formula over inputs and derived features. There are none
     * where the predictor brings its own coding.
     */
    terms: z.array(text).max(500).default([]),
    /**
     * Where intervals come from: Student's t, exact if errors are normal and of equal variance, or the errors on
     * rows left out (conformal), which need neither and take at least 100 rows. "auto" is conformal from 100 rows on
     * and Student's t below; training writes into the bundle which it is.
     */
    interval: z.enum(["auto", "t", "conformal"]).default("auto"),
    /** The table to train on; there is none where the predictor was fitted elsewhere. */
    training: z.strictObject({
      file: text,
      /** Column of the table for each name that is called otherwise there. */
      columns: z.record(z.string(), text).default({}),
      /** Whether rows of the table may be shown to people, as comparables. */
      showRows: z.boolean().default(true),
    }).optional(),
    card: z.strictObject({
      intendedUse: text,
      limits: z.array(text).min(1),
      source: text,
    }),
    /** When to tell the owner; without it, of drift, of worse accuracy than claimed, and of many refusals. */
    alerts: alertRulesSchema.optional(),
  })
  .superRefine((spec, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const known = new Set<string>();
    const used = new Set<string>();
    const categories = new Set(spec.inputs.filter((input) => input.kind === "category").map((input) => input.name));

    const declare = (label: string, path: (string | number)[]) => {
      if (known.has(label) || label === spec.target.name) complain(path, `${label} is named twice`);
      known.add(label);
    };
    const read = (source: string, path: (string | number)[]): void => {
      let formula: Formula;
      try {
        formula = parseFormula(source);
      } catch (error) {
        return complain(path, (error as Error).message);
      }
      if (formula.names.length === 0) complain(path, "must use at least one input");
      for (const part of formula.names) {
        used.add(part);
        if (!known.has(part)) complain(path, `${part} is neither an input nor a derived feature declared before`);
        const alone = path[0] === "terms" && source.trim() === part;
        if (categories.has(part) && !alone) complain(path, `${part} is a category and can only stand alone as a term`);
      }
    };

    spec.inputs.forEach((input, index) => {
      declare(input.name, ["inputs", index, "name"]);
      if (input.kind === "category") {
        if (new Set(input.levels).size < input.levels.length)
          complain(["inputs", index, "levels"], "must all be different");
        if (input.typical !== undefined && !input.levels.includes(input.typical))
          complain(["inputs", index, "typical"], "must be one of the levels");
      } else if (input.kind !== "boolean") {
        const { min = -Infinity, max = Infinity, typical = Math.max(min, Math.min(0, max)) } = input;
        if (min >= max) complain(["inputs", index, "max"], "must be greater than min");
        if (typical < min || typical > max) complain(["inputs", index, "typical"], "must lie between min and max");
      }
    });
    spec.derived.forEach((derived, index) => {
      read(derived.formula, ["derived", index, "formula"]);
      declare(derived.name, ["derived", index, "name"]);
    });
    spec.terms.forEach((term, index) => {
      if (spec.terms.indexOf(term) < index) complain(["terms", index], `${term} is there twice`);
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
    const codesTerms = spec.terms.length > 0;
    spec.inputs.forEach((input, index) => {
      if (codesTerms && !used.has(input.name)) complain(["inputs", index], `${input.name} is used by no term and no derived feature`);
    });
  });

/** A model description that cannot be used; `message` lists every fault with the place it stands at. */
export class SpecError extends Error {
  override name = "SpecError";
}

/**
 * Read a model description.
 *
 * @param json what `JSON.parse` gave for a `model.json`
 * @throws SpecError naming each field at fault, as in "terms.2: bedroms is neither an input nor …"
 */
export function parseSpec(json: unknown): Spec {
  const result = specSchema.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".") || "model.json"}: ${issue.message}`);
  throw new SpecError(faults.join("\n"));
}
