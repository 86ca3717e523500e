/**
 * What is remembered. Times are milliseconds since 1970; lists and inputs are JSON text, since the store knows no model;
 * every column means the same in SQLite and in PostgreSQL.
 */
export interface Tables {
  /** What all instances must share and nobody else may know, such as the key that receipts are signed with. */
  secret: { name: string; value: string };
  /** What the owner has decided, for all instances. */
  setting: { name: SettingName; value: string };
  prediction: PredictionRow;
  tally: TallyRow;
  /** Pages that were looked at on a day, by a keyed hash: the first look alone is a prediction. */
  page_view: { day: number; key: string };
  outcome: OutcomeRow;
  api_key: ApiKeyRow;
  /** The alerts that stand. Those of the first release are in a table `alert` of their own, which names no version. */
  standing_alert: ModelVersion & { rule: string; since: number };
  alert_event: AlertEventRow;
  /** Work that only one instance does at a time: until when it is somebody's. */
  lease: { name: string; until: number };
  /** Logins that were ended before they expire: until when their cookies would else be taken. */
  ended_session: { id: string; until: number };
  limit_count: LimitCountRow;
  version: VersionRow;
  alias: AliasRow;
  /** Grows with every change of versions and aliases, in the same transaction. */
  change_count: { name: "models"; count: number };
  audit: AuditRow;
  file: FileRow;
  file_part: { file: string; number: number; bytes: Uint8Array };
  draft: DraftRow;
  shadow: ShadowRow;
  proposal: ProposalRow;
}

/**
 * `predict_keys`: whether predictions in volume need a key: "needed", or "not needed". `checked_at`: when the store was
 * last written to in order to see whether it can be.
 */
export type SettingName = "predict_keys" | "checked_at";

/** A model as it answered: another version of it gives other answers. */
export interface ModelVersion {
  model: string;
  version: string;
}

/** A prediction as it was answered: the log. Its key is model, time and id, in the order in which it is read. */
export interface PredictionRow {
  model: string;
  at: number;
  /** That of the receipt, where there is one. */
  id: string;
  version: string;
  /** JSON, or null where inputs are not to be kept. */
  inputs: string | null;
  estimate: number | null;
  low: number | null;
  high: number | null;
  level: number | null;
  /** The code of the refusal, where there is no estimate. */
  refusal: string | null;
  /** JSON: the codes of its warnings, each with its input where it has one. */
  warnings: string;
  /** How many predictions this row stands for, where only a sample is kept. */
  weight: number;
}

/**
 * What the log holds of a version's day, added up: monitoring reads this and not the log. It is written together with the
 * rows that it counts. Whatever is missing here can be counted again from the log: see `lib/monitoring/tallied-days.ts`.
 */
export interface TallyRow extends ModelVersion {
  /** The start of the day in UTC. */
  day: number;
  /** Rows of the log, each of which counts its weight in what follows. */
  rows: number;
  predictions: number;
  refusals: number;
  /** Estimates with at least one warning; a refusal is none of them. */
  warned: number;
  /** When the first and the last of them were made. */
  first: number;
  last: number;
  /** JSON: how often values of each input, and of the estimate, were there; null where they were not counted. */
  counts: string | null;
}

/**
 * What became known about an estimate. Rows are only ever added: the highest revision is what holds, those below it
 * are what was said before. It repeats what the receipt says, so that it needs no log.
 */
export interface OutcomeRow {
  receipt: string;
  kind: "actual" | "opinion";
  revision: number;
  reported_at: number;
  model: string;
  version: string;
  predicted_at: number;
  inputs: string | null;
  estimate: number;
  /** The range that the estimate came with; null where there was none. */
  low: number | null;
  high: number | null;
  level: number | null;
  actual: number | null;
  opinion: Opinion | null;
  /** The day that the outcome is of, as 2026-01-31. */
  date: string | null;
  note: string | null;
}

export const opinions = ["too high", "about right", "too low"] as const;
export type Opinion = (typeof opinions)[number];

export interface ApiKeyRow {
  id: string;
  name: string;
  /** By commas. */
  scopes: string;
  /** SHA-256 in hex: the key itself is not kept. */
  digest: string;
  made_at: number;
  used_at: number | null;
  revoked_at: number | null;
}

/** That an alert fired or was cleared, and how far its owner has been told. */
export interface AlertEventRow {
  id: string;
  model: string;
  /** Null where the first release noted it. */
  version: string | null;
  rule: string;
  event: "fired" | "cleared";
  at: number;
  detail: string;
  /** How often it was tried to tell. */
  attempts: number;
  /** When to try to tell next; null where it is told, given up or nobody is to be told. */
  next_at: number | null;
  told_at: number | null;
}

