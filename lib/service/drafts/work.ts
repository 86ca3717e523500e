import { loadModel, writeBundle } from "../../families";
import { DEFAULT_LOCALE } from "../../language/locale";
import { ImportError } from "../../import/import-error";
import { findProblems } from "../../judging/findings";
import { hashDescription, type Bundle } from "../../model/bundle";
import { formatCount } from "../../model/format";
import { parseSpec, type Spec } from "../../model/spec";
import { draftFiles, type DraftedFiles } from "../../training/draft/from-files";
import { draftTable } from "../../training/draft/from-table";
import { trainDraft } from "../../training/draft/train-draft";
import { describeFit } from "../../training/fit-words";
import { TrainingTable } from "../../training/table";
import { train, type TrainedBundle } from "../../training/train";
import { guessColumns, previewTable, withoutInputs } from "./guess-columns";
import type { ReadResult, SpecJson, Task, TrainResult } from "./types";

type Open = () => AsyncIterable<Uint8Array>;

/** What the work on a draft needs of its surroundings. */
export interface Surroundings {
  /** The bytes of the file. */
  open: Open;
  /** How far it is, from 0 to 1. */
  tell(progress: number): void;
  /** Keep what reading has found, with the bytes that training reads where they are others than those of the file. */
  keep(found: ReadResult, copy: Open | null): Promise<void>;
}

/**
 * Read the file of a draft, where that is to be done, and train what is described.
 *
 * @throws what is wrong with the file or the description, in words
 */
export async function workOn(task: Task, surroundings: Surroundings): Promise<TrainResult> {
  if (task.kind === "model") return workOnModel(task, surroundings);
  if (task.spec) return trainTable(task, task.spec, surroundings.open, surroundings);
  const { options, file, size } = task;
  const open = measured(surroundings.open, size, FIRST_READING, surroundings.tell);
  const drafted = await draftTable(open, { ...options, file });
  const preview = await previewTable(surroundings.open());
  const guesses = guessColumns(drafted, options.language);
  const { spec } = drafted.draft;
  await surroundings.keep({ spec, guesses, preview }, drafted.copy);
  const source = drafted.copy ?? surroundings.open;
  return trainTable({ ...task, guesses, isGuess: true }, spec, source, surroundings);
}

/** How much of the work is done when a file has been gone through once: nobody knows how often it will be. */
const FIRST_READING = 0.9;
const FIRST_TRAINING = 0.5;

/** The same bytes, each time they are gone through; the progress grows with each and stays below 1. */
function measured(open: Open, size: number, first: number, tell: (progress: number) => void): Open {
  let read = 0;
  return async function* () {
    for await (const chunk of open()) {
      read += chunk.length;
      tell(1 - (1 - first) ** (read / Math.max(1, size)));
      yield chunk;
    }
  };
}

async function trainTable(
  { file, size, guesses, isGuess, options }: Task,
  drafted: SpecJson,
  open: Open,
  { tell }: Surroundings,
): Promise<TrainResult> {
  const source = { name: file, open: measured(open, size, FIRST_TRAINING, tell) };
  let trained: { spec: Spec; bundle: TrainedBundle } | undefined;
  const attempt = async (json: SpecJson) => {
    const spec = parseSpec(json);
    const table = new TrainingTable(source, spec);
    const bundle = await train(
      spec,
      (again, coding) => table.examples(!again, coding),
      () => table.hash,
    );
    trained = { spec, bundle };
  };
  const { spec, leftOut } = isGuess
    ? await trainDraft(drafted, attempt, options.language)
    : { spec: drafted, leftOut: await attempt(drafted).then(() => []) };
  const { bundle } = trained!;
  const left = guesses && leftOut.length > 0 ? withoutInputs(guesses, drafted, leftOut) : guesses;
  return { ...describe(spec, bundle, describeFit(trained!.spec, bundle)), guesses: left };
}

/** A file is read each time anew: its coefficients are a matter of the file, its words of the description. */
async function workOnModel(task: Task, { open, tell, keep }: Surroundings): Promise<TrainResult> {
  const bytes = new Uint8Array(task.size);
  let at = 0;
  for await (const chunk of open()) {
    bytes.set(chunk, at);
    at += chunk.length;
    tell((0.9 * at) / Math.max(1, task.size));
  }
  const drafted = draftFiles([{ name: task.file, bytes }], {
    ...task.options,
    reader: DEFAULT_LOCALE,
    files: [task.file],
  });
  const { draft, description } = drafted;
  const spec = task.spec ?? draft.spec;
  const guesses = guessesOf(drafted);
  if (!task.spec) await keep({ spec, guesses, preview: null }, null);
  if (hashDescription(parseSpec(spec)) !== draft.bundle.spec) throw new ImportError(KEPT);
  const summary = `a ${description.regressor}, ${formatCount(description.coefficients.length, "coefficient")}, ${formatCount(description.inputs.length, "input")}; no rows were given, so estimates have no range`;
  return { ...describe(spec, draft.bundle, summary), guesses };
}

const KEPT =
  "the coefficients of a model file belong to its inputs as they are: words, units and bounds can be changed; inputs, their order, kinds and levels, what is assumed where they are missing, derived features and the target's scale cannot";

function guessesOf({ description, names, draft }: DraftedFiles) {
  const { inputs } = draft.spec as { inputs: { name: string }[] };
  const columns = names.map((name, index) => ({
    ...{ name, input: inputs[index]?.name ?? null, reason: null, offered: null },
  }));
  return { rows: null, columns, notes: [...description.notes, ...draft.notes], decisions: [] };
}

/** Load what was made, as the server will, and say what it is. */
function describe(spec: SpecJson, made: Bundle, summary: string): Omit<TrainResult, "guesses"> {
  const bundle = writeBundle(made);
  const model = loadModel(spec, JSON.parse(bundle));
  const { version, revision } = model;
  const findings = findProblems(model).map(({ detail }) => detail);
  return { spec, bundle, model: { version, revision, summary, findings } };
}
