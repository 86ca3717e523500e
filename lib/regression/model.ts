import { readArtifact, sha256, writeArtifact, type Artifact } from "./artifact";
import { compileDesign, type Design } from "./design";
import { compileExplanation, type Explain } from "./explain";
import { inputSchema, type InputSchema } from "./input";
import { parseSpec, type Spec } from "./spec";
import { uncertaintyOf, type Uncertainty } from "./uncertainty";

/** A model ready to answer: its description, what training found, and both compiled. */
export interface Model {
  spec: Spec;
  artifact: Artifact;
  /** The SHA-256 of the artifact, in hex. */
  hash: string;
  /** Its first twelve digits. */
  version: string;
  schema: InputSchema;
  design: Design;
  /** Intercept first, as are the rows that the design writes. */
  coefficients: Float64Array;
  /** The upper triangle R of X = QR, p × p, row-major. */
  r: Float64Array;
  explain: Explain;
  uncertainty: Uncertainty;
}

/**
 * Make a model of what `JSON.parse` gave for its two files.
 *
 * @throws SpecError or ArtifactError naming what does not match
 */
export function loadModel(specJson: unknown, artifactJson: unknown): Model {
  const spec = parseSpec(specJson);
  const artifact = readArtifact(artifactJson, spec);
  const design = compileDesign(spec);
  const coefficients = Float64Array.from(artifact.coefficients, ({ estimate }) => estimate);
  const p = coefficients.length;
  const r = new Float64Array(p * p);
  artifact.r.forEach((row, index) => r.set(row, index * p + index));
  const hash = sha256(writeArtifact(artifact));
  return {
    spec,
    artifact,
    hash,
    version: hash.slice(0, 12),
    schema: inputSchema(spec),
    design,
    coefficients,
    r,
    uncertainty: uncertaintyOf(spec, artifact),
    explain: compileExplanation(spec, artifact, coefficients),
  };
}
