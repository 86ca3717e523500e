import { CellEvidence } from "../../csv/cell-evidence";
import type { Dialect } from "../../csv/dialect";
import type { Header } from "../../csv/header";

/**
 * How a table is written, by the cells of its first block over all columns: whether decimals come after a comma, and
 * whether days or months come first; by its delimiter where they do not tell.
 */
export function dialectOf(header: Header, block: Uint8Array): Dialect {
  const evidence = new CellEvidence(header, []);
  evidence.add(block);
  return evidence.decide();
}
