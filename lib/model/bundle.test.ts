import { describe, expect, test } from "vitest";
import { makeSpec, publishedModel } from "../testing/models";
import { hashDescription, hashRevision, hashVersion } from "./bundle";
import { parseSpec } from "./spec";

const { bundle } = await publishedModel("salary");

const described = {
  inputs: [
    { name: "size", label: "Size", kind: "number", unit: "m²", min: 10, max: 500, typical: 80 },
    { name: "rooms", label: "Rooms", kind: "integer" },
    { name: "town", label: "Town", kind: "category", levels: ["Here", "There"] },
  ],
  derived: [{ name: "per_room", label: "Size of a room", formula: "size / rooms" }],
  terms: ["size", "rooms", "per_room", "town"],
};
type Described = typeof described;

function hashesOf(changes: Record<string, unknown> = {}) {
  const spec = parseSpec(makeSpec({ ...described, ...changes }));
  return { description: hashDescription(spec), version: hashVersion(spec, bundle), revision: hashRevision(spec, bundle) };
}

const original = hashesOf();
const target = { name: "y", label: "Outcome" };
const input = (index: number, changes: Record<string, unknown>): Partial<Described> => ({
  inputs: described.inputs.map((each, position) => (position === index ? { ...each, ...changes } : each)),
});

describe("hashDescription(spec), hashVersion(spec, bundle) and hashRevision(spec, bundle)", () => {
  test.each<[string, Record<string, unknown>]>([
    ["a label", input(0, { label: "Floor space" })],
    ["a help text", input(0, { help: "Without the cellar." })],
    ["a unit", input(0, { unit: "square metres" })],
    ["a bound", input(0, { max: 400 })],
    ["a typical value", input(0, { typical: 90 })],
    ["the label of a derived feature", { derived: [{ ...described.derived[0], label: "A room" }] }],
    ["the unit of the target", { target: { ...target, unit: "USD" } }],
    ["the title", { title: "A better toy" }],
    ["the alerts", { alerts: [{ id: "silence", metric: "volume", below: 10 }] }],
    ["the columns of the table", { training: { file: "training.csv", columns: { size: "m2" } } }],
  ])("%s changes the revision alone", (_, changes) => {
    const { revision, ...others } = hashesOf(changes);
    expect({ ...others, revision: original.revision }).toEqual(original);
    expect(revision).not.toBe(original.revision);
  });

  test.each<[string, Record<string, unknown>]>([
    ["positive", { target: { ...target, positive: true } }],
    ["the transform", { target: { ...target, transform: "log" } }],
    ["one level more", input(2, { levels: ["Here", "There", "Elsewhere"] })],
    ["the order of levels", input(2, { levels: ["There", "Here"] })],
    ["the kind of an input", input(1, { kind: "number" })],
    ["a formula", { derived: [{ ...described.derived[0], formula: "size / (rooms + 1)" }] }],
    ["a term", { terms: [...described.terms, "log(size)"] }],
    ["the kind of interval", { interval: "conformal" }],
  ])("%s changes all three", (_, changes) => {
    const { description, version, revision } = hashesOf(changes);
    expect(description).not.toBe(original.description);
    expect(version).not.toBe(original.version);
    expect(revision).not.toBe(original.revision);
  });
});
