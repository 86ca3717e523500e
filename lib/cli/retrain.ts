import { formatCount } from "../model/format";
import { DataError } from "./exit-codes";
import { addressOf, get, post, REFUSALS, serverOf, type Server } from "./server";

export interface RetrainOptions {
  url: string;
  key?: string;
  note?: string;
}

interface Draft {
  id: string;
  status: "reading" | "training" | "ready" | "failed";
  fault: { detail: string } | null;
  options: { id: string };
  base: { outcomes: number } | null;
  model: { summary: string } | null;
}

const POLL_MILLISECONDS = 1_000;
const LONGEST_TRAINING = 3_600_000;

/**
 * `retrain <model>`: have a server train a model again, with the outcomes that were reported, and publish that as a
 * challenger. Of a model of a folder it makes a draft, which has to be published under a name of its own.
 *
 * @throws DataError where the model is at fault, ServiceError where the server is
 */
export async function retrainModel(model: string, options: RetrainOptions): Promise<void> {
  const server = serverOf(options);
  const sending = { headers: { "content-type": "application/json" }, refusals: [404, ...REFUSALS] };
  const begun = (await post(server, `/api/models/${encodeURIComponent(model)}/retrain`, "{}", sending)) as Draft;
  const draft = await trained(server, begun);
  const learned = formatCount(draft.base?.outcomes ?? 0, "reported outcome");
  say(`trained ${model} again with ${learned}: ${draft.model?.summary}`);
  if (draft.options.id !== model) {
    say(
      `${model} is in a folder, which is read-only: publish the draft under another name at ${addressOf(server, `/studio/${draft.id}`)}`,
    );
    return;
  }
  const note = options.note ?? `trained again with ${learned}`;
  const body = JSON.stringify({ note, alias: "challenger" });
  const done = (await post(server, `/api/drafts/${draft.id}/publish`, body, sending)) as { version: string };
  say(`published ${model} in version ${done.version} as challenger`);
  say(`compare it with the champion: ${addressOf(server, `/models/${model}/versions/${done.version}`)}`);
}

/** Wait for a draft to be ready. */
async function trained(server: Server, begun: Draft): Promise<Draft> {
  let draft = begun;
  for (let waited = 0; waited < LONGEST_TRAINING; waited += POLL_MILLISECONDS) {
    if (draft.status === "failed") throw new DataError(draft.fault?.detail ?? "training has failed");
    if (draft.status === "ready") return draft;
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
    draft = (await get(server, `/api/drafts/${draft.id}`)) as Draft;
  }
  throw new DataError(`training has not ended; see ${addressOf(server, `/studio/${draft.id}`)}`);
}

const say = (text: string) => process.stdout.write(`${text}\n`);
