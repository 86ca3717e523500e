import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/**
 * What platforms run in a checkout: `node scripts/start.mjs` serves the build, `node scripts/start.mjs migrate` and the
 * others run its commands. Where a platform has not built, the build is made first, if its tools are there.
 */
const server = join(root, ".next/standalone/glasshouse.mjs");

if (!existsSync(server)) {
  if (!existsSync(join(root, "node_modules/esbuild"))) {
    console.error("there is no build: run npm ci --include=dev && npm run build");
    process.exit(2);
  }
  console.log("There is no build: building, which takes a minute or two …");
  const { build } = await import("./build.mjs");
  const code = await build();
  if (code !== 0) process.exit(code);
}
await import(pathToFileURL(server).href);
