import { createReadStream, createWriteStream, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { CsvError } from "../csv/dialect";
import { env } from "../env";
import { DEFAULT_LOCALE } from "../language/locale";
import { parseSpec, type Input, type Spec } from "../model/spec";
import { formatCount, listInWords } from "../model/format";
import { trainCommand } from "../registry/folder-words";
import { typedAlone } from "../registry/typed-command";
import type { Draft } from "../training/draft/draft";
import { draftTable, type DraftedTable } from "../training/draft/from-table";
import { idOf } from "../training/draft/names";
import type { TableProfile } from "../training/draft/profile";
import { TargetError } from "../training/draft/target";
import { trainDraft } from "../training/draft/train-draft";
import { CallError, DataError } from "./exit-codes";
import { checkFolder, checkId, makeFolder, readLanguage, schemaFrom, shown, writeDescription } from "./model-folder";
import { trainFolder } from "./train";

export interface NewOptions {
  target: string;
  id?: string;
  language?: string;
  force?: boolean;
}

const TABLE = "training.csv";

/** `new <table>`: guess a description from a table, write both into a folder of models, train, and say what was done. */
export async function newModel(path: string, options: NewOptions): Promise<void> {
  const file = basename(path);
  const id = options.id ?? idOf(file);
  checkId(id, options.id === undefined ? `the name of ${file} gives the model no id` : undefined);
  const folder = join(env().MODEL_DIR, id);
  if (!(statSync(path, { throwIfNoEntry: false })?.isFile() ?? true)) {
    throw new CallError(`${path} is no file; name a CSV table`);
  }
  checkFolder(folder, options);
  const open = () => createReadStream(path) as AsyncIterable<Buffer>;
  const language = readLanguage(options.language);
  const wanted = { target: options.target, id, file, schema: schemaFrom(folder), language, reader: DEFAULT_LOCALE };
  const { table, draft, copy } = await draftTable(open, wanted).catch((error: Error) => {
    if (error instanceof TargetError) throw new CallError(error.message);
    throw error instanceof CsvError ? new DataError(`${file}: ${error.message}`) : error;
  });

  await makeFolder(folder);
  await writeTable(path, join(folder, TABLE), copy);
  const attempt = async (spec: Draft["spec"]) => {
    await writeDescription(folder, spec);
    await trainFolder(folder);
  };
  const trained = await trainDraft(draft.spec, attempt).catch((error: Error) => {
    report(file, table, draft, draft.spec);
    error.message += `\nmend ${shown(join(folder, "model.json"))}, then run ${trainCommand(folder)}`;
    throw error;
  });
  draft.leftOut.push(...trained.leftOut);
  report(file, table, draft, trained.spec);
  say(`\n  to change a guess: ${shown(join(folder, "model.json"))}, then ${trainCommand(folder)}`);
  say(`  ${typedAlone("serve")}, then http://localhost:${env().PORT}/models/${id}`);
}

/** The copy that is trained on: byte for byte, but for cells and rows that cannot be read. */
async function writeTable(from: string, to: string, copy: DraftedTable["copy"]): Promise<void> {
  if (resolve(from) === resolve(to)) {
    if (copy) throw new CallError(`the table must be read from another place than ${shown(to)}`);
    return;
  }
  if (!copy) return copyFile(from, to);
  await pipeline(copy(), createWriteStream(to));
}

/** How a sentence says on which scale the target is fitted. */
const SCALES: Record<Spec["target"]["transform"], string> = {
  identity: "",
  log: " by its logarithm",
  log1p: " by the logarithm of 1 + its value",
  sqrt: " by its square root",
};

/** What was guessed, and what to look at. */
function report(file: string, table: TableProfile, draft: Draft, json: Draft["spec"]): void {
  const spec = parseSpec(json);
  const { label, transform } = spec.target;
  say(`\n${file}: ${formatCount(table.rows, "row")}, ${formatCount(table.columns.length, "column")}`);
  say(`Estimates ${label}${SCALES[transform]} from`);
  const width = Math.min(28, Math.max(...spec.inputs.map(({ name }) => name.length)));
  for (const input of spec.inputs) say(`  ${input.name.padEnd(width)}  ${describe(input)}`);
  section(
    "Left out",
    draft.leftOut.map(({ column, reason }) => `${column}: ${reason}`),
  );
  section("Look at", draft.notes);
  section("Decide", draft.decisions);
}

function section(title: string, lines: string[]): void {
  if (lines.length > 0) say([title, ...lines.map((line) => `  - ${line}`)].join("\n"));
}

/** The first few levels of a category. */
const MOST_LEVELS = 4;

function describe(input: Input): string {
  const blank = input.missing === undefined ? "" : ", may be left blank";
  if (input.kind === "boolean") return `yes or no${blank}`;
  if (input.kind === "category") {
    const { levels } = input;
    const more = levels.length > MOST_LEVELS ? ` and ${levels.length - MOST_LEVELS} more` : "";
    return `${more ? levels.slice(0, MOST_LEVELS).join(", ") : listInWords(levels)}${more}${blank}`;
  }
  const { min, max, kind } = input;
  const unit = "unit" in input && input.unit !== undefined ? ` ${input.unit}` : "";
  return `${kind} from ${min} to ${max}${unit}${blank}`;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
