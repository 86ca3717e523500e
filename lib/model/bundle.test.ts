import { describe, expect, test } from "vitest";
import { ArtifactError, readArtifact, writeArtifact, type Artifact, hashSpec } from "./bundle";
import { parseSpec } from "./spec";
import { readModelFile } from "../testing/models";

const specJson = JSON.parse(await readModelFile("house-price", "model.json")) as Record<string, unknown>;
const spec = parseSpec(specJson);
const text = await readModelFile("house-price", "artifact.json");
const artifact = JSON.parse(text) as Artifact;

function refusal(change: (copy: Artifact) => unknown): string {
  const copy = structuredClone(artifact);
  change(copy);
  try {
    readArtifact(copy, spec);
  } catch (error) {
    expect(error).toBeInstanceOf(ArtifactError);
    return (error as Error).message;
  }
  return "accepted";
}

describe("readArtifact", () => {
  test("accepts what training wrote, and writes it back to the same bytes", () => {
    expect(writeArtifact(readArtifact(artifact, spec))).toBe(text);
  });

  test("refuses an artifact of a spec that has changed since", () => {
    const changed = parseSpec({
      ...specJson,
      terms: ["area", "bedrooms", "bathrooms", "stories", "guest_rooms", "basement", "parking"],
    });
    expect(() => readArtifact(artifact, changed)).toThrow("spec: model.json has changed");
  });

  test("stands beside a description that alerts in another way, which trains nothing", () => {
    const alerting = parseSpec({ ...specJson, alerts: [{ id: "silence", metric: "volume", below: 10 }] });
    expect(hashSpec(alerting)).toBe(hashSpec(parseSpec(specJson)));
    expect(() => readArtifact(artifact, alerting)).not.toThrow();
  });

  test.each<[string, (copy: Artifact) => unknown]>([
    ["format", (copy) => Object.assign(copy, { format: 2 })],
    ["data", (copy) => (copy.data = "abc")],
    ["Unrecognized key", (copy) => Object.assign(copy, { extra: 1 })],
    ["coefficients: ", (copy) => copy.coefficients.pop()],
    [
      "coefficients.2.term: must be bedrooms",
      (copy) => copy.coefficients.splice(2, 2, copy.coefficients[3]!, copy.coefficients[2]!),
    ],
    ["coefficients.1.estimate", (copy) => Object.assign(copy.coefficients[1]!, { estimate: null })],
    ["fit.p", (copy) => copy.fit.p++],
    ["fit.df", (copy) => copy.fit.df++],
    ["fit.sigma", (copy) => (copy.fit.sigma = -1)],
    ["r: ", (copy) => copy.r.pop()],
    ["r.3: ", (copy) => copy.r[3]!.pop()],
    ["r.4.0", (copy) => (copy.r[4]![0] = 0)],
    ["ranges.area", (copy) => delete copy.ranges.area],
    ["background.inputs.parking", (copy) => copy.background.inputs.parking!.pop()],
    ["histogram.edges", (copy) => copy.histogram.edges.pop()],
  ])("names the first mismatch: %s", (place, change) => {
    expect(refusal(change)).toContain(place);
  });
});
