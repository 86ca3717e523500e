import { Command } from "commander";
import type { Question } from "../export/export";
import { RELEASE } from "../service/release";
import { typedAlone, typedCommand } from "../registry/typed-command";
import { exitCodes, type Meanings } from "./exit-codes";
import type { ImportOptions } from "./import";
import type { NewOptions } from "./new";
import { addServerCommands } from "./server-commands";
import type { Start } from "./start";
import type { ScoreOptions } from "./score";
import type { SimulateOptions } from "./simulate";

/** What they mean unless a command says it more exactly. */
const MEANINGS: Meanings = {
  done: "done",
  data: "the data has a problem: a table, a description, an artifact or a receipt",
  call: "the call has a problem: a command, an option, a model, a file or a setting",
  service: "the service has a problem: the database or the server is away or refuses",
};

function describeExitCodes(own: Partial<Meanings> = {}): string {
  const meanings = { ...MEANINGS, ...own };
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  const lines = names.flatMap((name) => (meanings[name] ? [`  ${exitCodes[name]}  ${meanings[name]}`] : []));
  return `\nExit codes:\n${lines.join("\n")}`;
}

/** The command line. Each command imports what it does when it runs, so none loads what another needs. */
export function makeProgram({ name, serve }: Start): Command {
  const usageOf = (command: Command) => `${typedCommand(command.name())} ${command.usage()}`.trimEnd();
  const program = new Command(name)
    .description("Deploy a regression model that people can see through. Without a command: serve.")
    .version(RELEASE, "-V, --version", "show the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", `${describeExitCodes()}\n\n${typedCommand("<command>")} --help shows an example.`)
    // Commands that are added below inherit these.
    .exitOverride()
    .configureHelp({ commandUsage: (command) => (command.parent ? usageOf(command) : `${name} ${command.usage()}`) })
    .showHelpAfterError("(--help shows what is allowed)")
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "")) });

  const add = (command: string, description: string, example: string, meanings?: Partial<Meanings>) =>
    program
      .command(command)
      .description(description)
      .addHelpText(
        "after",
        `\nExample:\n  ${example === "" ? typedAlone(command) : `${typedCommand(command)} ${example}`}`,
      )
      .addHelpText("after", describeExitCodes(meanings));

  add(
    "serve",
    "Serve pages and API. Settings are environment variables; README.md lists them.",
    "./model --port 8080",
    {
      done: "stopped, with every request answered",
      data: undefined,
      service: "the server cannot listen, or had to leave requests unanswered",
    },
  )
    .argument("[folder]", "the folder with a folder for each model, in place of MODEL_DIR")
    .option("--host <address>", "the address to listen on, in place of HOST")
    .option("--port <number>", "the port to listen on, in place of PORT; 0 takes a free one")
    .action(async (folder: string | undefined, options: { host?: string; port?: string }) =>
      (await import("./serve")).serveAt({ folder, ...options }, serve),
    );

  add(
    "new",
    "Make a model from a CSV table: guess its description, write table and description into a folder of MODEL_DIR, train it, and say what to check.",
    "housing.csv --target price",
  )
    .argument("<table>", "a CSV table with a header and a row for each example")
    .requiredOption("--target <column>", "the column to estimate, as the table has it")
    .option("--id <id>", "the model's name in addresses and of its folder; the file's name if left out")
    .option("--language <language>", "the language of labels and sentences: en or de; en if left out")
    .option("--force", "replace a folder that is there already")
    .action(async (table: string, options: NewOptions) => (await import("./new")).newModel(table, options));

  add("train", "Fit the model that model.json describes, and write artifact.json beside it.", "model/house-price")
    .argument("<folder>", "the model's folder, with model.json and the table that it names")
    .action(async (folder: string) => (await import("./train")).trainFolder(folder));

  add(
    "score",
    "Give a CSV table back with the estimate, range and error of each row.",
    "house-price --in houses.csv --out scored.csv --level 0.9",
    { done: "every row has an estimate", data: "some rows have no estimate, or the table cannot be read" },
  )
    .argument("<model>", "the id of a published model, or a folder with model.json and artifact.json")
    .option("--in <file>", "a CSV table with a column for each input; standard input if left out")
    .option("--out <file>", "where to write the table with the answers; standard output if left out")
    .option("--level <probability>", "the probability of the interval; 0.8 if left out")
    .option("--decimal <mark>", "the mark before decimals, . or , where the table leaves it open")
    .option("--brief", "add estimate, low and high alone, without warnings and errors")
    .option("--receipts", "add a column with the receipt of each estimate, by which its outcome can be reported")
    .action(async (model: string, options: ScoreOptions) => (await import("./score")).score(model, options));

  add(
    "export",
    "Print a model as SQL, TypeScript, Python or JSON.",
    "house-price --format sql --dialect postgres --table houses",
  )
    .argument("<model>", "the id of a published model")
    .option("--format <format>", "sql, typescript, python or json")
    .option("--dialect <dialect>", "of SQL: postgres, sqlite, duckdb, bigquery, snowflake or spark")
    .option("--table <name>", "of SQL: the table with a column for each input")
    .option("--level <probability>", "the probability of the interval; 0.8 if left out")
    .action(async (model: string, question: Question) => (await import("./export")).printExport(model, question));

  add(
    "inspect",
    "Say what a fitted model contains: of scikit-learn or statsmodels, in ONNX or PMML, or coefficients. Nothing in it is run or kept.",
    "model.pkl scaler.pkl columns.json",
    { done: "it is a linear model that can be read", data: "it is no such model, or the file is damaged" },
  )
    .argument("<files...>", "the file of the model, with those of a scaler and of names of columns; or their folder")
    .action(async (files: string[]) => (await import("./inspect")).inspectFiles(files));

  add(
    "import",
    "Publish a model that was fitted elsewhere, from its files, into MODEL_DIR. Nothing in them is run.",
    "model.pkl scaler.pkl --id cars --target price --names age,km,power --golden printed.csv --table new-rows.csv",
    { done: "it is published", data: "a file, a golden row or the table has a problem; nothing was written" },
  )
    .argument("<files...>", "the file of the model, with those of a scaler and of names of columns; or their folder")
    .requiredOption("--id <id>", "the model's name in addresses and of its folder")
    .requiredOption("--target <name>", 'what is estimated, as in price or "price (USD)"')
    .option(
      "--names <names>",
      "the inputs in the order of the training table, separated by commas, where the file has none",
    )
    .option(
      "--one-hot <columns>",
      "inputs of 0 and 1 that were one category, as location=4-243 or fuel=fuel_; can be repeated",
      append,
    )
    .option("--golden <file>", "a CSV table of inputs with the answers that a notebook printed: they must agree")
    .option(
      "--table <file>",
      "a CSV table of rows that the fit has not seen, for ranges; or the one that it was fitted to",
    )
    .option("--positive", "the target is always above 0")
    .option("--language <language>", "the language of labels and sentences: en or de; en if left out")
    .option("--force", "replace a folder that is there already")
    .action(async (files: string[], options: ImportOptions) => (await import("./import")).importModel(files, options));

  add(
    "simulate",
    "Send a running server the predictions and outcomes of many days. The server needs SIMULATION=1.",
    "house-price --days 90 --drift area:+20% --from 60",
    { service: "the server does not answer, or refuses" },
  )
    .argument("<model>", "the id of a published model")
    .option("--days <number>", "how many days", "90")
    .option("--rows <number>", "predictions a day", "20")
    .option("--drift <change>", "an input or the target and how it changes, such as area:+20%; can be repeated", append)
    .option("--from <day>", "the day from which it has changed", "1")
    .option("--url <address>", "the address of the server", "http://localhost:3000")
    .option("--seed <number>", "the same seed gives the same rows", "1")
    .option("--key <key>", "an API key, where the server wants one")
    .action(async (model: string, options: SimulateOptions) =>
      (await import("./simulate")).simulateTraffic(model, options),
    );

  addServerCommands(add);

  add("migrate", "Bring the tables of the store up to date, as the first request to a new release would.", "", {
    data: undefined,
  }).action(async () => (await import("./migrate")).migrate());

  add(
    "verify",
    "Say whether a receipt is of this service and its estimate can be recomputed.",
    "eyJhbGciOiJIUzI1NiIs…",
    {
      done: "the receipt is genuine",
      data: "the receipt is not genuine",
      service: "it cannot be known: another version of the model is published here, or the store is away",
    },
  )
    .argument("<receipt>", "the receipt that came with an estimate")
    .action(async (receipt: string) => (await import("./verify")).verify(receipt));

  add("erase", "Erase an estimate and all that was reported about it.", "eyJhbGciOiJIUzI1NiIs…", {
    data: "the receipt is not genuine",
  })
    .argument("<receipt>", "the receipt that came with the estimate")
    .action(async (receipt: string) => (await import("./erase")).eraseByReceipt(receipt));

  add(
    "backup",
    "Copy the file of the store, whole and at one moment, while a server may write to it.",
    "glasshouse.db",
    {
      data: undefined,
    },
  )
    .argument("<file>", "a new file")
    .action(async (file: string) => (await import("./backup")).backup(file));

  return program;
}

function append(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
