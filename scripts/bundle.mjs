import { join } from "node:path";
import { constants } from "./base-path.mjs";
import { root } from "./project.mjs";

const folder = join(root, "lib/cli");

/**
 * Bundle TypeScript for Node: one file for each entry, which needs no other.
 *
 * @param options esbuild's: https://esbuild.github.io/api/
 * @returns esbuild's account of what was read and written, by paths from the root
 */
export async function bundle(options) {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    metafile: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // libsql brings a binary, so it stays in node_modules; pg-native and Cloudflare's sockets are not used.
    external: ["next", "libsql", "pg-native", "cloudflare:sockets"],
    // Packages in CommonJS ask for Node's own modules with a require, which a module does not have.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    logLevel: "warning",
    ...options,
  });
  await esbuild.stop();
  return metafile;
}

/** Where the commands begin, what that imports with `import()`, the primary of several servers, and the threads of commands. */
const entries = ["main", "program", "explain", "primary"]
  .concat([
    "serve",
    "new",
    "train",
    "score",
    "export",
    "inspect",
    "import",
    "simulate",
    "publish",
    "retrain",
    "versions",
    "migrate",
    "verify",
    "erase",
    "backup",
    "receipt-key",
  ])
  .concat(["score-worker", "train-worker"]);

/**
 * What a file of lib/cli imports with `import()` is a bundle of its own beside it, so that a command loads nothing that
 * only others need. esbuild could let bundles share files, but reading thirty of them takes longer than reading one.
 */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[\w-]+$/ }, ({ kind, path, resolveDir }) =>
      kind === "dynamic-import" && resolveDir === folder ? { path: `${path}.mjs`, external: true } : undefined,
    );
  },
};

/** Bundle the commands into a folder; `main.mjs` is where they begin. */
export function bundleCommands(outdir) {
  const entryPoints = entries.map((name) => join(folder, `${name}.ts`));
  return bundle({ entryPoints, outdir, plugins: [apart], minify: true });
}

/** Bundle the thread that trains drafts, which the server starts from the file beside its own. */
export function bundleDraftThread(outdir) {
  const entryPoints = { "draft-thread": join(root, "lib/service/drafts/thread.ts") };
  return bundle({ entryPoints, outdir, minify: true });
}

/** Bundle the thread that draws the images beside links; the renderer comes with Next. */
export function bundleImageThread(outdir) {
  const entryPoints = { "image-thread": join(root, "components/share/thread.ts") };
  // A module finds no file of a package without its ending.
  return bundle({ entryPoints, outdir, minify: true, alias: { "next/og": "next/og.js" } });
}
