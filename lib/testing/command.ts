import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("../..", import.meta.url));
const parametersOf = (args: string[]) => ["scripts/cli.mjs", ...args];

/** Run a command line as `npm run` does, to its end. */
export function runCommand(args: string[], settings: Record<string, string> = {}, input = "") {
  const env = { ...process.env, ...settings };
  const options = { cwd, env, input, encoding: "utf8", timeout: 25_000, maxBuffer: 2 ** 26 } as const;
  return spawnSync(process.execPath, parametersOf(args), options);
}

/** Start a command line as `npm run` does. */
export function startCommand(args: string[], settings: Record<string, string> = {}) {
  return spawn(process.execPath, parametersOf(args), { cwd, env: { ...process.env, ...settings } });
}
