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

/**
 * The value that is common, those that the model was trained on, and those that it accepts: "Typical: 4,600. In the
 * training data: 1,650 to 16,200 sq ft. Accepted: 500 to 50,000 sq ft."
 */
function valuesInWords(input: Input, seen: string | undefined, words: Words): string[] {
  if (input.kind === "boolean") return [];
  if (input.kind === "category") return isSearched(input) ? [searchInWords(input, words)] : [];
  const { typical } = input;
  const allowed = kindOf(input).allowed(input);
  const parts = [
    typical !== undefined && words.typical(bareInWords(input, typical)),
    seen,
    allowed && words.accepted(allowed),
  ];
  return parts.filter((part) => typeof part === "string");
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

interface InputFieldProps {
  input: Input;
  text: string | undefined;
  /** Its values in the training data, see `seenValues`. */
  seen?: string;
}

/** One line of the form: label and hint, the control, and what is wrong with its value. */
export function InputField({ input, text, seen }: InputFieldProps) {
  const { name, label, help } = input;
  const { errors } = useFormContext<Answers>().formState;
  const error = errors[name]?.message;
  const words = useWords(FIELD_WORDS);
  const isSelect = input.kind === "category" && !isSearched(input);
  const blank = mayBeMissing(input) && input.kind !== "boolean" && (isSelect ? words.chooseUnknown : words.leaveBlank);
  const hint = [help, ...valuesInWords(input, seen, words).map(asSentence), blank].filter(Boolean).join(" ");
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
