import { median } from "simple-statistics";
import type { Candidate } from "./candidate";
import type { DateDraft } from "./dates";
import type { ExtraTerms } from "./dependents";
import { draftInput, missingOf } from "./input";
import { foldedWords, labelOf, readHeader, wordsOf } from "./names";
import type { ColumnProfile, TableProfile, Tally } from "./profile";
import type { TransformChoice } from "./transform";
import { formatShare, inSentence, listInWords } from "../../model/format";

/** What is wanted of a draft. */
export interface Wanted {
  /** The position of the target's column. */
  target: number;
  /** The model's name in addresses. */
  id: string;
  /** The name of the table's file. */
  file: string;
  /** What `$schema` says; nothing where it is left out. */
  schema?: string;
}

/** What was chosen of a table. */
export interface Chosen {
  candidates: Candidate[];
  dates: Map<Candidate, DateDraft>;
  extra: ExtraTerms;
  target: { column: ColumnProfile; tally: Tally; name: string; outcomes: Float64Array };
  transform: TransformChoice;
  missingTexts: string[];
}

/** Inputs that a sentence of the card names. */
const MOST_LABELS = 8;
/** Words that few readers know. */
const ABBREVIATION = /^[^aeiouy]{2,}$|\d/i;
/** Numbers that have no unit to state. */
const WITHOUT_UNIT = /^(lat|latitude|long|lng|lon|longitude|bathrooms|floors|score|ratio|index)$/;

const count = (value: number) => value.toLocaleString("en-US");

/** The description as model.json has it, and what to look at in it. */
export function writeSpec(table: TableProfile, chosen: Chosen, { id, file, schema }: Wanted) {
  const { candidates, dates, extra, target, transform } = chosen;
  const called = readHeader(target.column.name);
  const label = inSentence(called.label);
  const unit = target.tally.unit || called.unit;
  const subject = labelOf(id.replaceAll("-", " "));
  const inputs = candidates.map((candidate) => draftInput(candidate, table, dates.get(candidate)));
  const terms = candidates.flatMap((candidate) => [
    ...(extra.dates.get(candidate)?.map(({ text }) => text) ?? [candidate.name]),
    ...(extra.indicators.has(candidate) ? [`missing(${candidate.name})`] : []),
  ]);
  const columns = Object.fromEntries(
    [...candidates, target].flatMap(({ name, column }) => (name === column.name ? [] : [[name, column.name]])),
  );
  const decimal = table.decimalComma === table.dialect.decimalComma ? undefined : table.decimalComma ? "," : ".";
  const rows = `${count(target.tally.count)} rows of ${file}`;
  const labels = inputs.map((input) => inSentence(String(input.label)));
  const known =
    labels.length > MOST_LABELS + 1
      ? [...labels.slice(0, MOST_LABELS), `${labels.length - MOST_LABELS} more inputs`]
      : labels;
  const spec = {
    ...(schema !== undefined && { $schema: schema }),
    id,
    title: `${called.label}, ${inSentence(subject)}`,
    summary: `An estimate of ${label} from ${candidates.length === 1 ? "one input" : `${candidates.length} inputs`}.`,
    question: `${label} (${file})`,
    target: {
      ...{ name: target.name, label: called.label },
      ...(unit !== undefined && { unit }),
      ...(target.tally.min > 0 && { positive: true }),
      ...(transform.transform !== "identity" && { transform: transform.transform }),
      tolerance: guessTolerance(target.outcomes),
    },
    inputs,
    terms,
    training: {
      file: "training.csv",
      ...(Object.keys(columns).length > 0 && { columns }),
      ...(chosen.missingTexts.length > 0 && { missing: chosen.missingTexts }),
      ...(decimal !== undefined && { decimal }),
      showRows: false,
    },
    card: {
      intendedUse: `A first idea of ${label} in cases like those of ${file}.`,
      limits: [
        `It knows ${listInWords(known)}, and nothing else that may matter.`,
        `It was fitted to ${rows}; what holds elsewhere or later is not in them.`,
      ],
      source: `${rows}.`,
    },
  };
  return { spec, notes: notesOf(table, chosen, unit) };
}

/** A tenth of the outcome; where outcomes are 0 or lie on both sides of it, a tenth of the middle one's size. */
function guessTolerance(outcomes: Float64Array): Record<string, number> {
  const sizes = Array.from(outcomes, Math.abs).filter((size) => size > 0);
  const oneSide = outcomes.every((value) => value > 0) || outcomes.every((value) => value < 0);
  return oneSide ? { relative: 0.1 } : { absolute: Number((median(sizes) / 10).toPrecision(1)) };
}

function notesOf(table: TableProfile, { candidates, target, transform }: Chosen, unit: string | undefined): string[] {
  const names = (list: Candidate[]) => listInWords(list.map(({ column }) => column.name));
  const without = table.without + table.rows - target.tally.count;
  const numbers = candidates.filter(({ guess }) => guess.kind === "number");
  const unitless = numbers.filter(({ guess, column }) => {
    return (
      guess.kind === "number" &&
      !guess.tally.whole &&
      !guess.tally.unit &&
      !readHeader(column.name).unit &&
      !foldedWords(column.name).some((word) => WITHOUT_UNIT.test(word))
    );
  });
  const codes = candidates.filter(({ guess, column }) => {
    return guess.kind === "category" && column.numbers.size === 1 && column.numbers.has("");
  });
  const missing = candidates.filter((candidate) => missingOf(candidate) > 0);
  const called = candidates.filter(({ column }) => wordsOf(column.name).some((word) => ABBREVIATION.test(word)));
  return [
    ...(without > 0
      ? [
          `${count(without)} ${without === 1 ? "row has" : "rows have"} no ${target.column.name}; the copy of the table leaves them out.`,
        ]
      : []),
    ...(transform.gain > 0
      ? [
          `The logarithm of ${transform.transform === "log1p" ? "1 + " : ""}${target.column.name} is fitted: errors on rows left out are ${formatShare(transform.gain)} smaller. Estimates are medians.`,
        ]
      : []),
    unit === undefined
      ? `No unit is known for ${target.column.name}: give it one, such as USD, if it has one.`
      : `The unit of ${target.column.name} seems to be ${unit}.`,
    ...(unitless.length > 0 ? [`No unit is known for ${names(unitless)}: add one where there is one.`] : []),
    ...(codes.length > 0
      ? [
          `${names(codes)} ${codes.length === 1 ? "contains numbers that are" : "contain numbers that are"} taken as names of groups; choose the kind integer (a whole number) if they are quantities.`,
        ]
      : []),
    ...(missing.length > 0
      ? [
          `Values are missing: ${listInWords(missing.map((each) => `${each.column.name} (${count(missingOf(each))})`))}. The typical value, or "not stated", is assumed there.`,
        ]
      : []),
    ...(called.length > 0 && called.length <= 20 ? [`Write plain labels for ${names(called)}.`] : []),
    "Bounds are round numbers beyond the values of the table. Labels and sentences are a first draft: check them before you publish.",
    ...(candidates.some(({ name, column }) => name !== column.name && /^column_\d+$/.test(name))
      ? ["Names of columns without Latin letters became column_1 and so on."]
      : []),
  ];
}
