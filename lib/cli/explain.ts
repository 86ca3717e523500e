import { exitCodes, type ExitCode } from "./exit-codes";

/** Whose fault an error is, by its name: each command is a bundle with classes of its own, so `instanceof` would fail. */
const faults: Record<string, ExitCode> = {
  CallError: exitCodes.call,
  ModelDirError: exitCodes.call,
  SettingsError: exitCodes.call,
  NoStoreError: exitCodes.call,
  ShiftError: exitCodes.call,
  DataError: exitCodes.data,
  ImportError: exitCodes.data,
  ModelFolderError: exitCodes.data,
  CsvError: exitCodes.data,
  TableError: exitCodes.data,
  DraftError: exitCodes.data,
  SpecError: exitCodes.data,
  BundleError: exitCodes.data,
  ServiceError: exitCodes.service,
};

/** Codes of the system that a path of the call is to blame for; the others are the machine's, such as a full disk. */
const faultsOfPath = ["EACCES", "EEXIST", "EISDIR", "ENOENT", "ENOTDIR", "EPERM", "EROFS"];

/** What to say of an error that ended a command, and the code to leave with. An error that is not known keeps its stack. */
export function explain(error: unknown): { message: string; code: ExitCode } {
  const {
    name,
    message,
    stack,
    cause,
    code = "",
    path,
    syscall,
    exitCode,
  } = error as NodeJS.ErrnoException & {
    exitCode?: number;
  };
  // commander has said already what is wrong, or shown the help that was wanted.
  if (code.startsWith("commander.")) return { message: "", code: exitCode === 0 ? exitCodes.done : exitCodes.call };
  const known = faults[name];
  if (known !== undefined) return { message, code: known };
  if (name === "StoreAwayError") return { message: `${message}${reasonOf(cause)}`, code: exitCodes.service };
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
