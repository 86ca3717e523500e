import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/**
 * `npm run <command> -- …`: the commands of lib/cli, from their sources. They are bundled once, and again when
 * a file of theirs has changed, since reading hundreds of files of TypeScript takes longer than scoring a hundred
 * thousand rows.
 */
const cache = join(root, ".next/cache/cli");
const manifest = join(cache, "manifest.json");
/** What is installed: npm writes it anew with every change, so no file of a package need be looked at. */
const installed = "node_modules/.package-lock.json";
const DAY_MILLISECONDS = 86_400_000;

/** When a file was last written, by its path from the root. */
const stampOf = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;

/** The folder of the last bundle, unless something has changed since. */
function freshFolder() {
  if (!existsSync(manifest)) return undefined;
  const { version, name, files } = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = join(cache, name);
  const same = version === process.version && Object.entries(files).every(([path, stamp]) => stampOf(path) === stamp);
  return same && existsSync(join(folder, "main.mjs")) ? folder : undefined;
}

/** Bundle into a folder of its own: several runs may do so at once, and an earlier one may still read its files. */
async function bundleAnew() {
  const { bundleCommands } = await import("./bundle.mjs");
  const name = `${Date.now()}-${process.pid}`;
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  const { inputs } = await bundleCommands(folder);
  const sources = Object.keys(inputs).filter((path) => !path.startsWith("node_modules/"));
  const files = ["scripts/cli.mjs", "scripts/bundle.mjs", installed, ...sources].map((path) => [path, stampOf(path)]);
  const temporary = `${manifest}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify({ version: process.version, name, files: Object.fromEntries(files) }));
  renameSync(temporary, manifest);
  for (const path of readdirSync(cache).map((other) => join(cache, other))) {
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - written > DAY_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
  return folder;
}

/** Serve the production build, made anew where its sources have changed. */
async function serve() {
  const { buildIfChanged, server } = await import("./build.mjs");
  const code = await buildIfChanged();
  if (code !== 0) process.exit(code);
  await import(pathToFileURL(server).href);
}

const { main } = await import(pathToFileURL(join(freshFolder() ?? (await bundleAnew()), "main.mjs")).href);
await main(process.argv.slice(2), { name: "node scripts/cli.mjs", npm: true, serve });
