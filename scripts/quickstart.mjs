import { pathToFileURL } from "node:url";
import { buildIfChanged, server } from "./build.mjs";
import { install } from "./project.mjs";

/** From a fresh clone to a running Glasshouse: install, build, serve. What is done already is not done again. */
await install();
const code = await buildIfChanged();
if (code !== 0) process.exit(code);
await import(pathToFileURL(server).href);
