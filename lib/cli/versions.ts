import { DataError } from "./exit-codes";
import { addressOf, get, post, REFUSALS, serverOf, type Server } from "./server";

/** What the commands about versions have in common. */
export interface ServerOptions {
  url: string;
  key?: string;
}

export interface DecisionOptions extends ServerOptions {
  reason: string;
}

interface Version {
  version: string;
  alias: string | null;
  author: string | null;
  note: string | null;
  publishedAt: string | null;
  proposal: { id: string } | null;
}

interface Done {
  version: string;
  alias: string | null;
  before: string | null;
}

/** A version or a proposal that is not there, too. */
const MINE = [404, ...REFUSALS];

const JSON_TYPE = { "content-type": "application/json" };

/** The address of a model in the API. An id is a word, whatever was typed. */
const apiOf = (model: string) => `/api/models/${encodeURIComponent(model)}`;

async function decide(server: Server, path: string, body: Record<string, unknown>): Promise<unknown> {
  return post(server, path, JSON.stringify(body), { headers: JSON_TYPE, refusals: MINE });
}

async function readVersions(server: Server, model: string): Promise<Version[]> {
  const answer = (await get(server, `${apiOf(model)}/versions`, { refusals: MINE })) as { versions: Version[] };
  return answer.versions;
}

/** `versions <model>`: a line for each version, the newest first. */
export async function listVersions(model: string, options: ServerOptions): Promise<void> {
  const lines = (await readVersions(serverOf(options), model)).map(
    ({ version, alias, author, note, publishedAt, proposal }) => {
      const state = proposal ? "proposed" : (alias ?? "-");
      return [version, state, publishedAt?.slice(0, 16) ?? "-", author ?? "-", note?.replace(/\s+/g, " ") ?? ""].join(
        "\t",
      );
    },
  );
  process.stdout.write(lines.map((line) => `${line.trimEnd()}\n`).join(""));
}

/** `promote <model> <version>`: let it be the champion, or propose it where the server wants a second person. */
export async function promote(
  model: string,
  version: string,
  { reason, expected, override, ...options }: DecisionOptions & { expected?: string; override?: boolean },
): Promise<void> {
  const server = serverOf(options);
  const path = `${apiOf(model)}/versions/${encodeURIComponent(version)}/promote`;
  const { alias, before } = (await decide(server, path, { reason, expected, override })) as Done;
  const place = before === null ? "" : ` instead of ${before}`;
  const page = addressOf(server, `/models/${model}/versions`);
  process.stdout.write(
    alias === null
      ? `proposed version ${version} of ${model}${place}; it waits for a second person: ${page}\n`
      : `version ${version} of ${model} is the champion${place}\n`,
  );
}

/** `rollback <model>`: let the champion before be champion again. */
export async function rollBack(model: string, { reason, ...options }: DecisionOptions): Promise<void> {
  const done = (await decide(serverOf(options), `${apiOf(model)}/rollback`, { reason })) as Done;
  process.stdout.write(`version ${done.version} of ${model} is the champion again, instead of ${done.before}\n`);
}

/**
 * `approve <model> <version>`: confirm the proposal of a version, or decline it.
 *
 * @throws DataError where none waits
 */
export async function approve(
  model: string,
  version: string,
  { reason, decline = false, ...options }: DecisionOptions & { decline?: boolean },
): Promise<void> {
  const server = serverOf(options);
  const { proposal } =
    (await readVersions(server, model)).find((each) => each.version === version && each.proposal) ?? {};
  if (!proposal) throw new DataError(`no proposal of version ${version} of ${model} waits for a second person`);
  const action = decline ? "decline" : "confirm";
  await decide(server, `${apiOf(model)}/proposals/${encodeURIComponent(proposal.id)}/${action}`, { reason });
  const outcome = decline ? "is declined; the champion stays" : "is confirmed; it is the champion now";
  process.stdout.write(`version ${version} of ${model} ${outcome}\n`);
}
