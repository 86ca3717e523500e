import type { Inputs, InputValue } from "@/lib/model/inputs/schema";

/** The members of a record, each on a line as a language writes it. */
export function members(inputs: Inputs, indent: string, write: (name: string, value: InputValue) => string): string {
  return Object.entries(inputs)
    .map(([name, value]) => indent + write(name, value))
    .join(",\n");
}
