import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What quickstart, test and build share. Plain Node: this runs before anything is installed. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const windows = process.platform === "win32";

/** Run a command in the project, its output going where ours goes; gives its exit code. */
export function run(command, options, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, options, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

/** Run npm: the one that runs us where there is one, which also spares Windows its npm.cmd. */
export function npm(options, env) {
  const own = process.env.npm_execpath;
  if (own) return run(process.execPath, [own, ...options], env);
  return windows ? run("cmd.exe", ["/c", "npm", ...options], env) : run("npm", options, env);
}

/** A port of this machine that nothing listens on. */
export function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined);

/** Whether node_modules holds what the lock file asks for; a package for another platform may be missing. */
function isInstalled() {
  const wanted = readJson(join(root, "package-lock.json")).packages;
  const present = readJson(join(root, "node_modules/.package-lock.json"))?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "" || (optional && !present[path])) return true;
    return present[path]?.version === version;
  });
}

/** Install what is locked, the tools of development included, unless it is there already. */
export async function install() {
  if (isInstalled()) return;
  console.log("Installing the dependencies …");
  if ((await npm(["ci", "--include=dev", "--no-audit", "--no-fund"])) !== 0) process.exit(1);
}
