import { main } from "./glasshouse/main.mjs";

/**
 * What a deployment runs: `node glasshouse.mjs` serves, `node glasshouse.mjs migrate` and the others do what they do in
 * development. The build copies this file; its bundles are in the folder beside it.
 */
await main(process.argv.slice(2), { name: "node glasshouse.mjs", serve: () => import("./glasshouse/server.mjs") });
