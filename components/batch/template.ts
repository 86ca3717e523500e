import { spanOf, type Evidence } from "@/lib/model/evidence";
import { formatValue } from "@/lib/model/format";
import type { InputValue } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import type { Input } from "@/lib/model/spec";

/** Two values of an input that a table has or could have: the typical one, and another. */
function examplesOf(input: Input, evidence: Evidence | null): [InputValue, InputValue] {
  if (input.kind === "boolean") return [input.typical ?? false, !input.typical];
  if (input.kind === "category") {
    const first = input.typical ?? input.levels[0]!;
    return [first, input.levels.find((level) => level !== first)!];
  }
  const range = spanOf(input, evidence);
  if (!range || !("min" in range)) {
    const { min = -Infinity, max = Infinity } = input;
    const first = input.typical ?? Math.max(min, Math.min(0, max));
    return [first, first + 1 <= max ? first + 1 : first - 1];
  }
  const round = (value: number) => (input.kind === "integer" ? Math.round(value) : Number(value.toPrecision(2)));
  const typical = input.typical ?? round((range.min + range.max) / 2);
  return [typical, round(typical + (range.max - typical) / 4)];
}

/** A cell of CSV, in quotes where it needs them. */
function writeCell(value: InputValue): string {
  const text = typeof value === "number" ? String(value) : formatValue(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as the model wants it: the names of its inputs and two rows to be written over. */
export function writeTemplate({ spec, evidence }: Pick<Model, "spec" | "evidence">): string {
  const examples = spec.inputs.map((input) => examplesOf(input, evidence));
  const rows = [0, 1].map((row) => examples.map((values) => writeCell(values[row]!)));
  return [spec.inputs.map(({ name }) => name), ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}
