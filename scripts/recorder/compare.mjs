import { readFileSync } from "node:fs";
import { changesOf } from "./changes.mjs";

/** Two recordings side by side. */
const ASKED = ["method", "path", "sent", "body"];
/** Where fewer words than these are equal between two changes, they are told as one. */
const FEW_WORDS = 3;
const SHOWN_EXAMPLES = 3;
const SHOWN_CHARACTERS = 600;
const SHOWN_OF_REQUEST = 200;

function readLines(file) {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const isSame = (before, after) => JSON.stringify(before) === JSON.stringify(after);

/** JSON a member to a line, whatever it stands in; any other text as it is. */
function writeJson(text) {
  try {
    const lines = JSON.stringify(JSON.parse(text), null, 1).split("\n");
    return lines.map((line) => line.trim().replace(/,$/, ""));
  } catch {
    return [text];
  }
}

/** An answer in the pieces that are compared: words of a page, members of JSON, lines of any other text. */
function piecesOf({ type, answer }) {
  if (type.startsWith("text/html")) return answer.split(" ");
  const lines = answer.split(/\r\n|\r|\n/);
  if (/ndjson/.test(type)) return lines.flatMap(writeJson);
  return /json\b/.test(type) ? writeJson(answer) : lines;
}

function* answerDifferences(before, after) {
  const words = before.type.startsWith("text/html");
  const changes = changesOf(piecesOf(before), piecesOf(after), words ? FEW_WORDS : 1);
  const what = words ? "page" : `answer, ${before.type.split(";")[0] || "without type"}`;
  if (changes.length === 0) yield { what, old: "white space, or another way to write numbers", now: "" };
  for (const { old, now } of changes) {
    if (words || old.length !== now.length)
      yield { what, old: old.join(words ? " " : "\n"), now: now.join(words ? " " : "\n") };
    else for (const [index, piece] of old.entries()) yield { what, old: piece, now: now[index] };
  }
}

function* differences(before, after) {
  for (const what of ["status", "type"]) {
    if (before[what] !== after[what]) yield { what, old: String(before[what]), now: String(after[what]) };
  }
  for (const part of ["headers", "trailers"]) {
    for (const name of new Set([...Object.keys(before[part]), ...Object.keys(after[part])])) {
      const [old = "", now = ""] = [before[part][name], after[part][name]];
      if (old !== now) yield { what: `${part}, ${name}`, old, now };
    }
  }
  if (before.answer !== after.answer) yield* answerDifferences(before, after);
}

const shorten = (text, most = SHOWN_CHARACTERS) => (text.length > most ? `${text.slice(0, most)} …` : text);
const mark = (sign, text) =>
  text &&
  text
    .split("\n")
    .map((line) => `${sign} ${line}\n`)
    .join("");
const count = (number, noun) => `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

/**
 * Print what has changed between two recordings, the same change told once with how many requests have it.
 *
 * @param anyNumber whether changes that differ in their numbers alone are the same
 * @returns whether nothing has changed
 */
export function compare(beforeFile, afterFile, { most, anyNumber }) {
  const [before, after] = [readLines(beforeFile), readLines(afterFile)];
  const other = before.findIndex((line, index) => ASKED.some((part) => !isSame(line[part], after[index]?.[part])));
  if (other >= 0 || before.length !== after.length) {
    console.log(`The recordings are not of the same requests, from request ${other < 0 ? before.length : other} on.`);
    return false;
  }

  const groups = new Map();
  const kinds = new Map();
  for (const [index, line] of before.entries()) {
    const kind = kinds.get(line.kind) ?? { requests: 0, different: 0 };
    kinds.set(line.kind, kind);
    kind.requests++;
    const found = [...differences(line, after[index])];
    if (found.length > 0) kind.different++;
    for (const { what, old, now } of found) {
      const text = `${what}\n- ${old}\n+ ${now}`;
      const key = anyNumber && /^(page|answer)/.test(what) ? text.replace(/-?\d[\d.,]*(e[+-]?\d+)?/g, "#") : text;
      const group = groups.get(key) ?? { what, old, now, indices: new Set() };
      groups.set(key, group);
      group.indices.add(index);
    }
  }

  const sorted = [...groups.values()].sort((a, b) => b.indices.size - a.indices.size);
  for (const { what, old, now, indices } of sorted.slice(0, most)) {
    console.log(`${what}: ${count(indices.size, "request")}`);
    process.stdout.write(mark("-", shorten(old)) + mark("+", shorten(now)));
    for (const index of [...indices].slice(0, SHOWN_EXAMPLES)) {
      const { method, path, body } = before[index];
      console.log(`  ${index}: ${shorten(`${method} ${path} ${body}`.replace(/\s+/g, " ").trim(), SHOWN_OF_REQUEST)}`);
    }
    console.log();
  }
  if (sorted.length > most) console.log(`… and ${count(sorted.length - most, "change")} more; see --most\n`);
  for (const [kind, { requests, different }] of [...kinds].sort()) {
    console.log(`${kind}: ${requests - different} equal, ${different} different`);
  }
  const different = [...kinds.values()].reduce((sum, each) => sum + each.different, 0);
  console.log(`\n${count(before.length, "request")}: ${before.length - different} equal, ${different} different`);
  return different === 0;
}
