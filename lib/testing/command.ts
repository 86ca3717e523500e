import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("../..", import.meta.url));
const parametersOf = (args: string[]) => ["scripts/cli.mjs", ...args];

/** Run a command line as `npm run` does, to its end. */
export function runCommand(args: string[], settings: Record<string, string> = {}) {
  const env = { ...process.env, ...settings };
  return spawnSync(process.execPath, parametersOf(args), { cwd, env, encoding: "utf8", timeout: 25_000 });
}

/** Start a command line as `npm run` does. */
export function startCommand(args: string[], settings: Record<string, string> = {}) {
  return spawn(process.execPath, parametersOf(args), { cwd, env: { ...process.env, ...settings } });
}
