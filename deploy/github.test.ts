import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { makeProgram } from "../lib/cli/program";

interface Job {
  needs?: string;
  environment?: string;
  permissions?: object;
  steps: { run?: string; env?: Record<string, string> }[];
}

const folder = fileURLToPath(new URL("github/", import.meta.url));
const text = readFileSync(join(folder, "publish-model.yml"), "utf8");
const workflow = parse(text) as { permissions: object; jobs: Record<string, Job> };
const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

/** The commands of this system in the scripts, each with its options. */
const calls = scripts.flatMap((script) =>
  [...script.replaceAll("\\\n", " ").matchAll(/cli\.mjs (\w+)([^|\n]*)/g)].map(([, command, rest]) => ({
    command: command!,
    options: rest!.match(/--[\w-]+/g) ?? [],
  })),
);

test("the workflow calls commands that there are, with options that they have", () => {
  const program = makeProgram({ name: "glasshouse", serve: () => Promise.resolve() });
  expect(calls.map(({ command }) => command)).toEqual(["train", "publish", "promote"]);
  for (const { command, options } of calls) {
    const found = program.commands.find((each) => each.name() === command);
    const known = found?.options.map(({ long }) => long);
    expect(known, command).toEqual(expect.arrayContaining(options));
    const needed = found?.options.filter(({ mandatory }) => mandatory).map(({ long }) => long);
    expect(options, command).toEqual(expect.arrayContaining(needed!));
  }
});

test("the workflow promotes only in an environment that a person guards, and hands texts of others over by the environment", () => {
  const { challenger, promote } = workflow.jobs;
  expect(promote).toMatchObject({ needs: "challenger", environment: "production" });
  expect(challenger!.environment).toBeUndefined();
  expect(workflow.permissions).toEqual({ contents: "read" });
  // A message of a commit within a script would be run.
  for (const script of scripts) expect(script).not.toContain("${{");
});
