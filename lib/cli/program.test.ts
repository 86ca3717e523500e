import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dialectNames, formatNames } from "../export/export";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { setTypedCommand, withNpm } from "../registry/typed-command";
import { runCommand } from "../testing/command";
import { makeProgram } from "./program";

const commands = [
  "serve",
  "new",
  "train",
  "score",
  "export",
  "inspect",
  "import",
  "simulate",
  ...["publish", "retrain", "versions", "promote", "rollback", "approve"],
  "migrate",
  "verify",
  "erase",
  "backup",
];

describe("the command line", () => {
  test.each(commands)(
    "%s --help says how it is called, with an example and the exit codes, and runs nothing",
    (command) => {
      const { status, stdout, stderr } = runCommand([command, "--help"], {
        DATABASE_URL: "postgres://127.0.0.1:1/none",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const typed = command === "serve" ? "npm start" : `npm run ${command}`;
      expect(stdout).toContain(`Usage: ${typed} -- [options]`);
      expect(stdout).toMatch(new RegExp(`\nExample:\n  ${typed}(\n| -- \\S)`));
      expect(stdout).toMatch(/\nExit codes:\n {2}0 {2}\w[^]*\n {2}2 {2}the call has a problem[^]*\n {2}3 {2}\w/);
    },
  );

  test("--help lists the commands and what each exit code means", () => {
    const { status, stdout } = runCommand(["--help"]);
    expect(status).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
    expect(stdout.match(/^ {2}[0-3] {2}\w+/gm)).toEqual(["  0  done", "  1  the", "  2  the", "  3  the"]);
    expect(runCommand(["help", "score"]).stdout).toBe(runCommand(["score", "--help"]).stdout);
  });

  test("--help says what is checked before a version takes the place of a champion", () => {
    for (const command of ["publish", "promote"]) {
      const { stdout } = runCommand([command, "--help"]);
      expect(stdout).toMatch(/\n {2}golden rows {2}[^]*\n {2}accuracy {5}[^]*\n {2}coverage {5}[^]*\n {2}outcomes {5}/);
    }
  });

  test("makeProgram(start) shows what is typed where it is installed", () => {
    setTypedCommand((command) => `glasshouse ${command}`);
    const help = makeProgram({ name: "glasshouse", serve: () => Promise.resolve() });
    let shown = "";
    help.commands
      .find((command) => command.name() === "new")!
      .configureOutput({ writeOut: (text) => (shown += text) })
      .outputHelp();
    setTypedCommand(withNpm);
    expect(shown).toContain("Usage: glasshouse new [options] <table>");
    expect(shown).toContain("\n  glasshouse new housing.csv --target price");
  });

  test("--version is that of package.json", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(runCommand(["--version"])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });

  test("--help of score and export name what is left out, and every format and dialect", () => {
    const [ofScore, ofExport] = [runCommand(["score", "--help"]).stdout, runCommand(["export", "--help"]).stdout];
    for (const help of [ofScore, ofExport]) expect(help).toContain(`interval; ${DEFAULT_LEVEL} if left out`);
    for (const name of [...formatNames, ...dialectNames]) expect(ofExport).toMatch(new RegExp(`\\b${name}\\b`));
  });

  const models = "the models are house-price, house-price-hedonic, salary";
  test.each([
    [["migrat"], "unknown command 'migrat'\n(Did you mean migrate?)\n"],
    [["--versoin"], "unknown option '--versoin'\n(Did you mean --version?)\n"],
    [["serve", "--prot", "80"], "unknown option '--prot'\n(Did you mean --port?)\n"],
    [["train", "model/salary", "--hlep"], "unknown option '--hlep'\n(Did you mean --help?)\n"],
    [["simulate", "salary", "--drfit", "price:+1"], "unknown option '--drfit'\n(Did you mean --drift?)\n"],
    [["migrate", "now"], "too many arguments for 'migrate'. Expected 0 arguments but got 1.\n"],
    [["verify"], "missing required argument 'receipt'\n"],
    [["score", "house-prise"], `there is no model house-prise; ${models}\n(Did you mean house-price?)\n`],
    [["export", "slary", "--format", "json"], `there is no model slary; ${models}\n(Did you mean salary?)\n`],
    [["simulate", "house-price-hedonics"], `there is no model house-price-hedonics; ${models}\n(Did you mean house-`],
    [["simulate", "wages"], `there is no model wages; ${models}\n`],
  ])("%j leaves with 2 and says what was probably meant", (args, message) => {
    const { status, stdout, stderr } = runCommand(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(message), stderr).toBe(true);
  });
});
