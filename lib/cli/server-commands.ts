import type { Command } from "commander";
import type { Meanings } from "./exit-codes";
import type { PublishOptions } from "./publish";
import type { RetrainOptions } from "./retrain";
import type { approve, DecisionOptions, promote, ServerOptions } from "./versions";

type Add = (command: string, description: string, example: string, meanings?: Partial<Meanings>) => Command;

const MEANINGS = {
  data: "there is no such version, or the server refuses; nothing was changed",
  service: "the server does not answer, or refuses the key",
};

/** What a version has to pass to take the place of a champion. */
const GATE = `
Before a version takes the place of a champion, the server checks four things (the gate):
  golden rows  they give the same estimates here as where the model was fitted
  accuracy     it is not worse than the champion on left-out rows, beyond chance
  coverage     its ranges cover as many actual values as they claim
  outcomes     it is not worse than the champion on reported outcomes, beyond chance
With --override, it becomes the champion although a check fails; the audit log keeps that.`;

/** The commands about what a running server publishes. */
export function addServerCommands(add: Add): void {
  add(
    "publish",
    "Send a trained model to a running server, which serves it from then on. The key needs the scope publish.",
    "model/house-price --url https://example.com --key gh_… --challenger",
    {
      data: "the model has a problem, or a check fails; nothing was published",
      service: "the server does not answer, or refuses the key",
    },
  )
    .argument("<folder>", "the model's folder, with model.json and artifact.json")
    .requiredOption("--url <address>", "the address of the server")
    .option("--key <key>", "an API key with the scope publish")
    .option("--note <text>", "why this version; required where it takes the place of a champion")
    .option("--challenger", "publish it beside the champion, which goes on answering")
    .option("--override", "publish it although a check fails")
    .addHelpText("after", GATE)
    .action(async (folder: string, options: PublishOptions) =>
      (await import("./publish")).publishFolder(folder, options),
    );

  const addDecision = (command: string, description: string, example: string) =>
    add(command, description, example, MEANINGS)
      .argument("<model>", "the id of the model")
      .requiredOption("--url <address>", "the address of the server");

  addDecision(
    "versions",
    "List the versions that a running server has of a model, the newest first.",
    "house-price --url https://example.com --key gh_…",
  )
    .option("--key <key>", "an API key with the scope publish or review")
    .action(async (model: string, options: ServerOptions) => (await import("./versions")).listVersions(model, options));

  addDecision(
    "retrain",
    "Have a running server train a model again on its rows and the reported outcomes, and publish that as a challenger.",
    "house-price --url https://example.com --key gh_…",
  )
    .option("--key <key>", "an API key with the scope publish")
    .option("--note <text>", "why this version")
    .action(async (model: string, options: RetrainOptions) => (await import("./retrain")).retrainModel(model, options));

  addDecision(
    "promote",
    "Make a version the champion on a running server; where APPROVALS is 1 there, propose it.",
    'house-price 0123456789ab --reason "closer on 70 of 109 sales" --url https://example.com --key gh_…',
  )
    .argument("<version>", "the version, as versions lists it")
    .requiredOption("--reason <text>", "why, for the audit log")
    .option("--key <key>", "an API key with the scope publish")
    .option("--expected <version>", "the champion of your decision; with another one nothing changes")
    .option("--override", "promote it although a check fails")
    .addHelpText("after", GATE)
    .action(async (model: string, version: string, options: Parameters<typeof promote>[2]) =>
      (await import("./versions")).promote(model, version, options),
    );

  addDecision(
    "rollback",
    "Make the previous champion the champion again on a running server.",
    'house-price --reason "estimates are off" --url https://example.com --key gh_…',
  )
    .requiredOption("--reason <text>", "why, for the audit log")
    .option("--key <key>", "an API key with the scope publish")
    .action(async (model: string, options: DecisionOptions) => (await import("./versions")).rollBack(model, options));

  addDecision(
    "approve",
    "Confirm what somebody else has proposed on a running server, as the second person.",
    'house-price 0123456789ab --reason "looked at the comparison" --url https://example.com --key gh_…',
  )
    .argument("<version>", "the version that is proposed")
    .requiredOption("--reason <text>", "why, for the audit log")
    .option("--key <key>", "an API key with the scope review, which a reviewer makes")
    .option("--decline", "decline it: the champion stays")
    .action(async (model: string, version: string, options: Parameters<typeof approve>[2]) =>
      (await import("./versions")).approve(model, version, options),
    );
}
