import { main } from "./lib/cli/main";

/**
 * What a deployment runs: `node glasshouse.mjs` serves, and `node glasshouse.mjs migrate` and the others do what they
 * do in lib/cli. Here, since the server stands above the commands and is not theirs to import.
 */
await main(process.argv.slice(2), { name: "node glasshouse.mjs", serve: () => import("./server") });
