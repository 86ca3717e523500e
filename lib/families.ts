import * as z from "zod";
import { compileLinear, inferenceSchema, linearSchema } from "./linear/predictor";
import { compileUncertainty } from "./model/answer/uncertainty";
import {
  BundleError,
  bundleShape,
  FORMAT,
  hashDescription,
  hashRevision,
  hashVersion,
  type Bundle,
} from "./model/bundle";
import { findMismatch } from "./model/evidence";
import { inputSchema } from "./model/inputs/schema";
import { toUnit, type Model } from "./model/model";
import { emptyPoint, type Predictor } from "./model/predictor";
import { agreesWithPrinted, readPrinted } from "./model/printed";
import { compileReading } from "./model/reading";
import { parseSpec, type Spec } from "./model/spec";

/** The families of models there are. A new one is a member of this union, and a case of `compilePredictor`. */
const { format, spec, ...others } = bundleShape;
const familyShape = z.strictObject({
  format,
  spec,
  predictor: z.discriminatedUnion("family", [linearSchema]),
  inference: inferenceSchema.nullable(),
  ...others,
});

function compilePredictor(spec: Spec, { predictor, inference, evidence }: z.infer<typeof familyShape>): Predictor {
  switch (predictor.family) {
    case "linear":
      return compileLinear(spec, predictor, inference, evidence);
  }
}

/** How far a golden row may be from its centre: the arithmetic of another machine rounds otherwise. */
const AGREEMENT = 1e-9;

/**
 * Make a model of what `JSON.parse` gave for its two files. It runs in browsers too.
 *
 * @param specJson of `model.json`
 * @param bundleJson of `artifact.json`
 * @throws SpecError or BundleError naming the first thing that does not match
 */
export function loadModel(specJson: unknown, bundleJson: unknown): Model {
  const spec = parseSpec(specJson);
  const bundle = readBundle(spec, bundleJson);
  const { uncertainty, evidence, golden, provenance } = bundle;
  const predictor = compilePredictor(spec, bundle);
  const point = emptyPoint();
  golden.forEach(({ inputs, center, size, printed }, index) => {
    predictor.evaluate(inputs, point);
    if (printed !== undefined) {
      const [estimate, wanted] = [toUnit(spec, point.center), readPrinted(printed)];
      const agrees = wanted !== undefined && agreesWithPrinted(estimate, wanted);
      refuse(agrees, `golden.${index}: the estimate is ${estimate}; the library printed ${printed}`);
    }
    for (const [found, written] of [
      [point.center, center],
      [point.size, size],
    ] as const) {
      const agrees = Math.abs(found - written) <= AGREEMENT * Math.max(1, Math.abs(written));
      refuse(agrees, `golden.${index}: the predictor gives ${found}, not ${written}`);
    }
  });
  const hash = hashVersion(spec, bundle);
  return {
    spec,
    hash,
    version: hash.slice(0, 12),
    revision: hashRevision(spec, bundle).slice(0, 12),
    schema: inputSchema(spec),
    reading: compileReading(spec),
    predictor,
    uncertainty: compileUncertainty(uncertainty, evidence?.conformal?.scores),
    evidence,
    provenance,
    bundle,
  };
}

function refuse(matches: boolean, message: string): void {
  if (!matches) throw new BundleError(message);
}

/** Read a bundle for a description, and refuse whatever is not fully understood. */
function readBundle(spec: Spec, json: unknown): z.infer<typeof familyShape> & Bundle {
  const { format: found } = (json ?? {}) as { format?: unknown };
  refuse(
    found === FORMAT,
    found === 1 ? "it is of format 1, of an earlier release; train the model again" : `format: must be ${FORMAT}`,
  );
  const parsed = familyShape.safeParse(json);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new BundleError(`${path.join(".") || "artifact.json"}: ${message}`);
  }
  const bundle = parsed.data;
  const { uncertainty, evidence } = bundle;
  refuse(
    bundle.spec === hashDescription(spec),
    "spec: model.json has changed since the artifact was trained; train the model again",
  );
  refuse(
    uncertainty?.kind !== "conformal" || Boolean(evidence?.conformal),
    "evidence.conformal: must be there for conformal intervals",
  );
  const mismatch = evidence && findMismatch(spec, evidence);
  refuse(!mismatch, `evidence.${mismatch}`);
  return bundle;
}

/**
 * A bundle as the text of its file: members in the order of the schema, one line for each of the first level, so that a
 * difference can be read.
 *
 * @throws BundleError naming the first member that has no place in it, such as a number that is not finite
 */
export function writeBundle(bundle: Bundle): string {
  const parsed = familyShape.safeParse(bundle);
  if (!parsed.success) {
    const { path } = parsed.error.issues[0]!;
    throw new BundleError(
      `the rows give ${path.join(".")} no value that can be written (${String(valueAt(bundle, path))}), so there is no model of them`,
    );
  }
  const lines = Object.entries(parsed.data).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
