import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import type { ControlProps } from "./control-props";

export function CategoryField({ input: { name, levels }, text, describedBy, invalid }: ControlProps<"category">) {
  const { register } = useFormContext<Answers>();
  return (
    <div className="field" data-invalid={invalid || undefined}>
      <select
        {...register(name)}
        id={name}
        defaultValue={text ?? ""}
        required
        aria-invalid={invalid}
        aria-describedby={describedBy}
        className="min-h-13 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 text-lead outline-none"
      >
        <option value="">Choose…</option>
        {levels.map((level) => (
          <option key={level}>{level}</option>
        ))}
      </select>
    </div>
  );
}
