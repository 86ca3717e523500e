import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { basePath } from "./base-path.mjs";
import { bundle, bundleCommands, bundleDraftThread, bundleImageThread } from "./bundle.mjs";
import { root, run } from "./project.mjs";

/**
 * The production build: `.next/standalone`, complete in itself. It needs Node and nothing beside it, and holds both
 * doors: `glasshouse.mjs`, which serves by server.ts and runs every command, and `server.js`, which is Next alone.
 */
const standalone = join(root, ".next/standalone");
export const server = join(standalone, "glasshouse.mjs");

const stamp = join(root, ".next/glasshouse-build");
export const inputs = [
  "app",
  "components",
  "instrumentation-client.ts",
  "lib",
  "public",
  "scripts/base-path.mjs",
  "scripts/build.mjs",
  "scripts/bundle.mjs",
  "scripts/glasshouse.mjs",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.js",
  "proxy.ts",
  "server.ts",
  "tsconfig.json",
];

/** The build reads no tests. */
const isRead = (path) => !/\.test\.tsx?$/.test(path);

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return isRead(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A hash of everything the build reads. */
function hashInputs() {
  const hash = createHash("sha256").update(`${process.version} ${basePath}`);
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
  await bundleDraftThread(folder);
  await bundleImageThread(folder);
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
  // Vercel, where next.config.js wants no standalone folder, makes its functions of Next's own build.
  if (code !== 0 || !existsSync(standalone)) return code;
  await bundleAll();
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  copyModels();
  writeFileSync(stamp, hash);
  return 0;
}

/** Whether a path is a folder of models or one of a model's two files; a link that leads nowhere is neither. */
function isOfModel(path) {
  const name = basename(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return !name.startsWith(".");
  return existsSync(path) && /^(model|artifact)\.json$/.test(name);
}

/**
 * Copy the models as they are now into the standalone folder, where `server.js` looks for them. They are no part of the
 * build, so this is done whether it was needed or not; a server that runs finds the old copy or the new one.
 */
function copyModels() {
  const models = join(standalone, "model");
  const [fresh, old] = [`${models}.${process.pid}.new`, `${models}.${process.pid}.old`];
  cpSync(join(root, "model"), fresh, {
    recursive: true,
    dereference: true,
    filter: isOfModel,
  });
  if (existsSync(models)) renameSync(models, old);
  renameSync(fresh, models);
  rmSync(old, { recursive: true, force: true });
}

/** Build unless what the build reads is what the last one read; gives an exit code. */
export async function buildIfChanged() {
  if (!existsSync(stamp) || !existsSync(server) || readFileSync(stamp, "utf8") !== hashInputs()) return build();
  copyModels();
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build();
