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

/** The commands about what a running server publishes. */
export function addServerCommands(add: Add): void {
  add(
    "publish",
    "Send a trained model to a running server, which serves it from then on. The key needs the scope publish.",
    "model/house-price --url https://example.com --key gh_… --challenger",
    {
      data: "the model has a problem, or does not pass the gate; nothing was published",
      service: "the server does not answer, or refuses the key",
    },
  )
    .argument("<folder>", "the model's folder, with model.json and artifact.json")
    .requiredOption("--url <address>", "the address of the server")
    .option("--key <key>", "an API key with the scope publish")
    .option("--note <text>", "why this version is there; needed where it takes the place of a champion")
    .option("--challenger", "publish it beside the champion, which goes on answering")
    .option("--override", "take the place of the champion though the gate does not hold")
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
    .option("--note <text>", "why this version is there")
    .action(async (model: string, options: RetrainOptions) => (await import("./retrain")).retrainModel(model, options));

  addDecision(
    "promote",
    "Let a version be the champion on a running server; where APPROVALS is 1 there, propose it.",
    'house-price 0123456789ab --reason "closer on 70 of 109 sales" --url https://example.com --key gh_…',
  )
    .argument("<version>", "the version, as versions lists it")
    .requiredOption("--reason <text>", "why, for the audit log")
    .option("--key <key>", "an API key with the scope publish")
    .option("--expected <version>", "the champion that the decision rests on; with another one nothing changes")
    .option("--override", "promote it though the gate does not hold")
    .action(async (model: string, version: string, options: Parameters<typeof promote>[2]) =>
      (await import("./versions")).promote(model, version, options),
    );

  addDecision(
    "rollback",
    "Let the champion before be champion again on a running server.",
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
