/** Why nothing was done about a draft. */
export interface DraftRefusal {
  /** The reason is the draft, and not what is published. */
  ofDraft: true;
  /**
   * There is no such draft, what was sent is at fault, somebody has changed the draft since, it is at work or has no
   * model, there are too many drafts, or nothing here trains. Of retraining: the model has no rows to train on, or no
   * outcome is new.
   */
  refused: "unknown" | "invalid" | "stale" | "busy" | "full" | "elsewhere" | "untrainable" | "idle";
  detail: string;
  /** Where in what was sent, with what it needs. */
  faults?: PathFault[];
}

export interface PathFault {
  /** "spec", "options" or a name beside them first. */
  path: (string | number)[];
  detail: string;
}

export const unknownDraft = (): DraftRefusal => ({
  ofDraft: true,
  refused: "unknown",
  detail: "there is no draft at this address: it was published or deleted, or the address is cut short",
});

export const invalid = (faults: PathFault[]): DraftRefusal => ({
  ofDraft: true,
  refused: "invalid",
  detail: faults[0]!.detail,
  faults,
});

export const stale = (revision: number): DraftRefusal => ({
  ofDraft: true,
  refused: "stale",
  detail: `somebody has changed the draft since: it is revision ${revision} now. Nothing of your change was made; look again, and make it on that`,
});

export const busy = (detail: string): DraftRefusal => ({ ofDraft: true, refused: "busy", detail });

/** A model that cannot be retrained, whatever outcomes there are. */
export const untrainable = (detail: string): DraftRefusal => ({ ofDraft: true, refused: "untrainable", detail });

/** Nothing is new since a model was trained. */
export const idle = (detail: string): DraftRefusal => ({ ofDraft: true, refused: "idle", detail });

/** Each draft keeps its file, so the store does not grow without end. */
export const MOST_DRAFTS = 50;

export const TOO_MANY_DRAFTS = `this server keeps at most ${MOST_DRAFTS} drafts; publish or delete some in the studio, then try again`;

export const full = (): DraftRefusal => ({ ofDraft: true, refused: "full", detail: TOO_MANY_DRAFTS });

/** Where Next runs alone, there is no thread beside it. */
export const elsewhere = (): DraftRefusal => ({
  ofDraft: true,
  refused: "elsewhere",
  detail:
    "this server runs Next alone, which has no thread to train in: start glasshouse serve, or train with glasshouse train and publish the folder with glasshouse publish",
});
