import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJsonFile } from "../model/spec";
import { readModel } from "../registry/read-folder";
import { addressOf, post, REFUSALS, serverOf } from "./server";

export interface PublishOptions {
  url: string;
  key?: string;
  note?: string;
  challenger?: boolean;
  override?: boolean;
}

/**
 * `publish <folder>`: send a trained model to a running server, which serves it from then on.
 *
 * @throws ModelFolderError, DataError where the model is at fault, ServiceError where the server is
 */
export async function publishFolder(folder: string, options: PublishOptions): Promise<void> {
  const server = serverOf(options);
  const { id } = (await readModel(folder)).spec;
  const [spec, bundle] = await Promise.all(
    ["model.json", "artifact.json"].map(async (file) => parseJsonFile(await readFile(join(folder, file), "utf8"))),
  );
  const alias = options.challenger ? "challenger" : "champion";
  const { note, override } = options;
  const body = JSON.stringify({ spec, bundle, alias, note, override });
  const headers = { "content-type": "application/json" };
  const answer = await post(server, `/api/models/${id}/versions`, body, { headers, refusals: REFUSALS });
  const done = answer as { version: string; alias: string | null };
  const as = done.alias === null ? "which waits for a second person to be champion" : `as ${done.alias}`;
  const page = addressOf(server, `/models/${id}${done.alias === null ? "/versions" : ""}`);
  process.stdout.write(
    `published ${id} in version ${done.version}${done.alias === null ? "," : ""} ${as}; see ${page}\n`,
  );
}
