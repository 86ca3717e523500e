import { dateBoundsText } from "@/lib/model/inputs/date";
import { mayBeMissing } from "@/lib/model/inputs/kinds";
import { readValue } from "@/lib/model/inputs/text";
import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import type { ControlProps } from "./control-props";

/** A date by the browser's own calendar, with a clock where the time of day counts. */
export function DateField({ input, text, describedBy, invalid }: ControlProps<"date">) {
  const { name, time } = input;
  const { register } = useFormContext<Answers>();
  // The control shows nothing but ISO texts; an address may hold the date in another spelling.
  const value = readValue(input, text ?? "");
  return (
    <div className="field" data-invalid={invalid || undefined}>
      <input
        {...register(name)}
        {...dateBoundsText(input)}
        id={name}
        type={time ? "datetime-local" : "date"}
        defaultValue={typeof value === "string" ? value : ""}
        required={!mayBeMissing(input)}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        className="min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none group-data-compact:min-h-11 group-data-compact:px-3 group-data-compact:text-base"
      />
    </div>
  );
}
