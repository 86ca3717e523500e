import { formatValue } from "@/lib/model/format";
import { exampleRows } from "@/lib/model/inputs/example";
import type { InputValue } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";

/** A cell of CSV, in quotes where it needs them. */
function writeCell(value: InputValue): string {
  const text = typeof value === "number" ? String(value) : formatValue(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as the model wants it: the names of its inputs and two rows to be written over. */
export function writeTemplate(model: Model): string {
  const names = model.spec.inputs.map(({ name }) => name);
  const rows = exampleRows(model).map((row) => names.map((name) => writeCell(row[name]!)));
  return [names, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}
