import type { Model } from "../model/model";

/** Where models come from: a folder now, a store later. */
export interface Source {
  /** What is there at this moment. */
  list(): Promise<(Published | Unavailable)[]>;
  /** A text that is another as soon as `list` would give something else; much cheaper than `list`. */
  revision(): Promise<string>;
}

/** A model that can answer. */
export interface Published {
  id: string;
  version: string;
  origin: "folder" | "store";
  alias: "champion" | "challenger" | null;
  /** The model, the same object as long as nothing about it changes. */
  read(): Promise<Model>;
}

/** A model that is there and cannot answer as it stands. */
export interface Unavailable {
  /** The id by which callers ask for it. */
  name: string;
  /** In words without paths. */
  reason: string;
  /** What to run to mend it. */
  command: string;
  /** Where the fault is ours: the error, for the log. */
  fault?: Error;
}
