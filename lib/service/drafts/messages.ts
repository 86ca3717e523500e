import type { DraftFault, ReadResult, TrainResult } from "./types";

/**
 * What the thread that works on a draft and its server tell each other. The thread has no store: it asks for the parts of
 * the file by their numbers, and has what it made kept.
 */
export interface FromThread {
  /** Send this part of the file. */
  part?: number;
  progress?: number;
  /** The file has been read; bytes that training reads come next where there is a copy. */
  read?: ReadResult & { hasCopy: boolean };
  /** The next bytes of the copy; null after the last. */
  copied?: Uint8Array | null;
  trained?: TrainResult;
  failed?: DraftFault;
  /** A mistake of ours. */
  broken?: string;
}

export interface FromServer {
  /** The part that was asked for, compressed; null behind the last one. */
  part?: Uint8Array | null;
  /** What was sent is kept: go on. */
  kept?: true;
}
