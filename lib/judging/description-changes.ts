import { localeOf } from "../language/locale";
import { writerOf } from "../model/format";
import type { Derived, Input, Spec } from "../model/spec";
import type { Tolerance } from "../model/spec-shape";
import { formulaInWords } from "../model/term-words";
import { splitTerm } from "../model/terms";
import { CHANGE_WORDS } from "./change-words";

/** A part of a version in words, before and after; null where a version does not have it. */
export interface WordedChange {
  /** "input lot area", "lot area: maximum", "target: unit". */
  subject: string;
  before: string | null;
  after: string | null;
}

/** The words and the writer of a description or an input. */
function wordsOf(of: Spec | Input) {
  const locale = localeOf(of);
  return { words: CHANGE_WORDS[locale], write: writerOf(locale) };
}

/** How two descriptions differ, in the language of the second. */
export function describeChanges(before: Spec, after: Spec): WordedChange[] {
  const { words, write } = wordsOf(after);
  const inputs = pair(before.inputs, after.inputs, ({ name }) => name).flatMap(([one, other]) => {
    if (one && other) return inputChanges(one, other);
    return [
      {
        subject: words.input(write.inSentence((other ?? one)!.label)),
        before: one ? words.kinds[one.kind] : null,
        after: other ? words.kinds[other.kind] : null,
      },
    ];
  });
  const order = (spec: Spec, others: Spec) =>
    spec.inputs
      .filter(({ name }) => others.inputs.some((other) => other.name === name))
      .map(({ label }) => write.inSentence(label));
  const namesOf = ({ inputs }: Spec) => inputs.map(({ name }) => name);
  const [first, second] = [namesOf(before), namesOf(after)];
  const moved =
    first.filter((name) => second.includes(name)).join() !== second.filter((name) => first.includes(name)).join();
  return [
    ...differing(wordsOfModel(before), wordsOfModel(after)),
    ...inputs,
    ...(moved
      ? [{ subject: words.order, before: write.list(order(before, after)), after: write.list(order(after, before)) }]
      : []),
    ...formulaChanges(before, after),
  ];
}

type Words = Map<string, string | null>;
const wordsFrom = (entries: [string, string | undefined | false][]): Words =>
  new Map(entries.map(([subject, text]) => [subject, text || null]));

/** The description without inputs and formulas. */
function wordsOfModel(spec: Spec): Words {
  const { title, summary, question, target, intercept, interval, card, alerts } = spec;
  const { words, write } = wordsOf(spec);
  const { parts } = words;
  const yesOrNo = (value: boolean) => (value ? words.yes : words.no);
  return wordsFrom([
    [parts.title, title],
    [parts.summary, summary],
    [parts.question, question],
    [parts.targetName, target.name],
    [parts.targetLabel, target.label],
    [parts.targetUnit, target.unit],
    [parts.targetHelp, target.help],
    [parts.targetPhrase, target.phrase],
    [parts.targetPositive, yesOrNo(target.positive)],
    [parts.targetTransform, words.transforms[target.transform]],
    [parts.targetEstimates, target.estimates],
    [parts.targetTolerance, writeTolerance(spec, target.tolerance)],
    [parts.targetRatioStudy, yesOrNo(target.ratioStudy)],
    [parts.intercept, yesOrNo(intercept)],
    [parts.interval, interval],
    [parts.disclaimer, card.disclaimer],
    [parts.intendedUse, card.intendedUse],
    [parts.limits, card.limits.join(" ")],
    [parts.source, card.source],
    ...(alerts ?? []).map(({ id, ...rule }): [string, string] => [
      words.alert(id),
      write.list(Object.entries(rule).map(([name, value]) => `${name} ${value}`)),
    ]),
  ]);
}

/** A tolerance in the language of a description: "10%", "$200". */
function writeTolerance(spec: Spec, tolerance: Tolerance): string {
  const { quantity } = writerOf(localeOf(spec));
  return "relative" in tolerance
    ? quantity(100 * tolerance.relative, "%")
    : quantity(tolerance.absolute, spec.target.unit);
}

