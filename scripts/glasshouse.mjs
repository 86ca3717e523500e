import cluster from "node:cluster";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "./glasshouse/main.mjs";

/**
 * What a deployment runs: `node glasshouse.mjs` serves, `node glasshouse.mjs migrate` and the others do what they do in
 * development. The build copies this file; its bundles are in the folder beside it.
 */
if (!process.env.MODEL_DIR && !existsSync("model")) {
  // Started from elsewhere, as by cron or pm2: the models are beside this file.
  process.env.MODEL_DIR = join(import.meta.dirname, "model");
}

const serveHere = () => import("./glasshouse/server.mjs");

/** One process serves by itself; several are started by a primary process, which loads neither models nor pages. */
async function serve() {
  if (cluster.isWorker || ["", "1", undefined].includes(process.env.WEB_CONCURRENCY)) return serveHere();
  const { runPrimary } = await import("./glasshouse/primary.mjs");
  return runPrimary(fileURLToPath(import.meta.url), serveHere);
}

/** `npm start` of a checkout comes here by way of scripts/start.mjs. */
const npm = basename(process.argv[1] ?? "") === "start.mjs";

await main(process.argv.slice(2), { name: "node glasshouse.mjs", npm, serve });
