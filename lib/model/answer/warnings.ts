import { quantile } from "d3-array";
import { localeOf, type Locale } from "../../language/locale";
import { writerOf, type Writer } from "../format";
import { backgroundRows, hasBackground, type Evidence, type SeenRange } from "../evidence";
import { kindOf } from "../inputs/kinds";
import { askForUnit } from "../inputs/unit-slip";
import { codeInWords, valueInWords } from "../inputs/words";
import type { Model } from "../model";
import { rowNames, type RowNames } from "../row-names";
import { Neighbours } from "../neighbours";
import type { Input, Spec } from "../spec";
import { timesTheFarthest } from "./estimate";
import { WARNING_WORDS, type Extreme } from "./warning-words";

export interface Warning {
  code: "outside_training_range" | "seen_once" | "unknown_level" | "unusual_combination" | "estimate_not_positive";
  input?: string;
  /** In the language of the description. */
  detail: string;
}

type Warned = Pick<Model, "spec" | "evidence">;
type FindWarnings = (encoded: ArrayLike<number>, reach: number, estimate: number) => Warning[];

const NONE: FindWarnings = () => [];
/** All that can be known without rows: whether a category has a text that is not listed. */
function withoutRows(spec: Spec): FindWarnings {
  const open = spec.inputs.flatMap((input, index) =>
    input.kind === "category" && input.other ? [{ input, index }] : [],
  );
  if (open.length === 0) return NONE;
  const words = WARNING_WORDS[localeOf(spec)];
  const write = writerOf(localeOf(spec));
  return (encoded) =>
    open.flatMap(({ input, index }): Warning[] => {
      if (encoded[index] !== input.levels.length) return [];
      const detail = `${words.unknownLevel(write.inSentence(input))}; ${words.countsAsNone}`;
      return [{ code: "unknown_level", input: input.name, detail }];
    });
}

/** By evidence, and then by description: one model has a description for each language of its readers. */
const compiled = new WeakMap<Evidence, WeakMap<Spec, FindWarnings>>();
const compiledWithoutRows = new WeakMap<Spec, FindWarnings>();

/**
 * What makes an estimate an extrapolation: an estimate that is not positive where every outcome was, inputs beyond the
 * training rows, a level that only one of them has, and a combination that is further from the average row, or from the
 * nearest row, than any training row is. No training row but the only one of a level has a warning. Compiled once for each
 * model and language, as most rows of a table have no warning and must not pay for one.
 *
 * @returns a function of the encoded raw inputs, of the reach of their row and of its estimate in the target's unit; without
 *   rows it finds texts that a category does not list, and nothing else
 */
export function warningsOf({ spec, evidence }: Warned): FindWarnings {
  const known = evidence ? keptFor(evidence) : compiledWithoutRows;
  let find = known.get(spec);
  if (!find) known.set(spec, (find = evidence ? compile(spec, evidence) : withoutRows(spec)));
  return find;
}

function keptFor(evidence: Evidence): WeakMap<Spec, FindWarnings> {
  let known = compiled.get(evidence);
  if (!known) compiled.set(evidence, (known = new WeakMap()));
  return known;
}

const neighboursOf = new WeakMap<Evidence, Neighbours>();

/** The rows to be near to, whatever the language; null where none are kept. */
function findNeighbours(spec: Spec, evidence: Evidence): Neighbours | null {
  if (!hasBackground(evidence)) return null;
  let neighbours = neighboursOf.get(evidence);
  if (!neighbours) {
    neighbours = new Neighbours(spec.inputs, backgroundRows(spec, evidence));
    neighboursOf.set(evidence, neighbours);
  }
  return neighbours;
}

function compile(spec: Spec, evidence: Evidence): FindWarnings {
  const { ranges, farthest, apart, outcomes } = evidence;
  const words = new Words(spec, evidence);
  const neighbours = findNeighbours(spec, evidence);
  // Of a target that must be positive, such an estimate is refused.
  const signed = !spec.target.positive && outcomes.min > 0;
  const { transform } = spec.target;
  const checks = spec.inputs.map((input) =>
    checkOf(input, ranges[input.name]!, words, evidence.background.inputs[input.name] ?? []),
  );
  const least = Float64Array.from(checks, ({ least }) => least);
  const most = Float64Array.from(checks, ({ most }) => most);
  return (encoded, reach, estimate) => {
    const warnings: Warning[] = [];
    let once = 0;
    for (let index = 0; index < checks.length; index++) {
      const value = encoded[index]!;
      if (value >= least[index]! && value <= most[index]!) continue;
      const input = spec.inputs[index]!;
      if (Number.isNaN(value)) {
        if (ranges[input.name]!.missing === 0) warnings.push(words.neverMissing(input));
        continue;
      }
      const found = checks[index]!.describe(value);
      if (!found) continue;
      warnings.push({ ...found, input: input.name });
      if (found.code === "seen_once") once++;
    }
    // The only row of a level has a reach of 1 by it; what goes beyond that is how unusual the rest is.
    if (reach - once > farthest) warnings.push(words.farFromAll(reach - once));
    else if (neighbours && warnings.length === 0 && !neighbours.hasWithin(encoded, apart)) {
      warnings.push(words.farFromNearest(neighbours.nearest(encoded)));
    }
    if (signed && estimate <= 0) warnings.push(words.belowZero(estimate));
    else if (transform === "log1p" && estimate < 0) warnings.push(words.impossible(estimate));
    return warnings;
  };
}

