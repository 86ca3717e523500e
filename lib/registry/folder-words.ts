import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { typedCommand } from "./typed-command";

/** What is wrong with the name of a model's folder; nothing where it is the model's id. */
export function nameFault(folder: string, id: string): string | undefined {
  const name = basename(resolve(folder));
  return name === id
    ? undefined
    : `the folder is called ${name} and the id in its model.json is ${id}; they must be the same`;
}

/** The command that trains the model in a folder. */
export function trainCommand(folder: string): string {
  return `${typedCommand("train")} ${inShell(folder)}`;
}

/** The command that gives a model's folder the name of its id. */
export function renameCommand(folder: string, id: string): string {
  return `mv ${inShell(folder)} ${inShell(join(folder, "..", id))}`;
}

/** A path as a command of this machine takes it: from where the process was started, if it lies within. */
function inShell(path: string): string {
  const within = relative("", path);
  const shown = within === "" || within.startsWith("..") || isAbsolute(within) ? path : within;
  return /^[\w./:\\@+-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
