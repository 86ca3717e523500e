import type { Model } from "../model/model";
import type { Outline } from "./outline";

/** Where models come from: a folder, and a store. */
export interface Source {
  /** What is there at this moment. */
  list(): Promise<(Published | Unavailable)[]>;
  /** A text that is another as soon as `list` would give something else; much cheaper than `list`. */
  revision(): Promise<string>;
  /** A version of a model, whether it has an alias or not, where the source keeps versions. */
  find?(id: string, version: string): Promise<Model | undefined>;
  /** Why it is not known yet what is there. */
  unread?(): string | undefined;
}

/** A model that can answer, in the version that does. */
export interface Published {
  id: string;
  version: string;
  revision: string;
  origin: "folder" | "store";
  /** The version that may replace it. */
  challenger: string | null;
  /** The model if it is in memory, for who cannot wait. */
  loaded(): Model | undefined;
  /** The model, the same object as long as nothing about it changes. */
  read(): Promise<Model>;
  /** What a list says of it, without its bundle where that is not in memory. */
  outline(): Promise<Outline>;
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
