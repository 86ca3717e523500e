import { median } from "simple-statistics";
import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { writerOf } from "../../model/format";
import type { Candidate } from "./candidate";
import type { DateDraft } from "./dates";
import type { ExtraTerms } from "./dependents";
import { DESCRIPTION_WORDS, usesInWords } from "./description-words";
import { draftInput, missingOf } from "./input";
import { foldedWords, isPlain, labelOf, readHeader } from "./names";
import type { ColumnProfile, TableProfile, Tally } from "./profile";
import { DRAFT_SENTENCES } from "./sentences";
import type { TransformChoice } from "./transform";

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
  /** The language of the description: of the owner's labels, and of the sentences. English if it is left out. */
  language?: Locale;
  /** The language of what is said of the guesses; that of the description if it is left out. */
  reader?: Locale;
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

/** Numbers that have no unit to state. */
const WITHOUT_UNIT = /^(lat|latitude|long|lng|lon|longitude|bathrooms|floors|score|ratio|index)$/;

/** The description as model.json has it, and what to look at in it. */
export function writeSpec(table: TableProfile, chosen: Chosen, { id, file, schema, language, reader }: Wanted) {
  const { candidates, dates, extra, target, transform } = chosen;
  const locale = language ?? DEFAULT_LOCALE;
  const words = DESCRIPTION_WORDS[locale];
  const { label, unit: stated } = readHeader(target.column.name, locale);
  const unit = target.tally.unit || stated;
  const inputs = candidates.map((candidate) => draftInput(candidate, table, locale, dates.get(candidate)));
  const terms = candidates.flatMap((candidate) => [
    ...(extra.dates.get(candidate)?.map(({ text }) => text) ?? [candidate.name]),
    ...(extra.indicators.has(candidate) ? [`missing(${candidate.name})`] : []),
  ]);
  const columns = Object.fromEntries(
    [...candidates, target].flatMap(({ name, column }) => (name === column.name ? [] : [[name, column.name]])),
  );
  const decimal = table.decimalComma === table.dialect.decimalComma ? undefined : table.decimalComma ? "," : ".";
  const rows = words.rows(target.tally.count, file);
  const spec = {
    ...(schema !== undefined && { $schema: schema }),
    id,
    ...(locale !== DEFAULT_LOCALE && { language: locale }),
    title: words.title(label, labelOf(id.replaceAll("-", " "), locale)),
    summary: words.summary(label, candidates.length),
    question: words.question(label, file),
    target: {
      ...{ name: target.name, label },
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
      intendedUse: words.purpose(label),
      limits: [
        usesInWords(
          locale,
          inputs.map((input) => String(input.label)),
        ),
        words.trainedOn(rows),
      ],
      source: `${rows}.`,
    },
  };
  return { spec, notes: notesOf(table, chosen, unit, { locale, reader: reader ?? locale }) };
}

/** A tenth of the outcome; where outcomes are 0 or lie on both sides of it, a tenth of the middle one's size. */
function guessTolerance(outcomes: Float64Array): Record<string, number> {
  const sizes = Array.from(outcomes, Math.abs).filter((size) => size > 0);
  const oneSide = outcomes.every((value) => value > 0) || outcomes.every((value) => value < 0);
  return oneSide ? { relative: 0.1 } : { absolute: Number((median(sizes) / 10).toPrecision(1)) };
}

function notesOf(
  table: TableProfile,
  { candidates, target, transform }: Chosen,
  unit: string | undefined,
  { locale, reader }: { locale: Locale; reader: Locale },
): string[] {
  const { notes } = DRAFT_SENTENCES[reader];
  const write = writerOf(reader);
  const names = (list: Candidate[]) => list.map(({ column }) => column.name);
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
  const called = candidates.filter(({ column }) => !isPlain(readHeader(column.name, locale).label));
  const isNumbered = candidates.some(({ name, column }) => name !== column.name && /^column_\d+$/.test(name));
  const withCounts = missing.map((each) => `${each.column.name} (${write.quantity(missingOf(each))})`);
  return [
    ...(without > 0 ? [notes.withoutTarget(without, target.column.name)] : []),
    ...(transform.gain > 0
      ? [notes.logarithm(`${transform.transform === "log1p" ? "1 + " : ""}${target.column.name}`, transform.gain)]
      : []),
    unit === undefined ? notes.noUnit(target.column.name) : notes.unit(target.column.name, unit),
    ...(unitless.length > 0 ? [notes.noUnits(names(unitless))] : []),
    ...(codes.length > 0 ? [notes.codes(names(codes))] : []),
    ...(missing.length > 0 ? [notes.missing(withCounts, DESCRIPTION_WORDS[locale].notStated)] : []),
    ...(called.length > 0 && called.length <= 20 ? [notes.labels(names(called))] : []),
    notes.bounds,
    ...(isNumbered ? [notes.numbered] : []),
  ];
}
