import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundleCommands } from "./bundle.mjs";
import { root, run } from "./project.mjs";

/**
 * The production build: `.next/standalone`, complete in itself. It needs Node and nothing beside it, and holds both
 * doors: `glasshouse.mjs`, which serves by server.ts and runs every command, and `server.js`, which is Next alone.
 */
const standalone = join(root, ".next/standalone");
export const server = join(standalone, "glasshouse.mjs");

const stamp = join(root, ".next/glasshouse-build");
const inputs = [
  "app",
  "components",
  "lib",
  "model",
  "public",
  "scripts/build.mjs",
  "scripts/bundle.mjs",
  "scripts/glasshouse.mjs",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.js",
  "server.ts",
  "tsconfig.json",
];

/** The build reads neither tests nor the tables that models were trained on. */
const isRead = (path) => !/\.test\.tsx?$|\.csv$/.test(path);

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return isRead(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A hash of everything the build reads. */
function hashInputs() {
  const hash = createHash("sha256").update(process.version);
  for (const path of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    const content = readFileSync(path);
    hash.update(`\n${relative(root, path)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** The server and the commands. The server is not minified: its stacks are for reading. */
async function bundleAll() {
  const folder = join(standalone, "glasshouse");
  await bundle({ entryPoints: [join(root, "server.ts")], outdir: folder });
  await bundleCommands(folder);
  cpSync(join(root, "scripts/glasshouse.mjs"), server);
}

/** Build, whether it is needed or not; gives an exit code. */
export async function build() {
  const hash = hashInputs();
  rmSync(stamp, { force: true });
  rmSync(standalone, { recursive: true, force: true });
  const next = join(root, "node_modules/next/dist/bin/next");
  const code = await run(process.execPath, [next, "build"]);
  if (code !== 0) return code;
  await bundleAll();
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  cpSync(join(root, "model"), join(standalone, "model"), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || /^(model|artifact)\.json$/.test(basename(path)),
  });
  writeFileSync(stamp, hash);
  return 0;
}

/** Build unless what the build reads is what the last one read; gives an exit code. */
export async function buildIfChanged() {
  if (existsSync(stamp) && existsSync(server) && readFileSync(stamp, "utf8") === hashInputs()) return 0;
  return build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build();
