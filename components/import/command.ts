import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";

/** Text as one word of a shell. */
function quote(text: string): string {
  return /^[\w.,/-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A file of the folder that the command is started in. */
const fileWord = (name: string) => quote(name.startsWith("-") ? `./${name}` : name);

interface Command {
  files: string[];
  id: string;
  target: string;
  /** Undefined where the file's own names are used. */
  names: string[] | undefined;
  positive: boolean;
  /** The name of a table of golden rows. */
  golden: string | undefined;
  language: Locale;
}

/** The command that publishes the same model. */
export function commandOf({ files, id, target, names, positive, golden, language }: Command): string {
  return [
    ["npm", "run", "import", "--", ...files.map(fileWord)].join(" "),
    `--id ${quote(id)} --target ${quote(target)}`,
    ...(names ? [`--names ${quote(names.join(","))}`] : []),
    ...(golden ? [`--golden ${fileWord(golden)}`] : []),
    ...(positive ? ["--positive"] : []),
    ...(language !== DEFAULT_LOCALE ? [`--language ${language}`] : []),
  ].join(" \\\n  ");
}
