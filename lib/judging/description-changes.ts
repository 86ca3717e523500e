import { toleranceInWords } from "../model/answer/confidence";
import { formatCount, formatDate, formatNumber, formatValue, inSentence, listInWords } from "../model/format";
import type { Derived, Input, Spec } from "../model/spec";
import { formulaInWords } from "../model/term-words";
import { splitTerm } from "../model/terms";

/** Something in words, before and after; null where it was not there, or is not there any more. */
export interface WordedChange {
  /** "input lot area", "lot area: most", "target: unit". */
  subject: string;
  before: string | null;
  after: string | null;
}

/** What one description says otherwise than another one. */
export function describeChanges(before: Spec, after: Spec): WordedChange[] {
  const inputs = pair(before.inputs, after.inputs, ({ name }) => name).flatMap(([one, other]) => {
    if (one && other) return inputChanges(one, other);
    return [
      {
        subject: `input ${inSentence((other ?? one)!.label)}`,
        before: one ? KINDS[one.kind] : null,
        after: other ? KINDS[other.kind] : null,
      },
    ];
  });
  const order = (spec: Spec, others: Spec) =>
    spec.inputs
      .filter(({ name }) => others.inputs.some((other) => other.name === name))
      .map(({ label }) => inSentence(label));
  const namesOf = ({ inputs }: Spec) => inputs.map(({ name }) => name);
  const [first, second] = [namesOf(before), namesOf(after)];
  const moved =
    first.filter((name) => second.includes(name)).join() !== second.filter((name) => first.includes(name)).join();
  return [
    ...differing(wordsOfModel(before), wordsOfModel(after)),
    ...inputs,
    ...(moved
      ? [
          {
            subject: "order of the inputs",
            before: listInWords(order(before, after)),
            after: listInWords(order(after, before)),
          },
        ]
      : []),
    ...formulaChanges(before, after),
  ];
}

const KINDS: Record<Input["kind"], string> = {
  number: "a number",
  integer: "a whole number",
  boolean: "yes or no",
  category: "one of several levels",
  date: "a date",
};

type Words = Map<string, string | null>;
const wordsFrom = (entries: [string, string | undefined | false][]): Words =>
  new Map(entries.map(([subject, text]) => [subject, text || null]));

/** What the description says besides inputs and formulas. */
function wordsOfModel({ title, summary, question, target, intercept, interval, card, alerts }: Spec): Words {
  return wordsFrom([
    ["title", title],
    ["summary", summary],
    ["question", question],
    ["target: name", target.name],
    ["target: label", target.label],
    ["target: unit", target.unit],
    ["target: help", target.help],
    ["target: phrase", target.phrase],
    ["target: always above 0", target.positive ? "yes" : "no"],
    ["target: what is fitted", TRANSFORMS[target.transform]],
    ["target: what the estimate is", target.estimates],
    ["target: near the truth", toleranceInWords(target.tolerance, target.unit)],
    ["target: ratio study", target.ratioStudy ? "yes" : "no"],
    ["constant", intercept ? "yes" : "no"],
    ["where ranges come from", interval],
    ["card: disclaimer", card.disclaimer],
    ["card: intended use", card.intendedUse],
    ["card: limits", card.limits.join(" ")],
    ["card: source", card.source],
    ...(alerts ?? []).map(({ id, ...rule }): [string, string] => [
      `alert ${id}`,
      listInWords(Object.entries(rule).map(([name, value]) => `${name} ${value}`)),
    ]),
  ]);
}

const TRANSFORMS: Record<Spec["target"]["transform"], string> = {
  identity: "the target itself",
  log: "its logarithm",
  log1p: "the logarithm of 1 plus it",
  sqrt: "its square root",
};

/** Derived features and terms that differ, whatever their inputs are called. */
function formulaChanges(before: Spec, after: Spec): WordedChange[] {
  const derived = pair(before.derived, after.derived, ({ name }) => name).flatMap(([one, other]) => {
    if (one?.formula === other?.formula) return [];
    const { label } = (other ?? one)!;
    const write = (spec: Spec, feature: Derived | undefined) =>
      feature ? formulaInWords(spec, feature.formula) : null;
    return [
      { subject: `derived feature ${inSentence(label)}`, before: write(before, one), after: write(after, other) },
    ];
  });
  const terms = pair(before.terms, after.terms, (term) => term).flatMap(([one, other]) => {
    if (one === other) return [];
    const subject = `term ${termInWords(other === undefined ? before : after, (other ?? one)!)}`;
    return [{ subject, before: one === undefined ? null : THERE, after: other === undefined ? null : THERE }];
  });
  return [...derived, ...terms];
}

