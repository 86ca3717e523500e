import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { openTable } from "../csv/table";
import { env } from "../env";
import { DEFAULT_LOCALE } from "../language/locale";
import { loadModel, writeBundle } from "../families";
import { hintAt } from "../import/hints";
import { findOneHot } from "../import/one-hot";
import { formatCount, formatQuantity, formatShare } from "../model/format";
import type { Model } from "../model/model";
import { readPrinted } from "../model/printed";
import { parseSpec, type Spec } from "../model/spec";
import { typedAlone } from "../registry/typed-command";
import { replaceFile } from "../registry/replace-file";
import { adoptFit } from "../training/adopt-fit";
import { calibratedCoverage } from "../model/answer/calibrated-coverage";
import { calibrateModel, type ImportedBundle } from "../training/calibrate";
import { draftFiles } from "../training/draft/from-files";
import { checkGolden, type CheckedRow } from "../training/draft/golden-rows";
import { TrainingTable } from "../training/table";
import { DataError } from "./exit-codes";
import { readModelFiles } from "./inspect";
import { checkFolder, checkId, makeFolder, readLanguage, schemaFrom, shown, writeDescription } from "./model-folder";

export interface ImportOptions {
  id: string;
  target: string;
  names?: string;
  oneHot?: string[];
  table?: string;
  golden?: string;
  positive?: boolean;
  language?: string;
  force?: boolean;
}

/** The range that the summary speaks of. */
const LEVEL = 0.8;
const MOST_SHOWN = 5;

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * `import <files>`: publish a model that was fitted elsewhere. Golden rows must agree with it; a table of rows gives it
 * ranges, accuracy and explanations.
 */
export async function importModel(paths: string[], options: ImportOptions): Promise<void> {
  checkId(options.id);
  const folder = join(env().MODEL_DIR, options.id);
  checkFolder(folder, options);
  const names = options.names?.split(",").map((name) => name.trim());
  const language = readLanguage(options.language);
  const asked = { ...options, language, reader: DEFAULT_LOCALE, names, files: paths.map((path) => basename(path)) };
  const { description, names: headers, draft } = draftFiles(await readModelFiles(paths), asked);
  const spec = parseSpec(draft.spec);
  const checkRows = async (bundle: ImportedBundle) =>
    options.golden === undefined ? [] : readGolden(options.golden, loadModel(spec, bundle), headers);
  await checkRows(draft.bundle);
  const { bundle, kind } =
    options.table === undefined
      ? { bundle: draft.bundle, kind: "none" as const }
      : await learnFrom(options.table, spec, draft.bundle, { headers, target: options.target });
  // A table may add sizes of errors to what golden rows are held to.
  const golden = await checkRows(bundle);
  const whole = { ...bundle, golden: [...bundle.golden, ...golden.map((row) => row.golden)] };
  const model = loadModel(spec, whole);
  await makeFolder(folder);
  const schema = schemaFrom(folder);
  await writeDescription(folder, { ...(schema !== undefined && { $schema: schema }), ...draft.spec });
  await replaceFile(join(folder, "artifact.json"), writeBundle(whole));

  say(
    `${spec.title}: a ${description.regressor}, ${formatCount(description.coefficients.length, "coefficient")}, ${formatCount(spec.inputs.length, "input")}; the files were not run`,
  );
  const apart = findOneHot(headers).map(
    ({ name, columns }) =>
      `Columns that begin with ${Object.values(columns).join()} may be 0 and 1 of one category: if so, --one-hot ${name}=${Object.values(columns).join()} makes them one input.`,
  );
  for (const note of [...description.notes, ...draft.notes, ...apart]) say(`  - ${note}`);
  if (golden.length > 0)
    say(
      `${formatCount(golden.length, "golden row agrees", "golden rows agree")} with the model; ${golden.length === 1 ? "it is" : "they are"} checked each time that the model is loaded`,
    );
  say(describeRange(model, kind, options.table && basename(options.table)));
  say(`wrote ${shown(folder)}`);
  say(`\n  to change words, units and bounds: ${shown(join(folder, "model.json"))}`);
  say(`  ${typedAlone("serve")}, then http://localhost:${env().PORT}/models/${options.id}`);
}

/** @throws DataError where a row differs from what was printed, with the differences */
async function readGolden(path: string, model: Model, headers: string[]): Promise<CheckedRow[]> {
  const rows = checkGolden(await readFile(path, "utf8"), model, headers);
  const wrong = rows.filter(({ agrees }) => !agrees);
  if (wrong.length === 0) return rows;
  const lines = wrong.slice(0, MOST_SHOWN).map(({ row, printed, estimate }) => {
    const difference = estimate - readPrinted(printed)!.value;
    return `  row ${row}: the library printed ${printed}, the model here gives ${estimate}, ${difference > 0 ? "+" : ""}${Number(difference.toPrecision(3))}`;
  });
  const more = wrong.length > MOST_SHOWN ? [`  and ${wrong.length - MOST_SHOWN} more`] : [];
  const hint = hintAt(
    rows.map(({ estimate }) => estimate),
    rows.map(({ printed }) => readPrinted(printed)!.value),
  );
  const head = `${formatQuantity(wrong.length)} of ${formatCount(rows.length, "golden row")} ${wrong.length === 1 ? "differs" : "differ"}, so nothing was written${hint ? `; ${hint}` : ""}`;
  throw new DataError([head, ...lines, ...more].join("\n"));
}

/** What a table says of a model: the exact figures of the fit where it is the table of the fit, else errors on new rows. */
async function learnFrom(
  path: string,
  spec: Spec,
  bundle: ImportedBundle,
  called: { headers: string[]; target: string },
): Promise<{ bundle: ImportedBundle; kind: "fit" | "calibration" }> {
  const { header } = await openTable(createReadStream(path));
  const columns: Record<string, string> = {};
  [...spec.inputs, spec.target].forEach(({ name }, index) => {
    const own = called.headers[index] ?? called.target;
    if (own !== name && header.names.includes(own)) columns[name] = own;
  });
  const reading: Spec = { ...spec, training: { file: basename(path), columns, missing: [], showRows: false } };
  const table = new TrainingTable(path, reading);
  const examples: Parameters<typeof calibrateModel>[2] = (again, coding) => table.examples(!again, coding);
  const adopted = await adoptFit(reading, bundle, examples, () => table.hash);
  if (adopted) return { bundle: adopted, kind: "fit" };
  return { bundle: await calibrateModel(reading, bundle, examples, () => table.hash), kind: "calibration" };
}

function describeRange({ evidence }: Model, kind: "none" | "fit" | "calibration", file: string | undefined): string {
  if (kind === "none" || !evidence) {
    return "no rows were given, so estimates have no range; --table names a table of rows that the fit has not seen";
  }
  const rows = formatCount(evidence.rows, "row");
  if (kind === "fit")
    return `${file} is the table that the model was fitted to: its ${rows} give the ranges of that fit`;
  const spread = calibratedCoverage(evidence.measured, LEVEL);
  const held = spread
    ? `; depending on which rows these are, ${formatShare(LEVEL)} ranges cover ${formatShare(spread.low)} to ${formatShare(spread.high)} of new rows in 9 of 10 such tables`
    : "";
  return `${rows} of ${file} give the ranges${held}. They must not be rows of the fit`;
}