type OfInput = Pick<Warning, "code" | "detail">;

/** The warnings of a model in the language of its description. */
class Words {
  private readonly write: Writer;
  private readonly names: RowNames;
  private readonly words: (typeof WARNING_WORDS)[Locale];

  constructor(
    private readonly spec: Spec,
    private readonly evidence: Evidence,
  ) {
    const locale = localeOf(spec);
    this.write = writerOf(locale);
    this.names = rowNames(evidence, locale);
    this.words = WARNING_WORDS[locale];
  }

  neverMissing({ name, label }: Input): Warning {
    const detail = this.words.neverMissing(this.names, this.write.inSentence(label));
    return { code: "outside_training_range", input: name, detail };
  }

  belowZero(estimate: number): Warning {
    const { write, words, names } = this;
    const { label, unit } = this.spec.target;
    const detail = words.belowZero(write.quantity(estimate, unit), write.inSentence(label), names);
    return { code: "estimate_not_positive", detail };
  }

  impossible(estimate: number): Warning {
    const { write, words } = this;
    const { label, unit } = this.spec.target;
    const detail = words.impossible(write.quantity(estimate, unit), write.inSentence(label));
    return { code: "estimate_not_positive", detail };
  }

  farFromAll(reach: number): Warning {
    const { words, names, evidence } = this;
    const times = timesTheFarthest(reach, evidence, this.write.locale);
    const measured = times === null ? words.slightlyLarger : words.timesTheLargest(times);
    return { code: "unusual_combination", detail: words.farFromAverage(names, measured) };
  }

  farFromNearest(distance: number): Warning {
    const { write, words, names } = this;
    const { apart, rows, background } = this.evidence;
    const kept = background.actual.length;
    const from = kept < rows ? words.keptRows(this.count(kept)) : words.allRows(this.count(rows));
    const times = Number((distance / apart).toPrecision(2));
    const measured = times >= 1.05 ? words.timesAsFar(write.quantity(times)) : words.slightlyFurtherThan;
    return { code: "unusual_combination", detail: words.inGap(from, measured, names) };
  }

  unknownLevel({ label }: Input, pooled: number): OfInput {
    const { write, words, names } = this;
    const others = pooled === 0 ? words.noOtherLevel(names) : words.countsAsRare(this.count(pooled));
    return { code: "unknown_level", detail: `${words.unknownLevel(write.inSentence(label))}; ${others}` };
  }

  rareLevel(input: Input, level: string | number | boolean, count: number): OfInput {
    const label = this.write.inSentence(input);
    const value = valueInWords(input, level);
    return count === 0
      ? { code: "outside_training_range", detail: this.words.neverSeen(this.names, label, value) }
      : { code: "seen_once", detail: this.words.seenOnce(this.names, label, value) };
  }

  beyond(input: Input, value: number, end: Extreme, extreme: number, asked: string | undefined): OfInput {
    const [own, last] = [codeInWords(input, value), codeInWords(input, extreme)];
    const detail = this.words.beyond(this.write.inSentence(input), own, end, last, this.names);
    return { code: "outside_training_range", detail: asked ? `${detail}; ${asked}` : detail };
  }

  private count(rows: number): string {
    return this.write.count(rows, this.names.row, this.names.rows);
  }
}

/** Encoded values from `least` to `most` need no second look; of others, what is outside, if anything. */
interface Check {
  least: number;
  most: number;
  describe: (value: number) => OfInput | undefined;
}

/** @param seen the values of the input in the rows that the model keeps */
function checkOf(input: Input, range: SeenRange, words: Words, seen: number[]): Check {
  if ("counts" in range) {
    const levels = kindOf(input).levels(input) ?? [];
    const counts = levels.map((level) => range.counts[String(level)] ?? 0);
    const { fewest = 0, rows = 0 } = range.pooled ?? {};
    return {
      least: 0,
      most: counts.every((count) => count > 1) ? levels.length - 1 : -1,
      describe: (value) => {
        if (value >= levels.length) return words.unknownLevel(input, rows);
        const count = counts[value]!;
        // Most rows end here, without a text being made.
        if (count > 1 || (count === 1 && fewest > 1 && rows > 1)) return undefined;
        return words.rareLevel(input, levels[value]!, count);
      },
    };
  }
  const { min, max } = range;
  const [first, last] = input.kind === "date" ? (["first", "last"] as const) : (["smallest", "largest"] as const);
  // Found at the first warning, and kept: every tenth row of a table may have one.
  let usual: Parameters<typeof askForUnit>[2] | undefined;
  const describe = (value: number, end: Extreme, extreme: number) => {
    usual ??= { min: quantile(seen, 0.01) ?? min, max: quantile(seen, 0.99) ?? max, seen: true };
    return words.beyond(input, value, end, extreme, askForUnit(input, value, usual));
  };
  return {
    least: min,
    most: max,
    describe: (value) => {
      if (value < min) return describe(value, first, min);
      return value > max ? describe(value, last, max) : undefined;
    },
  };
}