/** What a client has taken of a limit that instances share, in the window that ends then. */
export interface LimitCountRow {
  /** Of the limit. */
  name: string;
  client: string;
  points: number;
  ends_at: number;
}

/** A published version of a model. Its key is model, version and revision; it never changes. */
export interface VersionRow extends ModelVersion {
  /** The wording that this row has: a label that was mended is another revision of the same version. */
  revision: string;
  /** JSON, compressed. */
  spec: Uint8Array;
  bundle: Uint8Array;
  /** How many bytes the two are before they are compressed. */
  spec_size: number;
  bundle_size: number;
  /** JSON: what a list of models shows of it besides the description, so that a list reads no bundle. */
  figures: string;
  origin: VersionOrigin;
  author: string;
  note: string | null;
  made_at: number;
  /** The rows that it was trained on, from which it can be trained again; null where they are not here. */
  file: string | null;
}

/** How a version came: sent as files, made in the studio, or trained again from what is known. */
export type VersionOrigin = "files" | "studio" | "retrain";

export const aliasNames = ["champion", "challenger"] as const;
/** The champion answers; the challenger is what may replace it. */
export type AliasName = (typeof aliasNames)[number];

/** What an alias of a model means. The highest number holds; the champions below it were there before. */
export interface AliasRow extends ModelVersion {
  alias: AliasName;
  number: number;
  revision: string;
  set_at: number;
  set_by: string;
}

/** Who did what. Rows are only ever added. */
export interface AuditRow {
  id: string;
  at: number;
  /** "owner", "key " and its name, or what else acts. */
  actor: string;
  action: AuditAction;
  model: string | null;
  version: string | null;
  /** JSON. */
  detail: string;
}

export const auditActions = [
  "publish",
  "propose",
  "confirm",
  "decline",
  "withdraw",
  "promote",
  "rollback",
  "draft created",
  "draft deleted",
  "version deleted",
  "model deleted",
  "key created",
  "key revoked",
  "key rule changed",
  "login",
  "login failed",
  "logout",
  "erase",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** A table or a model file that was sent. Its bytes are in parts, each of which is compressed by itself. */
export interface FileRow {
  id: string;
  /** As it was called where it came from. */
  name: string;
  kind: "table" | "model";
  /** In bytes, before compression. */
  size: number;
  /** SHA-256 in hex; null until all of it is there. */
  hash: string | null;
  made_at: number;
}

export const draftStatuses = ["reading", "training", "ready", "failed"] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** A model that is being made. */
export interface DraftRow {
  id: string;
  /** Who made it, as the audit log has it. */
  owner: string;
  /** Grows with every change of the description. */
  revision: number;
  status: DraftStatus;
  /** From 0 to 1, of what `status` says. */
  progress: number | null;
  /** JSON: what is wrong, where it has failed. */
  fault: string | null;
  file: string;
  /** The file without rows and cells that cannot be used, which training reads; null where it reads the file itself. */
  copy: string | null;
  /** JSON: what was said along with the file, such as the target. */
  options: string;
  /** JSON: the description. */
  spec: string | null;
  /** JSON: what was guessed. */
  guesses: string | null;
  /** JSON: the first rows of the table. */
  preview: string | null;
  /** JSON, compressed: what training made of this revision. */
  bundle: Uint8Array | null;
  /** JSON: what lists show of the model that the bundle is. */
  model: string | null;
  /** JSON: the version that is trained again, if this is that. */
  base: string | null;
  /** How often the work on this revision was begun: what ends a process each time is not begun for ever. */
  attempts: number;
  made_at: number;
  changed_at: number;
}

/** What a challenger answered to the inputs of a prediction, which nobody was shown. */
export interface ShadowRow {
  model: string;
  at: number;
  /** That of the receipt and of the log. */
  id: string;
  /** The version that answered. */
  version: string;
  challenger: string;
  /** Null where it was refused. */
  estimate: number | null;
  challenger_estimate: number | null;
  challenger_low: number | null;
  challenger_high: number | null;
  level: number | null;
}

/** Replaced: it had become stale, and the version was proposed again. */
export const proposalStatuses = ["open", "confirmed", "declined", "withdrawn", "replaced"] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** A promotion that waits for a second person. Its key is id. */
export interface ProposalRow extends ModelVersion {
  id: string;
  revision: string;
  reason: string;
  /** 1 where the gate does not hold. */
  override: number;
  /** The champion that it rests on. */
  before: string | null;
  /** JSON: what the gate found. */
  checks: string;
  made_at: number;
  made_by: string;
  status: ProposalStatus;
  decided_at: number | null;
  decided_by: string | null;
  /** Why, in the words of the second person. */
  decision: string | null;
}
