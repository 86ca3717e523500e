import type { Locale } from "../../language/locale";

/** What is said along with a file: what it cannot know. */
export interface DraftOptions {
  /** The model's name in addresses. */
  id: string;
  /** The column to estimate; of a model file, how its target is called. */
  target: string;
  /** Of the texts that are made: the description, and what is said of the guesses. English if it is left out. */
  language?: Locale;
  /** Of a model file: its inputs in their order, whether its target is always above 0, and columns that are one category. */
  names?: string[];
  positive?: boolean;
  oneHot?: string[];
}

/** A description as model.json has it. */
export type SpecJson = Record<string, unknown>;

/** What became of a column of the table. */
export interface ColumnGuess {
  name: string;
  input: string | null;
  reason: string | null;
  offered: { input: Record<string, unknown>; terms: unknown[] } | null;
}

/** What was guessed of a file. */
export interface Guesses {
  rows: number | null;
  columns: ColumnGuess[];
  notes: string[];
  decisions: string[];
}

/** The first rows of a table, as it has them. */
export interface Preview {
  header: string[];
  rows: string[][];
}

/** Why a draft has failed; `pointer` is the member of the description or of options at fault. */
export interface DraftFault {
  pointer: string | null;
  detail: string;
  /** Of the detail; English if it is left out. */
  language?: Locale;
}

/** What lists show of a model that was trained. */
export interface DraftedModel {
  version: string;
  revision: string;
  /** How accurate it is, in words. */
  summary: string;
  findings: string[];
}

/** What is to be done about a draft. */
export interface Task {
  kind: "table" | "model";
  /** The name of the file and its size in bytes. */
  file: string;
  size: number;
  options: DraftOptions;
  /** The description to train; null where it has to be guessed first. */
  spec: SpecJson | null;
  guesses: Guesses | null;
  /** Whether terms that follow from others are left out, as nobody has chosen them. */
  isGuess: boolean;
}

/** What reading a file has found. */
export interface ReadResult {
  spec: SpecJson;
  guesses: Guesses;
  preview: Preview | null;
}

/** What training has made. */
export interface TrainResult {
  spec: SpecJson;
  guesses: Guesses | null;
  /** JSON. */
  bundle: string;
  model: DraftedModel;
}
