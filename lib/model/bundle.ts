import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import { encodedNumber, evidenceSchema } from "./evidence";
import type { Spec } from "./spec";

/** The number of the format of `artifact.json`. */
export const FORMAT = 2;

const hash = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hex");

/** Where intervals come from: Student's t on the scale of the fit, or the scores of the evidence. */
export const uncertaintySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("t"), sigma: z.number().nonnegative(), df: z.int().min(1) }),
  z.strictObject({ kind: z.literal("conformal") }),
]);
export type UncertaintyData = z.infer<typeof uncertaintySchema>;

/**
 * What answers, as `artifact.json` has it, whatever the family of its predictor: `lib/families` knows what a predictor
 * and an inference hold. The same description and the same table give the same bytes.
 */
export const bundleShape = {
  format: z.literal(FORMAT),
  /** The hash of the description it was made for; see `hashDescription`. */
  spec: hash,
  /** Null where nobody has shown rows: an estimate then has no interval. */
  uncertainty: uncertaintySchema.nullable(),
  evidence: evidenceSchema.nullable(),
  /**
   * Rows of encoded inputs with the centre and size that the predictor gave them when the bundle was written; `printed` is
   * the estimate of one in the target's unit as the library that fitted the model printed it.
   */
  golden: z.array(
    z.strictObject({
      inputs: z.array(encodedNumber),
      center: z.number(),
      size: z.number(),
      printed: z.string().optional(),
    }),
  ),
  provenance: z.strictObject({
    /** SHA-256 of the bytes of the table; null where there was none. */
    data: hash.nullable(),
  }),
};

/** A bundle as it is read, its predictor and inference as their family has them. */
export type Bundle = z.infer<z.ZodObject<typeof bundleShape>> & { predictor: { family: string }; inference: unknown };

/** A bundle that must not be used; `message` names the first thing that does not match. */
export class BundleError extends Error {
  override name = "BundleError";
}

/** SHA-256 of a text, in hex: in Node and in browsers alike, which offer it on pages from HTTPS alone, and only later. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

/** What of a description can change an answer to inputs that are accepted: neither wording, units nor bounds. */
function essence({ target, inputs, derived, terms, intercept, interval }: Spec): unknown {
  return {
    target: {
      positive: target.positive,
      transform: target.transform,
      ...(target.estimates && { estimates: target.estimates }),
      tolerance: target.tolerance,
    },
    inputs: inputs.map((input) => {
      const { name, kind } = input;
      const assumed = typeof input.missing === "object" ? { missing: input.missing.value } : {};
      return { name, kind, ...(kind === "category" && { levels: input.levels, other: input.other }), ...assumed };
    }),
    derived: derived.map(({ name, formula }) => ({ name, formula })),
    terms,
    ...(!intercept && { intercept }),
    interval,
  };
}

/** The hash that binds a bundle to its description: a label or a bound can be mended without training again. */
export function hashDescription(spec: Spec): string {
  return sha256(JSON.stringify(essence(spec)));
}

/**
 * The hash of what can change an answer to inputs that are accepted: estimate, interval, contributions, warnings,
 * refusals. Outcomes and the log of predictions stay with it.
 */
export function hashVersion(spec: Spec, { predictor, uncertainty, evidence }: Bundle): string {
  const { ranges, outcomes, farthest, apart, tolerance, background, smearing, coverageByEstimate, conformal } =
    evidence ?? {};
  const scores = uncertainty?.kind === "conformal" ? conformal : undefined;
  const says = {
    ranges,
    outcomes,
    farthest,
    apart,
    tolerance,
    background,
    smearing,
    coverageByEstimate,
    scores,
  };
  return sha256(JSON.stringify([essence(spec), predictor, uncertainty, says]));
}

/** The hash of everything that a page or a document can show of a model: caches go by it. */
export function hashRevision(spec: Spec, bundle: Bundle): string {
  return sha256(JSON.stringify([spec, bundle]));
}
