import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { EXCEPTIONS, type Exception } from "./words/exceptions";
import { findIn, type Finding } from "./words/find";
import { root } from "./project.mjs";
import { proseOf, textsOf, type Text } from "./words/texts";

/**
 * `npm run words`: what is wrong with the words of every page, message and document, and which exceptions there are with
 * their reasons. It exits with 1 where something is wrong, or where an exception is no longer needed.
 */

const SOURCES = ["app", "components", "lib", "proxy.ts", "server.ts"];
const DOCUMENTS = ["README.md", "SECURITY.md", "deploy/README.md", "docs"];

function filesUnder(path: string, wanted: RegExp): string[] {
  if (wanted.test(path)) return [path];
  const full = join(root, path);
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => wanted.test(name) && !/\.test\.tsx?$|^lib\/testing\//.test(name))
    .sort();
}

/** The texts of the descriptions of the models that come along. */
function textsOfModel(path: string): Text[] {
  const found: Text[] = [];
  const visit = (value: unknown, language: "en" | "de"): void => {
    if (typeof value === "string") found.push({ path, line: 1, text: value, language, as: "value" });
    else if (value !== null && typeof value === "object") {
      for (const [key, entry] of Object.entries(value)) visit(entry, key === "de" ? "de" : language);
    }
  };
  const { card, summary, title, question, inputs, target, translations } = JSON.parse(
    readFileSync(join(root, path), "utf8"),
  );
  visit({ card: { ...card, source: "" }, summary, title, question, inputs, target, translations }, "en");
  return found;
}

const read = (path: string) => readFileSync(join(root, path), "utf8");
const texts = [
  ...SOURCES.flatMap((source) => filesUnder(source, /\.tsx?$/)).flatMap((path) => textsOf(path, read(path))),
  ...DOCUMENTS.flatMap((page) => filesUnder(page, /\.md$/)).flatMap((path) => proseOf(path, read(path))),
  ...filesUnder("model", /\/model\.json$/).flatMap(textsOfModel),
];

const used = new Set<Exception>();
function exceptionOf({ path, kind, text }: Finding): Exception | undefined {
  const found = EXCEPTIONS.find(
    (one) =>
      one.kind === kind &&
      (one.path.endsWith("/") ? path.startsWith(one.path) : path === one.path) &&
      (one.text === undefined || text.includes(one.text)),
  );
  if (found) used.add(found);
  return found;
}

const wrong = texts.flatMap(findIn).filter((finding) => !exceptionOf(finding));
for (const { path, line, what, text } of wrong) {
  console.log(`${path}:${line}: ${what}\n    ${text.length > 160 ? `${text.slice(0, 160)}…` : text}`);
}
const idle = EXCEPTIONS.filter((one) => !used.has(one));
for (const { path, kind, text = "every text" } of idle)
  console.log(`${path}: no exception for ${kind} is needed: ${text}`);
if (used.size > 0) console.log("\nExceptions:");
for (const { path, kind, text = "every text", why } of used) console.log(`  ${path}, ${kind}, ${text}: ${why}`);
console.log(
  `\n${texts.length} texts; ${wrong.length} to mend, ${used.size} exceptions, ${idle.length} of them not needed`,
);
process.exitCode = wrong.length + idle.length > 0 ? 1 : 0;
