import type { Evidence } from "../model/evidence";
import { fillOf, kindOf } from "../model/inputs/kinds";
import type { Spec } from "../model/spec";
import type { ExampleChunk } from "./example-parser";
import type { Pooling } from "./pool-levels";

/** What the rows hold of each input: extremes of numbers, counts of everything else. */
export class Ranges {
  private readonly extremes: { min: number; max: number }[];
  /** By code. */
  private readonly counts: number[][];
  private readonly missing: number[];

  constructor(private readonly spec: Spec) {
    this.extremes = spec.inputs.map(() => ({ min: Infinity, max: -Infinity }));
    this.missing = spec.inputs.map(() => 0);
    // Texts that are not listed have the code behind the last level's.
    this.counts = spec.inputs.map((input) => {
      const levels = kindOf(input).levels(input);
      return levels ? new Array<number>(levels.length + 1).fill(0) : [];
    });
  }

  add({ encoded, count }: ExampleChunk): void {
    const { inputs } = this.spec;
    const end = count * inputs.length;
    inputs.forEach((input, index) => {
      const counts = this.counts[index]!;
      const assumed = fillOf(input) ?? NaN;
      if (counts.length > 0) {
        for (let at = index; at < end; at += inputs.length) {
          const code = encoded[at]!;
          if (Number.isNaN(code)) this.missing[index]!++;
          // A row without a value stands with those of the level that is assumed for it.
          counts[Number.isNaN(code) ? assumed : code]!++;
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

  /** How many rows have each level, by the position of the input and by code; texts that are not listed come last. */
  countsOf(input: number): readonly number[] {
    return this.counts[input]!;
  }

  toEvidence(coding?: Pooling): Evidence["ranges"] {
    return Object.fromEntries(
      this.spec.inputs.map((input, index) => {
        const levels = kindOf(input).levels(input);
        const missing = typeof input.missing === "object" ? { missing: this.missing[index]! } : {};
        if (levels === null) return [input.name, { ...this.extremes[index]!, ...missing }];
        const counts = Object.fromEntries(levels.map((level, code) => [String(level), this.counts[index]![code]!]));
        const shared = coding?.coding.pooled[input.name];
        if (!shared) return [input.name, { counts, ...missing }];
        const rows = shared.reduce((sum, code) => sum + this.counts[index]![code]!, 0);
        return [input.name, { counts, pooled: { fewest: coding.fewest[input.name]!, rows }, ...missing }];
      }),
    );
  }
}
