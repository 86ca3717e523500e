import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { server } from "./build.mjs";
import { freePort } from "./project.mjs";

/**
 * Start the production build on a free port of this machine, and wait until it answers.
 *
 * @param file the server, of this checkout unless another is given
 */
export async function serve({ file = server, env = process.env } = {}) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [file], {
    cwd: dirname(file),
    env: { ...env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!(await fetch(address).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`the server stopped with exit code ${child.exitCode}`);
    await pause(100);
  }
  const stop = async () => {
    if (child.kill()) await once(child, "exit");
  };
  return { address, stop };
}
