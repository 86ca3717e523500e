/** Values that are counted together: what their weights come to, and their mean. */
export interface Point {
  value: number;
  weight: number;
  /** The sum of squared weights. */
  squares: number;
}

/** What sums of weights may be off by. */
const ROUNDING = 1e-9;

interface Cell {
  weight: number;
  squares: number;
  /** What the distances from the name of the cell, each times its weight, add up to. */
  offset: number;
}

/** A cell as it is kept: the squares are those of the weights, and the offset 0, where they are left out. */
type KeptCell = [name: number, weight: number, offset?: number, squares?: number];

/**
 * How often values were there, in cells that a number names. A cell keeps the mean of its values, so that one with a
 * single distinct value says exactly which it is. Counts can be added up in any order, and taken away again.
 */
export class ValueCounts {
  private readonly cells = new Map<number, Cell>();

  /** @param name the cell of the value; see `cellNames` */
  add(name: number, value: number, weight = 1): void {
    this.put(name, weight, weight * weight, weight * (value - name));
  }

  /** Take a value away that was added. */
  remove(name: number, value: number, weight = 1): void {
    this.put(name, -weight, -weight * weight, -weight * (value - name));
  }

  addAll(kept: readonly KeptCell[]): void {
    for (const [name, weight, offset = 0, squares = weight] of kept) this.put(name, weight, squares, offset);
  }

  private put(name: number, weight: number, squares: number, offset: number): void {
    const cell = this.cells.get(name);
    if (!cell) this.cells.set(name, { weight, squares, offset });
    else {
      cell.weight += weight;
      cell.squares += squares;
      cell.offset += offset;
    }
  }

  /** The mean of each cell, with what it weighs. What was taken away without having been added is left out. */
  *points(): Generator<Point> {
    for (const [name, { weight, squares, offset }] of this.cells) {
      if (weight > ROUNDING && squares > ROUNDING) yield { value: name + offset / weight, weight, squares };
    }
  }

  toJSON(): KeptCell[] {
    return Array.from(this.cells, ([name, { weight, squares, offset }]) =>
      squares !== weight ? [name, weight, offset, squares] : offset !== 0 ? [name, weight, offset] : [name, weight],
    );
  }
}
