import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import { kindOf, mayBeMissing } from "@/lib/model/inputs/kinds";
import { bareInWords } from "@/lib/model/inputs/words";
import type { Input } from "@/lib/model/spec";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import type { Answers } from "./answers";
import { CategoryField } from "./category-field";
import { isSearched } from "./is-searched";
import { ChoiceField } from "./choice-field";
import type { ControlProps } from "./control-props";
import { DateField } from "./date-field";
import { NumberField } from "./number-field";
import { FIELD_WORDS } from "./words";

type Words = (typeof FIELD_WORDS)["en"];

/** "Type to find one of 70 levels"; where other texts are accepted, what becomes of them. */
function searchInWords(input: Extract<Input, { kind: "category" }>, words: Words): string {
  const { levels, other, names } = input;
  const find = words.find(levels.length);
  return other ? words.others(find, names?.[other.label] ?? other.label) : find;
}

/** The values that are allowed and the one that is common: "500 to 50,000 sq ft, typically 4,600". */
function boundsInWords(input: Input, words: Words): string | undefined {
  if (input.kind === "boolean") return undefined;
  if (input.kind === "category") return isSearched(input) ? searchInWords(input, words) : undefined;
  const { typical } = input;
  const bounds = kindOf(input).allowed(input);
  return (
    [bounds, typical !== undefined && words.typically(bareInWords(input, typical))].filter(Boolean).join(", ") ||
    undefined
  );
}

function control(props: ControlProps): ReactNode {
  const { input } = props;
  switch (input.kind) {
    case "boolean":
      return <ChoiceField {...props} input={input} />;
    case "category":
      return <CategoryField {...props} input={input} />;
    case "date":
      return <DateField {...props} input={input} />;
    case "number":
    case "integer":
      return <NumberField {...props} input={input} />;
  }
}

/** One line of the form: label and hint, the control, and what is wrong with its value. */
export function InputField({ input, text }: { input: Input; text: string | undefined }) {
  const { name, label, help } = input;
  const { errors } = useFormContext<Answers>().formState;
  const error = errors[name]?.message;
  const words = useWords(FIELD_WORDS);
  const bounds = boundsInWords(input, words);
  const blank = mayBeMissing(input) && input.kind !== "boolean" && words.leaveBlank;
  const hint = [help, bounds && asSentence(bounds), blank].filter(Boolean).join(" ");
  const describedBy = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ") || undefined;
  const Label = input.kind === "boolean" ? "span" : "label";

  return (
    <div className="grid gap-x-10 gap-y-3 border-t border-rule py-5 group-data-compact:row-span-2 group-data-compact:grid-cols-1 group-data-compact:grid-rows-subgrid group-data-compact:gap-y-1 group-data-compact:border-0 group-data-compact:py-0 sm:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="group-data-compact:self-end">
        <Label
          id={`${name}-label`}
          {...(Label === "label" && { htmlFor: name })}
          className="font-medium group-data-compact:block group-data-compact:text-small group-data-compact:leading-tight group-data-compact:font-normal"
        >
          {label}
        </Label>
        {hint && (
          <p id={`${name}-hint`} className="text-small text-quiet group-data-compact:sr-only">
            {hint}
          </p>
        )}
      </div>
      <div className="min-w-0">
        {control({ input, text, describedBy, invalid: error !== undefined })}
        {error && (
          <p id={`${name}-error`} className="mt-2 text-small text-rust group-data-compact:mt-1">
            <span className="sr-only">{words.error}</span>
            {asSentence(error)}
          </p>
        )}
      </div>
    </div>
  );
}
