/** Why nothing was done about a draft, in words. */
export interface DraftRefusal {
  /** It is the draft that stands against it, and not what is published. */
  ofDraft: true;
  /**
   * There is no such draft, what was sent is at fault, somebody has changed the draft since, it is at work or has no
   * model, or nothing here trains.
   */
  refused: "unknown" | "invalid" | "stale" | "busy" | "elsewhere";
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
  detail: "GET /api/drafts lists the drafts that there are; one that was published or deleted is gone",
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

/** Where Next runs alone, there is no thread beside it. */
export const elsewhere = (): DraftRefusal => ({
  ofDraft: true,
  refused: "elsewhere",
  detail:
    "this server runs Next alone, which has no thread to train in: start glasshouse serve, or train with glasshouse train and publish the folder with glasshouse publish",
});
