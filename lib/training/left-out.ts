import type { Evidence } from "../model/evidence";
import type { Spec } from "../model/spec";
import type { ExampleChunk } from "./example-parser";
import { addMissing, countOf, type MissingCounts } from "./row-faults";

/** Counts the rows of a table that are left out, and what is missing in them. */
export class LeftOut {
  private rows = 0;
  private readonly missing: MissingCounts = new Map();

  constructor(private readonly spec: Spec) {}

  add({ leftOut = 0, missing }: Pick<ExampleChunk, "leftOut" | "missing">): void {
    this.rows += leftOut;
    if (missing) addMissing(this.missing, missing);
  }

  /** What the evidence says of them; nothing where there are none. */
  toEvidence(): Evidence["leftOut"] {
    if (this.rows === 0) return undefined;
    // Without an input whose value is then assumed, no row is left out.
    const assumed = new Set(this.spec.inputs.flatMap(({ name, missing }) => (typeof missing === "object" ? name : [])));
    const counts = [...this.missing].flatMap(([name, texts]) => (assumed.has(name) ? [] : [[name, countOf(texts)]]));
    return { rows: this.rows, missing: Object.fromEntries(counts) as Record<string, number> };
  }
}
