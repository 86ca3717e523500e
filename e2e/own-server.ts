import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test as base } from "@playwright/test";

/** The folder of the production build. */
export const standalone = ".next/standalone";

/**
 * Start the built server, in a folder and with settings and parameters; every line it writes is kept. The build is in
 * that folder, unless another is named.
 */
export function startServer(settings: Record<string, string>, cwd = standalone, args: string[] = [], build = ".") {
  const env = { ...process.env, MODEL_DIR: "", HOST: "127.0.0.1", DRAIN_SECONDS: "0", ...settings };
  const server = spawn(process.execPath, [join(build, "glasshouse.mjs"), ...args], { cwd, env });
  const output = Promise.all([text(server.stdout), text(server.stderr)]);
  const stopped = once(server, "exit").then(async ([code]) => ({ code, output: (await output).join("") }));
  const address = new Promise<string>((resolve) =>
    server.stdout.on("data", (line) => {
      const [found] = /http:\S+/.exec(String(line)) ?? [];
      if (found) resolve(found.replace("localhost", "127.0.0.1"));
    }),
  );
  return { server, stopped, address };
}

/** Tests that start servers of their own, which end with the test. */
export const test = base.extend<{ start: typeof startServer }>({
  start: async ({}, provide) => {
    const started: ReturnType<typeof startServer>[] = [];
    await provide((...how) => {
      const own = startServer(...how);
      started.push(own);
      return own;
    });
    for (const { server } of started) server.kill("SIGKILL");
  },
});
