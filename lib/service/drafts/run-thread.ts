import { totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import { noteWork, packBundle, type DraftKey, type FoundDraft } from "../../store/drafts";
import { addFile, dropFile, readPart } from "../../store/files";
import { withStore } from "../../store/store";
import { logWarning } from "../log";
import { faultIn, faultOf } from "./fault";
import { Mailbox } from "./mailbox";
import type { FromServer, FromThread } from "./messages";
import type { DraftFault, DraftOptions, Guesses, SpecJson, Task, TrainResult } from "./types";

/** Work on a draft that goes on in a thread. */
export interface Work {
  /** The draft as it stands: reading makes another revision of it. */
  key(): DraftKey;
  progress(): number;
  /** When all is written down; it throws where the store is away. */
  done: Promise<void>;
}

/** The share of the memory that a thread may take for itself, in MiB. */
function memoryLimits() {
  // Newer than the types that are installed; 0 or very much where nothing limits the process.
  const { constrainedMemory } = process as { constrainedMemory?: () => number };
  const total = Math.min(totalmem(), constrainedMemory?.() || Infinity) / 2 ** 20;
  return {
    maxOldGenerationSizeMb: Math.round(Math.min(2_048, Math.max(128, total / 2))),
    maxYoungGenerationSizeMb: 16,
  };
}

/** A guess that nobody has edited: `guesses` keeps that beside what it shows. */
export type KeptGuesses = Guesses & { isUnedited?: boolean };

/** The task that a draft is. */
function taskOf({ file, options, spec, guesses, status }: FoundDraft): Task {
  const known = guesses === null ? null : (JSON.parse(guesses) as KeptGuesses);
  return {
    ...{ kind: file.kind, file: file.name, size: file.size, options: JSON.parse(options) as DraftOptions },
    spec: status === "reading" || spec === null ? null : (JSON.parse(spec) as SpecJson),
    ...{ guesses: known, isGuess: known?.isUnedited === true },
  };
}

/** Work on a draft in a thread, and write down what it makes. */
export function runThread(file: URL, draft: FoundDraft, signal: AbortSignal): Work {
  let key: DraftKey = { id: draft.id, revision: draft.revision };
  let progress = 0;
  const task = taskOf(draft);
  const source = task.spec && draft.copy !== null ? draft.copy : draft.file.id;
  const worker = new Worker(file, { workerData: task, resourceLimits: memoryLimits() });
  const answer = (message: FromServer) => worker.postMessage(message);

  const note = async (changes: Parameters<typeof noteWork>[2]) => {
    const isOurs = await withStore((store) => noteWork(store, key, changes));
    if (isOurs && changes.revision !== undefined) key = { ...key, revision: changes.revision };
    return isOurs;
  };

  async function keepRead({ spec, guesses, preview }: NonNullable<FromThread["read"]>, copy: string | null) {
    progress = 0;
    const unedited: KeptGuesses = { ...guesses, isUnedited: true };
    const isOurs = await note({
      ...{ status: "training", progress, revision: key.revision + 1, copy },
      spec: JSON.stringify(spec),
      guesses: JSON.stringify(unedited),
      preview: preview && JSON.stringify(preview),
    });
    // Of two copies one is of no use any more.
    await withStore((store) => dropFile(store, isOurs ? draft.copy : copy));
  }

  async function keepTrained({ spec, guesses, bundle, model }: TrainResult) {
    const text = JSON.stringify(spec);
    // Training may have left terms out.
    const revision = task.isGuess || task.spec === null ? key.revision + 1 : key.revision;
    const unedited = guesses && ({ ...guesses, isUnedited: task.isGuess || task.spec === null } satisfies KeptGuesses);
    await note({
      ...{ status: "ready", progress: 1, fault: null, revision, spec: text, changed_at: Date.now() },
      ...{ guesses: unedited && JSON.stringify(unedited), model: JSON.stringify(model) },
      bundle: await packBundle(JSON.parse(bundle)),
    });
  }

  const broken = () => faultIn(task.options.language, ({ faults }) => faults.broken);
  const fail = (fault: DraftFault) =>
    note({ status: "failed", progress: null, fault: JSON.stringify(fault), changed_at: Date.now() });

  /** The copy that the thread sends, as a file of the store. */
  async function takeCopy(): Promise<string> {
    const { name, kind } = draft.file;
    const { id } = await withStore((store) => addFile(store, { name, kind }, copied));
    return id;
  }
  const copied = new Mailbox<Uint8Array>(() => answer({ kept: true }));
  /** What was read is written down before what was made of it, however soon that comes. */
  let kept = Promise.resolve();

  async function hear(message: FromThread): Promise<boolean> {
    if (message.progress !== undefined) progress = Math.max(progress, message.progress);
    else if (message.part !== undefined) {
      const { part } = message;
      answer({ part: (await withStore((store) => readPart(store, source, part))) ?? null });
    } else if (message.copied !== undefined) copied.put(message.copied);
    else if (message.read) {
      const { read } = message;
      if (!read.hasCopy) await keepRead(read, null);
      answer({ kept: true });
      if (read.hasCopy) await (kept = takeCopy().then((copy) => keepRead(read, copy)));
    } else {
      await kept;
      if (message.trained) await keepTrained(message.trained);
      else if (message.failed) await fail(message.failed);
      else {
        logWarning(`draft ${key.id} could not be trained: ${message.broken}`);
        await fail(broken());
      }
      return true;
    }
    return false;
  }

  const done = new Promise<void>((resolve, reject) => {
    const heard = new Set<Promise<unknown>>();
    const end = () => {
      copied.close();
      void worker.terminate();
    };
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
    worker.on("message", (message: FromThread) => {
      const hearing = hear(message).then(
        (isLast) => isLast && end(),
        (error: Error) => {
          end();
          if (!signal.aborted) reject(error);
        },
      );
      heard.add(hearing);
      void hearing.finally(() => heard.delete(hearing));
    });
    worker.on("error", (error: Error) => {
      const fault = faultOf(error, task.options.language);
      if (!fault) logWarning(`draft ${key.id} could not be trained: ${error.stack}`);
      heard.add(fail(fault ?? broken()).catch(reject));
    });
    worker.on("exit", () => {
      copied.close();
      void Promise.all(heard).then(() => resolve());
    });
  });
  return { key: () => key, progress: () => progress, done };
}
