import { matchColumns, type ColumnChoice, type FeatureColumn } from "@/lib/model/inputs/columns";
import { inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/**
 * What the API calls the inputs and the derived features of a model: their labels by name, as its owner wrote them. A page
 * in another language has other labels in its description.
 */
export type Labels = Readonly<Record<string, string>>;

export function labelsOf({ inputs, derived }: Pick<Spec, "inputs" | "derived">): Labels {
  return Object.fromEntries([...inputs, ...derived].map(({ name, label }) => [name, label]));
}

/** The description with the labels of the API. */
export function withLabels(spec: Spec, labels: Labels): Spec {
  const relabel = <Part extends { name: string; label: string }>(part: Part): Part => {
    return { ...part, label: labels[part.name] ?? part.label };
  };
  return { ...spec, inputs: spec.inputs.map(relabel), derived: spec.derived.map(relabel) };
}

/** `matchColumns` as the API does it, with the labels of the page. */
export function matchAsApi(spec: Spec, labels: Labels, header: string[], choice: ColumnChoice): FeatureColumn[] {
  const own = labelsOf(spec);
  return matchColumns(withLabels(spec, labels), header, choice).map((column) => {
    return { ...column, label: own[column.name]! };
  });
}

/** The columns that are called by a label of the page alone, which the API has to be given. */
export function columnsByLabel(spec: Spec, labels: Labels, header: string[]): Record<string, string> {
  const found = matchColumns(withLabels(spec, labels), header);
  const taken = new Set(found.map(({ column }) => column));
  return Object.fromEntries(
    matchColumns(spec, header).flatMap(({ name, column }, index) => {
      const isNew = found[index]!.column === null && column !== null && !taken.has(column);
      return isNew ? [[name, header[column]!]] : [];
    }),
  );
}

/** The input or derived feature that a message of the API is about; undefined where it is about none, or several. */
export function subjectOf(message: string, labels: Labels): string | undefined {
  const [subject] = Object.entries(labels)
    .filter(([, label]) => [" ", ": "].some((next) => message.startsWith(inSentence(label) + next)))
    .sort(([, a], [, b]) => b.length - a.length);
  return subject?.[0];
}

/** The messages of a cell: several are joined by semicolons, and one may have a semicolon itself. */
export function messagesOf(cell: string): string[] {
  return cell.split("; ");
}

/** The inputs and derived features that a cell of messages is about, each once, by their names. */
export function subjectsOf(cell: string, labels: Labels): string[] {
  return [...new Set(messagesOf(cell).flatMap((message) => subjectOf(message, labels) ?? []))];
}
