import { kindOf } from "../model/inputs/kinds";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";

/** What an exported model says of itself, line by line. */
export function describeModel({ spec, version, uncertainty }: Model, level: number): string[] {
  const { label, unit, help, transform, estimates } = spec.target;
  const median = transform === "identity" || estimates === "mean" ? "" : ", as the median";
  const what = [label, unit && `in ${unit}`, help && `(${help})`].filter(Boolean).join(" ");
  const source = `Model ${spec.id}, version ${version}, exported by Glasshouse.`;
  return [
    `${spec.title}. ${spec.summary}`,
    "",
    ...(uncertainty
      ? [
          `Gives ${what}${median}, and the interval from low to high that covers`,
          `the actual value with probability ${level}. ${source}`,
        ]
      : [`Gives ${what}${median}, without an interval: no rows with known outcomes came with the model.`, source]),
  ];
}

/** What a type does not say: "Lot area, 500 to 50,000 sq ft". */
export function describeInput(input: Input): string {
  if (input.kind === "boolean" || input.kind === "category") return input.label;
  const allowed = kindOf(input).allowed(input);
  const unit = "unit" in input ? input.unit : undefined;
  return [
    unit && !allowed ? `${input.label} in ${unit}` : input.label,
    ...(input.kind === "integer" ? ["a whole number"] : []),
    ...(input.kind === "date" ? [input.time ? "a date and a time, as 2015-06-30T14:30" : "a date, as 2015-06-30"] : []),
    ...(allowed ? [allowed] : []),
  ].join(", ");
}
