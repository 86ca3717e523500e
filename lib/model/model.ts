import { readArtifact, sha256, writeArtifact } from "./bundle";
import { compileEstimator, type Estimator } from "../linear/estimator";
import { compileExplanation, type Explain } from "../linear/explain";
import { inputSchema, type InputSchema } from "./inputs/schema";
import { parseSpec } from "./spec";

/** A model ready to answer: its description, what training found, and both compiled. */
export interface Model extends Estimator {
  /** The SHA-256 of the artifact, in hex. */
  hash: string;
  /** Its first twelve digits. */
  version: string;
  schema: InputSchema;
  explain: Explain;
}

/**
 * Make a model of what `JSON.parse` gave for its two files.
 *
 * @throws SpecError or ArtifactError naming what does not match
 */
export function loadModel(specJson: unknown, artifactJson: unknown): Model {
  const spec = parseSpec(specJson);
  const artifact = readArtifact(artifactJson, spec);
  const estimator = compileEstimator(spec, artifact);
  const hash = sha256(writeArtifact(artifact));
  return {
    ...estimator,
    hash,
    version: hash.slice(0, 12),
    schema: inputSchema(spec),
    explain: compileExplanation(spec, artifact, estimator.coefficients),
  };
}
