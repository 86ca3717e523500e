import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/**
 * `node scripts/cli.mjs <command> …`: run a command of lib/cli. What it is made of is bundled once and again when a
 * file of it has changed, since reading hundreds of files of TypeScript takes longer than scoring a hundred thousand rows.
 */
const folder = join(root, ".next/cache/cli");
const manifest = join(folder, "inputs.json");
const entries = ["score", "score-worker"];

/** When each file was last written, by its path from the root. */
const stampOf = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;

function isFresh() {
  if (!existsSync(manifest)) return false;
  const { version, files } = JSON.parse(readFileSync(manifest, "utf8"));
  return version === process.version && Object.entries(files).every(([path, stamp]) => stampOf(path) === stamp);
}

/** Bundle into a folder of our own, then put the files in place: several runs may do so at once. */
async function bundle() {
  const esbuild = await import("esbuild");
  const outdir = join(folder, String(process.pid));
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => `lib/cli/${entry}.ts`),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    metafile: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // Packages in CommonJS ask for Node's own modules with a require, which a module does not have.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  await esbuild.stop();
  for (const path of Object.keys(metafile.outputs)) renameSync(join(root, path), join(folder, basename(path)));
  rmSync(outdir, { recursive: true, force: true });
  const files = Object.fromEntries(
    ["scripts/cli.mjs", ...Object.keys(metafile.inputs)].map((path) => [path, stampOf(path)]),
  );
  const temporary = `${manifest}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify({ version: process.version, files }));
  renameSync(temporary, manifest);
}

const [command] = process.argv.splice(2, 1);
if (!isFresh()) {
  mkdirSync(folder, { recursive: true });
  await bundle();
}
await import(pathToFileURL(join(folder, `${command}.mjs`)).href);
