import type { Input } from "@/lib/model/spec";

/** What a control needs to be tied to its label, its hint and its error. */
export interface ControlProps<Kind extends Input["kind"] = Input["kind"]> {
  input: Extract<Input, { kind: Kind }>;
  text: string | undefined;
  describedBy: string | undefined;
  invalid: boolean;
}
