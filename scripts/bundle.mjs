import { root } from "./project.mjs";

/**
 * Bundle TypeScript into modules for Node, which share what they have in common and read what they import with
 * `import()` when they need it.
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
    splitting: true,
    metafile: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // libsql brings a binary, so it stays in node_modules; pg-native and Cloudflare's sockets are not used.
    external: ["next", "libsql", "pg-native", "cloudflare:sockets"],
    // Packages in CommonJS ask for Node's own modules with a require, which a module does not have.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "warning",
    ...options,
  });
  await esbuild.stop();
  return metafile;
}
