import type { Uncertainty } from "./answer/uncertainty";
import type { Bundle } from "./bundle";
import type { Evidence } from "./evidence";
import type { InputSchema } from "./inputs/schema";
import type { Predictor } from "./predictor";
import type { Reading } from "./reading";
import type { Spec } from "./spec";

/** A model ready to answer; see `loadModel`. What is null is not known, and who shows it must say so. */
export interface Model {
  spec: Spec;
  /** The digest of what can change an answer, SHA-256 in hex; `version` is its first twelve digits. */
  hash: string;
  version: string;
  /** The first twelve digits of the digest of everything, wording included. */
  revision: string;
  /** When this version was published, in ISO 8601 in UTC. A folder does not say. */
  publishedAt?: string;
  schema: InputSchema;
  reading: Reading;
  predictor: Predictor;
  uncertainty: Uncertainty | null;
  evidence: Evidence | null;
  provenance: Bundle["provenance"];
  /** As it is kept and exported. */
  bundle: Bundle;
}

/** From the scale of the fit to the target's unit. No number has a square root below 0, so such a value stands for 0. */
export function toUnit({ target }: Pick<Spec, "target">, value: number): number {
  switch (target.transform) {
    case "identity":
      return value;
    case "log":
      return Math.exp(value);
    case "log1p":
      return Math.expm1(value);
    case "sqrt":
      return Math.max(value, 0) ** 2;
  }
}

/** From the target's unit to the scale of the fit. */
export function toScale({ target }: Pick<Spec, "target">, value: number): number {
  switch (target.transform) {
    case "identity":
      return value;
    case "log":
      return Math.log(value);
    case "log1p":
      return Math.log1p(value);
    case "sqrt":
      return Math.sqrt(value);
  }
}
