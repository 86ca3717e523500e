import { ImportError } from "../import-error";

const LONGEST = 256 * 2 ** 10;
/** Lines of one text in quotes. */
const MOST_LINES = 200;
const KEY = /^( *)([\w.$-]+):(?: +(.*))?$/;
const ESCAPES: Record<string, string> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "0": "\0",
  '"': '"',
  "\\": "\\",
  "/": "/",
  " ": " ",
};

/**
 * The scalars of a file of YAML as programs write their settings: keys below keys, each with a text of one or several
 * lines, plain or in quotes. Lists, tags, anchors and whatever else YAML has are passed over.
 *
 * Source: YAML 1.2.2, sections 7.3 (flow scalars) and 8.2.2 (block mappings).
 *
 * @returns the text of each key by its path, as in "flavors.sklearn.pickled_model"
 * @throws ImportError for a text that is too long
 */
export function readBlockYaml(text: string): Map<string, string> {
  if (text.length > LONGEST) throw new ImportError("the MLmodel beside the model is larger than 256 kB");
  const lines = text.split(/\r?\n/);
  const found = new Map<string, string>();
  const open: { indent: number; key: string }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, spaces = "", key = "", first = ""] = KEY.exec(lines[at]!) ?? [];
    if (key === "") continue;
    while (open.length > 0 && open.at(-1)!.indent >= spaces.length) open.pop();
    open.push({ indent: spaces.length, key });
    const parts = [first];
    // A text goes on for as long as it is in quotes, or lines are further in and no keys.
    while (at + 1 < lines.length && goesOn(parts, lines[at + 1]!, spaces.length)) parts.push(lines[++at]!);
    const path = open.map((each) => each.key).join(".");
    const value = scalarOf(parts);
    if (value !== undefined) found.set(path, value);
  }
  return found;
}

function goesOn(parts: string[], next: string, indent: number): boolean {
  const [first = ""] = parts;
  const quote = first[0];
  if (quote === "'" || quote === '"') return parts.length < MOST_LINES && !isClosed(parts.join(" "), quote);
  return first !== "" && next.trim() !== "" && next.search(/\S/) > indent && !KEY.test(next) && !/^ *- /.test(next);
}

const isClosed = (text: string, quote: string) =>
  quote === "'" ? /^'(?:[^']|'')*'\s*$/.test(text) : /^"(?:[^"\\]|\\.)*"\s*$/.test(text);

/** Lines of a text joined as YAML folds them: a line break is a space, unless a backslash stands before it. */
function scalarOf(parts: string[]): string | undefined {
  const [first = ""] = parts;
  const quote = first[0];
  const isDouble = quote === '"';
  const folded = parts.reduce((whole, part) =>
    isDouble && whole.endsWith("\\") ? whole.slice(0, -1) + part.trimStart() : `${whole.trimEnd()} ${part.trim()}`,
  );
  const text = folded.trim();
  const isQuoted = quote === "'" || isDouble;
  if (text === "" || text === "null" || (isQuoted && !isClosed(text, quote))) return undefined;
  if (quote === "'") return text.slice(1, -1).replaceAll("''", "'");
  if (!isDouble) return text;
  return text.slice(1, -1).replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi, (all, short, long, other: string) => {
    const code = short ?? long;
    return code === undefined ? (ESCAPES[other] ?? all) : String.fromCharCode(parseInt(code, 16));
  });
}
