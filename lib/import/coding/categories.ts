import type { OwnCoding } from "../../model/predictor";
import type { Counts, Level, ModelDescription, Reading } from "../estimator/description";
import { ImportError } from "../import-error";
import type { CodedInput } from "./coded-model";
import { unlike } from "./names";

/** What a category without a value is called, where the file has a way of its own with it. */
const NOT_STATED = "not stated";
const MOST_LEVELS = 5000;

/** The numbers of a category for one of its readings: by level, of a text that is not listed, and of no value. */
interface Numbers {
  input: number;
  of: (level: Level) => number | undefined;
  other: number | undefined;
  missing: number | undefined;
}

interface CodedLevels {
  /** Each level with its text. */
  levels: { level: Level | null; text: string }[];
  other: boolean;
  assumed: string | undefined;
}

/** The readings of categories that columns use, and the levels of categories in their terms. */
export class Categories {
  private readonly numbers = new Map<string, Numbers>();
  private readonly known = new Map<number, CodedLevels>();

  /** @param names of the inputs, by their position */
  constructor(
    private readonly description: ModelDescription,
    private readonly names: string[],
  ) {}

  /** Whether a name is one of a reading here. */
  has(name: string): boolean {
    return this.numbers.has(name);
  }

  /** The name of a reading of a category, whose numbers are kept. */
  note({ id, input, lookup, fill }: Reading, what: "code" | "missing"): string {
    const name = this.free(what === "code" ? `${id}_code` : `${id}_is_missing`);
    if (this.numbers.has(name)) return name;
    const { levels, values, unknown, missing } = lookup ?? { levels: [], values: [], unknown: 0, missing: "missing" };
    const byLevel = new Map(levels.map((level, index) => [level, values[index]!]));
    const numberOf = (counts: Counts): number | undefined => {
      if (what === "missing") return counts === "refused" ? undefined : Number(counts === "missing");
      return counts === "missing" ? (fill ?? undefined) : counts === "refused" ? undefined : counts;
    };
    this.numbers.set(name, {
      input,
      of: (level) => numberOf(byLevel.get(level) ?? unknown),
      other: numberOf(unknown),
      missing: numberOf(missing),
    });
    return name;
  }

  private free(name: string): string {
    return this.names.includes(name) ? this.free(`${name}_`) : name;
  }

  /** The levels of a category that have an estimate, and what stands for no value: a level that counts the same, or one more. */
  private levelsOf(position: number): CodedLevels {
    const known = this.known.get(position);
    if (known) return known;
    const input = this.description.inputs[position]!;
    const readings = [...this.numbers.values()].filter((each) => each.input === position);
    const label = input.name ?? input.id;
    const byText = new Map<string, Level>();
    for (const level of input.levels) {
      if (readings.some((reading) => reading.of(level) === undefined)) continue;
      const text = textOf(level);
      if (text === "") continue;
      if (byText.has(text)) {
        throw new ImportError(
          `the levels ${JSON.stringify(byText.get(text))} and ${JSON.stringify(level)} of ${label} differ by spaces or type alone`,
        );
      }
      byText.set(text, level);
    }
    if (byText.size > MOST_LEVELS)
      throw new ImportError(`${label} has ${byText.size} levels; at most ${MOST_LEVELS} can be served`);
    const levels: CodedLevels["levels"] = [...byText].map(([text, level]) => ({ level, text }));
    let assumed: string | undefined;
    if (input.optional && readings.every(({ missing }) => missing !== undefined)) {
      const same = levels.find(({ level }) => readings.every((each) => each.of(level!) === each.missing));
      assumed = same?.text ?? unlike(NOT_STATED, new Set(byText.keys()));
      if (!same) levels.push({ level: null, text: assumed });
    }
    const coded = { levels, other: input.otherLevels && readings.every(({ other }) => other !== undefined), assumed };
    this.known.set(position, coded);
    return coded;
  }

  /** An input that is a category. */
  describe(position: number): CodedInput {
    const { levels, other, assumed } = this.levelsOf(position);
    const texts = levels.map(({ text }) => text);
    return {
      kind: "category",
      levels: texts,
      values: levels.map(({ level }) => level),
      other,
      assumed,
      typical: undefined,
    };
  }

  /** The readings among names that are used. */
  readingsOf(used: ReadonlySet<string>): OwnCoding["readings"] {
    return [...this.numbers].flatMap(([name, reading]) => {
      if (!used.has(name)) return [];
      const { levels, other } = this.levelsOf(reading.input);
      const values = levels.map(({ level }) => (level === null ? reading.missing! : reading.of(level)!));
      return [{ name, input: this.names[reading.input]!, values: other ? [...values, reading.other!] : values }];
    });
  }

  /**
   * "fuel[diesel]" for the number of a level in one of the readings.
   *
   * @returns undefined for a number that not exactly one level has
   */
  nameOfLevel(name: string, value: number): string | undefined {
    const reading = this.numbers.get(name)!;
    const own = this.levelsOf(reading.input).levels.filter(({ level }) => {
      return (level === null ? reading.missing : reading.of(level)) === value;
    });
    return own.length === 1 ? `${this.names[reading.input]}[${own[0]!.text}]` : undefined;
  }
}

/** As a form and a table write a level; Python writes True and False. */
function textOf(level: Level): string {
  return typeof level === "boolean" ? (level ? "True" : "False") : String(level).trim();
}
