import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { server } from "./build.mjs";
import { freePort } from "./project.mjs";

/** Start the production build on a free port of this machine, and wait until it answers. */
export async function serve() {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [server], {
    cwd: dirname(server),
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port) },
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