const THERE = "in the model";

function termInWords(spec: Spec, term: string): string {
  return splitTerm(term)
    .map((part) => formulaInWords(spec, part.trim()))
    .join(" × ");
}

function inputChanges(one: Input, other: Input): WordedChange[] {
  const label = inSentence(other.label);
  const changes = differing(wordsOfInput(one), wordsOfInput(other));
  const levels = levelChanges(one, other);
  return [...changes, ...levels].map((change) => ({ ...change, subject: `${label}: ${change.subject}` }));
}

function wordsOfInput(input: Input): Words {
  const write = (value: number | string | boolean | undefined) => value !== undefined && writeValue(input, value);
  const { missing } = input;
  const isBounded = input.kind !== "boolean" && input.kind !== "category";
  return wordsFrom([
    ["kind", KINDS[input.kind]],
    ["label", input.label],
    ["help", input.help],
    ["unit", "unit" in input && input.unit],
    ["least", isBounded && write(input.min)],
    ["most", isBounded && write(input.max)],
    ["written as", "format" in input && input.format],
    ["time of day", input.kind === "date" && input.time === true && "yes"],
    ["words for yes", input.kind === "boolean" && listInWords(input.yes ?? [])],
    ["words for no", input.kind === "boolean" && listInWords(input.no ?? [])],
    ["instruction", input.kind === "boolean" && input.instruction],
    [
      "levels that are not listed",
      input.kind === "category" &&
        input.other &&
        `counted as ${input.other.label}, with levels of fewer than ${formatCount(input.other.fewest, "row")}`,
    ],
    ["where it is missing", typeof missing === "object" ? `${writeValue(input, missing.value)} is assumed` : missing],
    ["example", "typical" in input && write(input.typical)],
  ]);
}

function writeValue(input: Input, value: number | string | boolean): string {
  if (typeof value === "number" && (input.kind === "number" || input.kind === "integer"))
    return formatNumber(input, value);
  return input.kind === "date" && typeof value === "string" ? formatDate(value) : formatValue(value);
}

/** As many levels are named; of more, their number is given. */
const MOST_NAMED = 10;

function levelChanges(one: Input, other: Input): WordedChange[] {
  if (one.kind !== "category" || other.kind !== "category") return [];
  if (one.levels.join("\n") === other.levels.join("\n")) return [];
  const added = other.levels.filter((level) => !one.levels.includes(level));
  const removed = one.levels.filter((level) => !other.levels.includes(level));
  const named = (word: string, levels: string[]) =>
    levels.length === 0
      ? []
      : [`${word} ${levels.length > MOST_NAMED ? formatCount(levels.length, "other level") : listInWords(levels)}`];
  const what = [...named("with", added), ...named("without", removed)];
  const before = formatCount(one.levels.length, "level");
  const after = `${formatCount(other.levels.length, "level")}, ${what.join(", ") || "in another order"}`;
  return [{ subject: "levels", before, after }];
}

/** What differs, in the order of the second, with what the first alone has at the end. */
function differing(before: Words, after: Words): WordedChange[] {
  const subjects = new Set([...after.keys(), ...before.keys()]);
  return [...subjects].flatMap((subject) => {
    const [one, other] = [before.get(subject) ?? null, after.get(subject) ?? null];
    return one === other ? [] : [{ subject, before: one, after: other }];
  });
}

/** What is in both by its name, in the order of the second; then what the first alone has. */
export function pair<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): [Item | undefined, Item | undefined][] {
  const known = new Map(before.map((item) => [nameOf(item), item]));
  const names = new Set(after.map(nameOf));
  return [
    ...after.map((item): [Item | undefined, Item] => [known.get(nameOf(item)), item]),
    ...before.filter((item) => !names.has(nameOf(item))).map((item): [Item, undefined] => [item, undefined]),
  ];
}
