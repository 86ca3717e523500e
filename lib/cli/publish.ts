import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJsonFile } from "../model/spec";
import { readModel } from "../registry/read-folder";
import { CallError } from "./exit-codes";
import { addressOf, post, type Server } from "./server";

export interface PublishOptions {
  url: string;
  key?: string;
  note?: string;
  challenger?: boolean;
  override?: boolean;
}

/** Refusals that are about the model, not about the server. */
const REFUSALS = [409, 413, 422];

/**
 * `publish <folder>`: send a trained model to a running server, which serves it from then on.
 *
 * @throws ModelFolderError, DataError where the model is at fault, ServiceError where the server is
 */
export async function publishFolder(folder: string, options: PublishOptions): Promise<void> {
  if (!URL.canParse(options.url)) throw new CallError("--url must be an address such as http://localhost:3000");
  const server: Server = { url: options.url, key: options.key };
  const { id } = (await readModel(folder)).spec;
  const [spec, bundle] = await Promise.all(
    ["model.json", "artifact.json"].map(async (file) => parseJsonFile(await readFile(join(folder, file), "utf8"))),
  );
  const alias = options.challenger ? "challenger" : "champion";
  const { note, override } = options;
  const body = JSON.stringify({ spec, bundle, alias, note, override });
  const headers = { "content-type": "application/json" };
  const answer = await post(server, `/api/models/${id}/versions`, body, { headers, refusals: REFUSALS });
  const done = answer as { version: string; alias: string };
  process.stdout.write(
    `published ${id} in version ${done.version} as ${done.alias}; see ${addressOf(server, `/models/${id}`)}\n`,
  );
}
