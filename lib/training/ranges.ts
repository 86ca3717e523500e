import type { Evidence } from "../model/evidence";
import { kindOf } from "../model/inputs/kinds";
import type { Spec } from "../model/spec";
import type { ExampleChunk } from "./example-parser";

/** What the rows hold of each input: extremes of numbers, counts of everything else. */
export class Ranges {
  private readonly extremes: { min: number; max: number }[];
  /** By code. */
  private readonly counts: number[][];
  private readonly missing: number[];

  constructor(private readonly spec: Spec) {
    this.extremes = spec.inputs.map(() => ({ min: Infinity, max: -Infinity }));
    this.missing = spec.inputs.map(() => 0);
    this.counts = spec.inputs.map((input) => (kindOf(input).levels(input) ?? []).map(() => 0));
  }

  add({ encoded, count }: ExampleChunk): void {
    const { inputs } = this.spec;
    const end = count * inputs.length;
    inputs.forEach((input, index) => {
      const counts = this.counts[index]!;
      if (counts.length > 0) {
        for (let at = index; at < end; at += inputs.length) {
          if (Number.isNaN(encoded[at]!)) this.missing[index]!++;
          else counts[encoded[at]!]!++;
        }
        return;
      }
      let { min, max } = this.extremes[index]!;
      for (let at = index; at < end; at += inputs.length) {
        const value = encoded[at]!;
        if (value < min) min = value;
        if (value > max) max = value;
        if (Number.isNaN(value)) this.missing[index]!++;
      }
      this.extremes[index] = { min, max };
    });
  }

  toEvidence(): Evidence["ranges"] {
    return Object.fromEntries(
      this.spec.inputs.map((input, index) => {
        const levels = kindOf(input).levels(input);
        const missing = typeof input.missing === "object" ? { missing: this.missing[index]! } : {};
        if (levels === null) return [input.name, { ...this.extremes[index]!, ...missing }];
        const counts = levels.map((level, code) => [String(level), this.counts[index]![code]!]);
        return [input.name, { counts: Object.fromEntries(counts), ...missing }];
      }),
    );
  }
}
