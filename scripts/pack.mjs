import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { npm, root } from "./project.mjs";

/**
 * `npm run pack`: one file that installs anywhere with Node, `glasshouse-<version>.tgz`. It holds the build without
 * packages and models; the packages that hold a binary for one platform, or that Next finds at run time, are its
 * dependencies, in the versions that it was built with.
 */
const standalone = join(root, ".next/standalone");
export const folder = join(root, ".next/package");
const dependencies = ["libsql", "next", "pg", "pino", "react", "react-dom"];
const parts = [".next", "glasshouse", "public"];

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** The manifest of the package: what a person who installs it needs, and nothing of development. */
function makeManifest() {
  const { name, version, description, license, type, engines } = readJson("package.json");
  const locked = readJson("package-lock.json").packages;
  const versions = dependencies.map((name) => [name, locked[`node_modules/${name}`].version]);
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin: { glasshouse: "glasshouse.mjs" },
    files: [...parts, "glasshouse.mjs"],
    dependencies: Object.fromEntries(versions),
  };
}

/** Maps and lists of files serve development, and npm packs no links to packages. */
const isOfPackage = (path) => !/\.(map|nft\.json)$|(^|[\\/])node_modules([\\/]|$)/.test(relative(standalone, path));

/**
 * Next names packages that it does not bundle by a link, as in `libsql-ed63c3166a52376f`, and writes down where it was
 * built. The package has neither link nor that folder.
 */
function freeOfPlace(text) {
  const link = new RegExp(`(["'\`/])(${dependencies.join("|")})-[0-9a-f]{16}(?=["'\`/])`, "g");
  const place = JSON.stringify(root.replace(/[\\/]$/, "")).slice(1, -1);
  return text.replace(link, "$1$2").replaceAll(place, ".");
}

/** Write the package as a folder. */
export function layOut() {
  rmSync(folder, { recursive: true, force: true });
  for (const part of parts) {
    cpSync(join(standalone, part), join(folder, part), { recursive: true, filter: isOfPackage });
  }
  for (const name of readdirSync(join(folder, ".next"), { recursive: true })) {
    if (!/\.(js|json)$/.test(name) || name.startsWith("static")) continue;
    const path = join(folder, ".next", name);
    const text = readFileSync(path, "utf8");
    const free = freeOfPlace(text);
    if (free !== text) writeFileSync(path, free);
  }
  const command = readFileSync(join(root, "scripts/glasshouse.mjs"), "utf8");
  const named = command.replace('name: "node glasshouse.mjs"', 'name: "glasshouse"');
  writeFileSync(join(folder, "glasshouse.mjs"), `#!/usr/bin/env node\n${named}`, { mode: 0o755 });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(makeManifest(), null, 2)}\n`);
  for (const name of ["LICENSE", "README.md"]) cpSync(join(root, name), join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await buildIfChanged();
  if (process.exitCode === 0) {
    layOut();
    process.exitCode = await npm(["pack", folder, "--pack-destination", root]);
  }
}
