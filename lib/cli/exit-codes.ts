/** What a command leaves with: whether it was done, and otherwise who can put it right. */
export const exitCodes = {
  done: 0,
  /** The table, description, artifact or receipt. */
  data: 1,
  /** The command line: a command, an option, a model, a file or a setting. */
  call: 2,
  /** The database or the server, which is away or refuses, or a mistake of ours: the same call may work later. */
  service: 3,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code means, or nothing where a command never leaves with it. */
export type Meanings = Record<keyof typeof exitCodes, string | undefined>;

/** What is wrong with a call, in a sentence for the person who made it. */
export class CallError extends Error {
  override name = "CallError";
}

/** What is wrong with the data that a command is to work on. */
export class DataError extends Error {
  override name = "DataError";
}

/** Why a service that a command needs did not do its part. */
export class ServiceError extends Error {
  override name = "ServiceError";
}
