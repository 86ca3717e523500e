import { call, number } from "../../formula/build";
import type { Counts, Level, Lookup } from "../estimator/description";
import type { Cell } from "../estimator/sums";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import { numberOf, type Element } from "./xml";

const NUMERIC = ["integer", "float", "double"];
const READ_TYPES = ["string", "boolean", ...NUMERIC];

/** What a file has for a value that its dictionary does not know: no estimate, the value as it is, a missing value. */
type Invalid = "refused" | "asIs" | "asMissing";

/** A field of the dictionary that the model takes, with what its mining field says of missing and unknown values. */
export class Field {
  readonly levels: Level[];
  /** The numbers of its levels in formulas. */
  readonly codes = new Map<Level, number>();
  private readonly hasList: boolean;
  private readonly ids = new Map<string, string>();

  constructor(
    readonly position: number,
    readonly data: Element,
    readonly mining: Element,
    used: string[],
  ) {
    const values = data.all("Value").filter((value) => (value.get("property") ?? "valid") === "valid");
    this.hasList = values.length > 0;
    const texts = this.hasList ? values.map((value) => value.need("value")) : used;
    this.levels = [...new Set(texts.map((text) => this.levelOf(text)))];
    this.levels.forEach((level, code) => this.codes.set(level, code));
  }

  get isNumber(): boolean {
    return NUMERIC.includes(this.data.get("dataType") ?? "");
  }

  get isCategory(): boolean {
    return this.data.get("optype") !== "continuous";
  }

  get replacement(): string | undefined {
    return this.mining.get("missingValueReplacement");
  }

  levelOf(text: string): Level {
    if (this.data.get("dataType") === "boolean") return /^(true|1)$/i.test(text);
    if (!this.isNumber) return text;
    return numberOf(text) ?? this.data.refuse(`its value ${JSON.stringify(text.slice(0, 40))} is no number`);
  }

  /** The name in formulas of the number of its level; −1 for one that has none. */
  codeId(workspace: Workspace, missing: Counts): string {
    const known = this.ids.get(String(missing));
    if (known) return known;
    workspace.spend(this.levels.length);
    const filled = this.replacement === undefined ? missing : this.codeOf(this.levelOf(this.replacement));
    const unknown = { refused: "refused", asIs: -1, asMissing: filled } as const;
    const lookup: Lookup = {
      levels: this.levels,
      values: this.levels.map((_, code) => code),
      unknown: this.hasList ? unknown[this.invalid] : -1,
      missing: filled,
    };
    const { id } = workspace.reading(this.position, lookup, null);
    this.ids.set(String(missing), id);
    return id;
  }

  /** The number of a level; one that no value has for a level that the dictionary does not list. */
  codeOf(level: Level): number {
    return this.codes.get(level) ?? -2;
  }

  get invalid(): Invalid {
    const treatment = this.mining.get("invalidValueTreatment") ?? "returnInvalid";
    if (treatment === "returnInvalid") return "refused";
    if (treatment === "asIs" || treatment === "asMissing") return treatment;
    return this.mining.refuse(`its invalidValueTreatment is ${treatment.slice(0, 40)}`);
  }
}

/** The fields of a model in PMML by name: of its dictionary, and of the columns that are derived from them. */
export class Fields {
  readonly names: string[] = [];
  readonly notes: string[] = [];
  private readonly fields = new Map<string, Field>();
  private readonly cells = new Map<string, Cell>();

  /**
   * @param dictionary with a data field for each name
   * @param schema of the outermost model: what it takes, and what stands for missing values
   * @param used the levels of each field that the model names
   */
  constructor(dictionary: Element, schema: Element, used: Map<string, string[]>) {
    const data = new Map(dictionary.all("DataField").map((field) => [field.need("name"), field]));
    for (const mining of schema.all("MiningField")) {
      const usage = mining.get("usageType") ?? "active";
      if (usage !== "active") continue;
      const name = mining.need("name");
      const field = data.get(name) ?? mining.refuse(`the dictionary has no ${name.slice(0, 60)}`);
      if (this.fields.has(name)) mining.refuse(`it takes ${name.slice(0, 60)} twice`);
      checkField(field, mining);
      this.fields.set(name, new Field(this.names.length, field, mining, used.get(name) ?? []));
      this.names.push(name);
      this.note(name, field);
    }
  }

  /** Make the columns of the inputs. */
  begin(workspace: Workspace): void {
    const start = workspace.start();
    for (const [name, field] of this.fields) this.cells.set(name, beginning(field, start[field.position]!, workspace));
  }

  get(name: string): Cell | undefined {
    return this.cells.get(name);
  }

  set(name: string, cell: Cell): void {
    this.cells.set(name, cell);
  }

  /** The field of the dictionary of a name; undefined for one that is derived. */
  given(name: string): Field | undefined {
    return this.fields.get(name);
  }

  /** Whether an input is a text or a truth, which has no number of its own. */
  isText(position: number): boolean {
    return !this.fields.get(this.names[position]!)!.isNumber;
  }

  private note(name: string, field: Element): void {
    const [interval] = field.all("Interval");
    if (!interval) return;
    const [low = "…", high = "…"] = [interval.get("leftMargin"), interval.get("rightMargin")];
    this.notes.push(`${name}: the file itself refuses values outside ${low.slice(0, 30)} to ${high.slice(0, 30)}.`);
  }
}

function checkField(field: Element, mining: Element): void {
  const type = field.need("dataType");
  if (!READ_TYPES.includes(type))
    field.refuse(`its dataType is ${type.slice(0, 40)}; ${READ_TYPES.join(", ")} are read`);
  const marked = field.all("Value").find((value) => value.get("property") === "missing");
  if (marked) {
    field.refuse(
      `it takes ${JSON.stringify(marked.get("value")?.slice(0, 40))} for a missing value; leave such cells empty and fit it again`,
    );
  }
  if (field.get("isCyclic") === "1") field.refuse("it is cyclic");
  const outliers = mining.get("outliers") ?? "asIs";
  if (!["asIs", "asExtremeValues"].includes(outliers)) mining.refuse(`its outliers are ${outliers.slice(0, 40)}`);
  const isInterval = field.all("Interval").length > 0;
  const treatment = mining.get("invalidValueTreatment") ?? "returnInvalid";
  if (isInterval && treatment === "asMissing") mining.refuse("it takes values outside an interval for missing ones");
  if (mining.get("missingValueTreatment") === "returnInvalid" && mining.get("missingValueReplacement") !== undefined) {
    mining.refuse("it both refuses missing values and replaces them");
  }
}

/** An input after its mining field: held between extremes, and filled where it is missing. */
function beginning({ data, mining, replacement, isNumber }: Field, input: Column, workspace: Workspace): Column {
  if (!isNumber) return input;
  let column = input;
  if (mining.get("outliers") === "asExtremeValues") {
    const [low, high] = [mining.number("lowValue"), mining.number("highValue")];
    column = workspace.map(column, (value) => call("min", number(high), call("max", number(low), value)));
  }
  if (replacement === undefined) return column;
  const value = numberOf(replacement);
  if (value === undefined)
    throw new ImportError(`${data.need("name").slice(0, 60)} is filled with a text and taken as a number`);
  return workspace.fill(column, value);
}