/** Derived features and terms that differ, whatever their inputs are called. */
function formulaChanges(before: Spec, after: Spec): WordedChange[] {
  const { words, write } = wordsOf(after);
  const derived = pair(before.derived, after.derived, ({ name }) => name).flatMap(([one, other]) => {
    if (one?.formula === other?.formula) return [];
    const { label } = (other ?? one)!;
    const formula = (spec: Spec, feature: Derived | undefined) =>
      feature ? formulaInWords(spec, feature.formula) : null;
    const subject = words.derived(write.inSentence(label));
    return [{ subject, before: formula(before, one), after: formula(after, other) }];
  });
  const terms = pair(before.terms, after.terms, (term) => term).flatMap(([one, other]) => {
    if (one === other) return [];
    const subject = words.term(termInWords(other === undefined ? before : after, (other ?? one)!));
    const isThere = (each: string | undefined) => (each === undefined ? null : words.inModel);
    return [{ subject, before: isThere(one), after: isThere(other) }];
  });
  return [...derived, ...terms];
}

function termInWords(spec: Spec, term: string): string {
  return splitTerm(term)
    .map((part) => formulaInWords(spec, part.trim()))
    .join(" × ");
}

function inputChanges(one: Input, other: Input): WordedChange[] {
  const { words, write } = wordsOf(other);
  const label = write.inSentence(other.label);
  const changes = differing(wordsOfInput(one), wordsOfInput(other));
  const levels = levelChanges(one, other);
  return [...changes, ...levels].map((change) => ({ ...change, subject: words.ofInput(label, change.subject) }));
}

function wordsOfInput(input: Input): Words {
  const { words, write } = wordsOf(input);
  const { parts } = words;
  const of = (value: number | string | boolean | undefined) => value !== undefined && writeValue(input, value);
  const { missing } = input;
  const isBounded = input.kind !== "boolean" && input.kind !== "category";
  return wordsFrom([
    [parts.kind, words.kinds[input.kind]],
    [parts.label, input.label],
    [parts.help, input.help],
    [parts.unit, "unit" in input && input.unit],
    [parts.min, isBounded && of(input.min)],
    [parts.max, isBounded && of(input.max)],
    [parts.format, "format" in input && input.format],
    [parts.time, input.kind === "date" && input.time === true && words.yes],
    [parts.yes, input.kind === "boolean" && write.list(input.yes ?? [])],
    [parts.no, input.kind === "boolean" && write.list(input.no ?? [])],
    [parts.instruction, input.kind === "boolean" && input.instruction],
    [
      parts.other,
      input.kind === "category" &&
        input.other &&
        words.other(input.other.label, write.count(input.other.fewest, words.row, words.manyRows)),
    ],
    [
      parts.missing,
      typeof missing === "object" ? words.assumed(writeValue(input, missing.value)) : missing && words.missing[missing],
    ],
    [parts.typical, "typical" in input && of(input.typical)],
  ]);
}

function writeValue(input: Input, value: number | string | boolean): string {
  const { write } = wordsOf(input);
  if (typeof value === "number" && (input.kind === "number" || input.kind === "integer"))
    return write.number(input, value);
  return input.kind === "date" && typeof value === "string" ? write.date(value) : write.value(value);
}

/** As many levels are named; of more, their number is given. */
const MOST_NAMED = 10;

function levelChanges(one: Input, other: Input): WordedChange[] {
  if (one.kind !== "category" || other.kind !== "category") return [];
  if (one.levels.join("\n") === other.levels.join("\n")) return [];
  const { words, write } = wordsOf(other);
  const added = other.levels.filter((level) => !one.levels.includes(level));
  const removed = one.levels.filter((level) => !other.levels.includes(level));
  const named = (levels: string[]) =>
    levels.length > MOST_NAMED ? write.count(levels.length, words.otherLevel, words.otherLevels) : write.list(levels);
  const what = [
    ...(added.length > 0 ? [words.withLevels(named(added))] : []),
    ...(removed.length > 0 ? [words.withoutLevels(named(removed))] : []),
  ];
  const counted = (input: typeof one) => write.count(input.levels.length, words.level, words.manyLevels);
  const after = `${counted(other)}, ${what.join(", ") || words.otherOrder}`;
  return [{ subject: words.parts.levels, before: counted(one), after }];
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
