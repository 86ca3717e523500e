import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { importReference } from "../lib/import/reference";
import { specJsonSchema, specReference } from "../lib/model/spec-reference";

/** `npm run reference`: writes what follows from the schema of `model.json` and the tables of `lib/import`. A test holds that it was run. */
const root = fileURLToPath(new URL("..", import.meta.url));

/** The files and what they hold. */
export async function referenceFiles(): Promise<Record<string, string>> {
  const pretty = (text: string, parser: string) => format(text, { parser, printWidth: 120 });
  return {
    "docs/import.md": await pretty(importReference(), "markdown"),
    "docs/model.md": await pretty(specReference(), "markdown"),
    "public/model.schema.json": await pretty(JSON.stringify(specJsonSchema()), "json"),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await referenceFiles())) writeFileSync(`${root}/${path}`, text);
}
