import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inputs } from "./build.mjs";
import { root, run } from "./project.mjs";

/** A production build for a path, for the tests, beside the one for the root of a host and without touching it. */
export const BASE_PATH = "/glasshouse";

/** Next builds in the folder of its sources and finds packages nowhere else, so there are a copy and links. */
const folder = join(root, ".next/cache/for-path");
export const standalone = join(folder, ".next/standalone");

/** The same files under another name: nothing is copied. */
function linkFiles(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else if (entry.isFile()) linkSync(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

/** Link the packages, unless the ones that are installed are linked already. */
function linkPackages() {
  const installed = readFileSync(join(root, "node_modules/.package-lock.json"), "utf8");
  const marker = join(folder, "installed.json");
  if (existsSync(marker) && readFileSync(marker, "utf8") === installed) return;
  rmSync(marker, { force: true });
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  linkFiles(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(marker, installed);
}

/** Build for the path, unless what the build reads is what the last one read; gives an exit code. */
export async function buildForPath() {
  linkPackages();
  for (const input of new Set([...inputs.map((path) => path.split("/")[0]), "model"])) {
    rmSync(join(folder, input), { recursive: true, force: true });
    if (existsSync(join(root, input))) cpSync(join(root, input), join(folder, input), { recursive: true });
  }
  const build = pathToFileURL(join(folder, "scripts/build.mjs")).href;
  const program = `process.exitCode = await (await import(${JSON.stringify(build)})).buildIfChanged()`;
  return run(process.execPath, ["--input-type=module", "--eval", program], { BASE_PATH });
}
