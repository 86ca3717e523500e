import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

/** What Glasshouse has of its own under a first part of an address: a page, a route, a file or the scripts of pages. */
const isTaken = (part) => part === "_next" || ["app", "public"].some((folder) => existsSync(join(root, folder, part)));

/**
 * The path under which everything is to be, from `BASE_PATH`; "" where that is not set or empty.
 *
 * @throws an error with what to do, in one line
 */
export function readBasePath(value = "") {
  const parts = value.split("/").slice(1);
  const isPath = /^(\/[\w.~-]+)+$/.test(value) && !parts.some((part) => /^\.{1,2}$/.test(part));
  if (value !== "" && !isPath) {
    throw new Error(
      "BASE_PATH must be a path such as /glasshouse: begin it with /, end it without, and use letters, digits, - . _ ~ in between",
    );
  }
  if (value !== "" && isTaken(parts[0])) {
    throw new Error(`BASE_PATH must not begin with /${parts[0]}, which is an address of Glasshouse's own: set another`);
  }
  return value;
}

function readOrExit() {
  try {
    return readBasePath(process.env.BASE_PATH);
  } catch ({ message }) {
    console.error(message);
    process.exit(2);
  }
}

/** The path of this build. It is fixed in what the build makes: Next writes it into pages and scripts. */
export const basePath = readOrExit();

/** What lib/base-path.ts has in its place, for whatever puts code together. */
export const constants = { GLASSHOUSE_BASE_PATH: basePath };
