import { CellEvidence } from "../../csv/cell-evidence";
import type { Header } from "../../csv/header";

/**
 * Whether decimals come after a comma in a table, by the cells of its first block over all columns; by its delimiter
 * where they do not tell.
 */
export function decimalCommaOf(header: Header, block: Uint8Array): boolean {
  const evidence = new CellEvidence(header, []);
  evidence.add(block);
  return evidence.decide().decimalComma;
}
