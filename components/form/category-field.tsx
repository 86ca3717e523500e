import { useWords } from "@/components/language/use-words";
import { levelOfNoAnswer, namesOf } from "@/lib/model/inputs/category";
import { mayBeMissing } from "@/lib/model/inputs/kinds";
import { valueInWords } from "@/lib/model/inputs/words";
import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import { Combobox } from "./combobox";
import type { ControlProps } from "./control-props";
import { isSearched } from "./is-searched";
import { FIELD_WORDS } from "./words";

/** One of several levels: a list or, where there are many or others are taken too, a field that finds them. */
export function CategoryField(props: ControlProps<"category">) {
  const { input, text, describedBy, invalid } = props;
  const { name } = input;
  const same = levelOfNoAnswer(input);
  const levels = input.levels.filter((level) => level !== same);
  const words = useWords(FIELD_WORDS);
  const { register, setValue, formState } = useFormContext<Answers>();
  const field = {
    ...register(name),
    id: name,
    defaultValue: text ?? "",
    required: !mayBeMissing(input),
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
  };
  return (
    <div className="field" data-invalid={invalid || undefined}>
      {isSearched(input) ? (
        <Combobox
          levels={namesOf(input)}
          field={{
            ...field,
            defaultValue: text && valueInWords(input, text),
            className:
              "min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none group-data-compact:min-h-11 group-data-compact:px-3 group-data-compact:text-base",
          }}
          onPick={(level) =>
            setValue(name, level, { shouldDirty: true, shouldValidate: formState.isSubmitted || invalid })
          }
        />
      ) : (
        <select
          {...field}
          defaultValue={text === same ? "" : (text ?? "")}
          className="min-h-13 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 text-lead outline-none group-data-compact:min-h-11 group-data-compact:pl-2 group-data-compact:text-base"
        >
          <option value="">{mayBeMissing(input) ? words.unknown : words.choose}</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {valueInWords(input, level)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
