import { compileDesign } from "../linear/columns";
import type { Coding } from "../model/predictor";
import type { LeastSquares } from "../math/least-squares";
import { leverage } from "../math/triangle";
import { backgroundRows, type Evidence } from "../model/evidence";
import { kindOf } from "../model/inputs/kinds";
import { Neighbours } from "../model/neighbours";
import type { Spec } from "../model/spec";
import type { ExampleChunk } from "./example-parser";
import { fitsItself, reachWithout, type NumberedExample } from "./leave-one-out";

/**
 * How far the rows of a table lie from their middle and from each other; see `farthest` and `apart` of the evidence.
 * Rows are looked at one by one and forgotten.
 */
export class Extent {
  private farthest = 0;
  private apart = 0;
  private readonly neighbours: Neighbours;
  /** By input: the codes of the levels that one row alone has. */
  private readonly single: Set<number>[];
  private readonly scratch: Float64Array;

  /**
   * @param fit null where it is not known: no row is then far
   * @param known of the whole table; the rows of its background are those that distances are measured to
   */
  constructor(
    private readonly spec: Spec,
    private readonly fit: LeastSquares | null,
    known: Pick<Evidence, "ranges" | "background">,
    private readonly coding?: Coding,
    /** The typical weight. */
    private readonly typical = 1,
  ) {
    this.scratch = new Float64Array(fit?.p ?? 0);
    this.neighbours = new Neighbours(spec.inputs, backgroundRows(spec, known));
    this.single = spec.inputs.map((input) => {
      const range = known.ranges[input.name]!;
      if (!("counts" in range)) return new Set();
      const levels = kindOf(input).levels(input) ?? [];
      const shared = new Set(coding?.pooled[input.name]);
      const alone = levels.flatMap((level, code) =>
        range.counts[String(level)] === 1 && !shared.has(code) ? [code] : [],
      );
      return new Set([...alone, ...(range.pooled?.rows === 1 ? shared : [])]);
    });
  }

  addExamples(examples: readonly NumberedExample[]): void {
    const design = compileDesign(this.spec, this.coding);
    const row = new Float64Array(design.names.length);
    for (const { encoded, weight = 1 } of examples) {
      design.writeRow(encoded, row);
      this.add(encoded, row, weight);
    }
  }

  /** @param chunk with its rows of the design */
  addChunk({ count, encoded, rows, weights }: ExampleChunk): void {
    const inputs = this.spec.inputs.length;
    const p = this.scratch.length;
    // A view of each row would take longer to make than the row to copy.
    const raw = new Float64Array(inputs);
    const row = new Float64Array(p);
    for (let index = 0; index < count; index++) {
      const weight = weights ? weights[index]! : 1;
      const root = Math.sqrt(weight);
      for (let at = 0, from = index * inputs; at < inputs; at++, from++) raw[at] = encoded[from]!;
      for (let at = 0, from = index * (p + 1); at < p; at++, from++) row[at] = rows[from]! / root;
      this.add(raw, row, weight / this.typical);
    }
  }

  /** @param row of the design, as it is without its weight */
  private add(encoded: Float64Array, row: Float64Array, weight: number): void {
    if (this.fit) {
      const { r, p } = this.fit;
      const h = weight * leverage(r, p, row, this.scratch);
      if (!fitsItself(h)) this.farthest = Math.max(this.farthest, reachWithout(h, weight));
      else if (!this.single.some((codes, index) => codes.has(encoded[index]!)))
        this.farthest = Math.max(this.farthest, 1);
    }
    // Most rows have a neighbour within what is known already, and that is soon seen.
    if (this.neighbours.hasOtherWithin(encoded, this.apart)) return;
    const nearest = this.neighbours.nearestOther(encoded);
    if (Number.isFinite(nearest)) this.apart = Math.max(this.apart, nearest);
  }

  toEvidence(): Pick<Evidence, "farthest" | "apart"> {
    return { farthest: this.farthest, apart: this.apart };
  }
}
