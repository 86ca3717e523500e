import { CommanderError } from "commander";
import { CsvError } from "../csv/dialect";
import { SettingsError } from "../env";
import { ArtifactError } from "../model/bundle";
import { SpecError } from "../model/spec";
import { ShiftError } from "../monitoring/shift";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { TableError } from "../training/example-parser";
import { CallError, DataError, exitCodes, ServiceError, type ExitCode } from "./exit-codes";

const faultsOfCall = [CallError, SettingsError, NoStoreError, ShiftError];
const faultsOfData = [DataError, CsvError, TableError, SpecError, ArtifactError];

/** Codes of the system that a path of the call is to blame for; the others are the machine's, such as a full disk. */
const faultsOfPath = ["EACCES", "EEXIST", "EISDIR", "ENOENT", "ENOTDIR", "EPERM", "EROFS"];

/** What to say of an error that ended a command, and the code to leave with. An error that is not known keeps its stack. */
export function explain(error: unknown): { message: string; code: ExitCode } {
  const isOneOf = (faults: (typeof faultsOfCall)[number][]) => faults.some((fault) => error instanceof fault);
  // commander has said already what is wrong, or shown the help that was wanted.
  if (error instanceof CommanderError) {
    return { message: "", code: error.exitCode === 0 ? exitCodes.done : exitCodes.call };
  }
  const { message, stack, cause, code = "", path, syscall } = error as NodeJS.ErrnoException;
  if (isOneOf(faultsOfCall)) return { message, code: exitCodes.call };
  if (isOneOf(faultsOfData)) return { message, code: exitCodes.data };
  if (error instanceof ServiceError) return { message, code: exitCodes.service };
  if (error instanceof StoreAwayError) return { message: `${message}${reasonOf(cause)}`, code: exitCodes.service };
  if (syscall !== undefined) {
    const text = code === "ENOENT" && path !== undefined ? `there is no ${path}` : message;
    return { message: text, code: faultsOfPath.includes(code) ? exitCodes.call : exitCodes.service };
  }
  return { message: stack ?? String(error), code: exitCodes.service };
}

/** The words of a database driver; several failed attempts to connect have a code and no message. */
function reasonOf(cause: unknown): string {
  const { message, code } = (cause ?? {}) as { message?: string; code?: string };
  const reason = message || code;
  return reason ? `: ${reason}` : "";
}
