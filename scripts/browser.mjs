import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { npm, run } from "./project.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Some systems keep a stub under a browser's name that only says how to install it, so each is asked its version. */
function starts(path) {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium that the system has, if it has one. */
export function findSystemBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(starts);
}

async function hasPlaywrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

/** How to install Debian packages without being asked for a password, if there is a way. */
function aptGet() {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return ["sudo", "-n", "apt-get"];
  } catch {
    return undefined;
  }
}

async function installSystemBrowser() {
  const [command, ...options] = aptGet() ?? [];
  if (!command) return false;
  await run(command, [...options, "update", "-qq"]);
  await run(command, [...options, "install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  return findSystemBrowser() !== undefined;
}

/** Make sure that there is a browser to test with: the system's, else Debian's package, else Playwright's own. */
export async function installBrowser() {
  if (findSystemBrowser() || (await hasPlaywrightBrowser())) return 0;
  console.log("Installing a browser …");
  if (await installSystemBrowser()) return 0;
  const system = aptGet() ? ["--with-deps"] : [];
  return npm(["exec", "--", "playwright", "install", ...system, "chromium"]);
}
