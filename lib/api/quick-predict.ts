import type { IncomingMessage, ServerResponse } from "node:http";
import { readInputs } from "../model/inputs/read-inputs";
import { listModels, loadedModel } from "../registry/registry";
import { knownKeys, needsNoKey } from "../service/known-keys";
import { noteAnswer } from "./middleware/observe";
import { writeAnswer } from "./resources/predict/answer";
import { takeTurn, type Turn } from "./middleware/rate-limit";
import { parseJson } from "./request/read-json";
import { readLevel } from "./request/read-level";
import { requestIdOf } from "./middleware/request-id";
import { score } from "../service/score";
import { settings } from "../service/settings";
import { knownReceiptKey, receiptKey } from "../service/signing-key";

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

const ADDRESS = /^\/api\/models\/([\w-]+)\/predict(?:\?|$)/;
/** A name or an address, and a port: what is a host beyond doubt. */
const HOST = /^[a-z0-9][a-z0-9.-]*(:(?:[1-5]?\d{1,4}|6[0-4]\d{3}))?$/i;
const ROUTE = "/api/models/:model/predict";

/** The inputs of one prediction are shorter, in bytes. */
const LONGEST = 16_384;

/**
 * A shorter way in front of the app for what it is asked most: one prediction, plainly. Node's own request and answer
 * are used as they are, since making web-standard ones of them takes longer than the prediction, and nothing is waited
 * for. What is done is done by the functions that the app's handlers call.
 *
 * On any doubt, and for whatever is wrong, the app answers, as if nothing stood in front of it.
 */
export function answerQuickly(app: Listener): Listener {
  return (incoming, outgoing) => {
    if (!isPlain(incoming)) return app(incoming, outgoing);
    const start = performance.now();
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      // A body that has been read already is handed on by this name, as serverless platforms do it.
      const askApp = () => app(Object.assign(incoming, { rawBody: body }), outgoing);
      const asked = readPlainly(incoming.url!, body);
      if (!asked) return askApp();
      if (settings().RATE_LIMIT === 0) return answer(incoming, outgoing, asked, start) || askApp();
      const { remoteAddress } = incoming.socket;
      takeTurn(remoteAddress, incoming.headers["x-forwarded-for"] as string | undefined)
        .then((turn) => (turn && turn.wait === undefined && answer(incoming, outgoing, asked, start, turn)) || askApp())
        .catch(askApp);
    });
  };
}

/**
 * Have at hand what a plain prediction takes, or know that it cannot be had soon. What fails is told to those who ask for
 * it.
 */
export async function prepareToAnswer(): Promise<void> {
  knownKeys().catch(() => undefined);
  await Promise.allSettled([listModels(), receiptKey()]);
}

/** Whether the head of a request asks for one prediction and for nothing that only the app knows. */
function isPlain({ method, url, headers, rawHeaders }: IncomingMessage): boolean {
  return (
    method === "POST" &&
    HOST.test(headers.host ?? "") &&
    headers["content-type"] === "application/json" &&
    Number(headers["content-length"]) <= LONGEST &&
    headers["content-encoding"] === undefined &&
    headers.origin === undefined &&
    headers["x-simulated-time"] === undefined &&
    ADDRESS.test(url!) &&
    isOnce("content-type", rawHeaders)
  );
}

/** Whether a header was sent no more than once. Of one that was sent twice, Node tells the first. */
function isOnce(name: string, rawHeaders: string[]): boolean {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index]!;
    if (sent.length === name.length && sent.toLowerCase() === name) times++;
  }
  return times <= 1;
}

/** What a request asks, if all is well and what it takes is at hand. */
function readPlainly(url: string, body: Buffer) {
  try {
    const { BODY_LIMIT, CORS_ORIGINS } = settings();
    const model = loadedModel(ADDRESS.exec(url)![1]!);
    const key = knownReceiptKey();
    if (!model || !key || !needsNoKey("predict") || body.length > BODY_LIMIT || CORS_ORIGINS.length > 0) {
      return undefined;
    }
    const parsed = parseJson(body);
    const { level, errors } = readLevel(url, model);
    if (!parsed || errors.length > 0) return undefined;
    const read = readInputs(model, parsed.value);
    return "faults" in read ? undefined : { model, read, asking: { level, key } };
  } catch {
    return undefined;
  }
}

/** Answer, or give false if that cannot be done, in which case nothing has been sent. */
function answer(
  { headers }: IncomingMessage,
  outgoing: ServerResponse,
  { model, read, asking }: NonNullable<ReturnType<typeof readPlainly>>,
  start: number,
  turn?: Turn,
): boolean {
  const requestId = requestIdOf(headers["x-request-id"] as string | undefined);
  const asked = { requestId, traceparent: headers.traceparent as string | undefined, method: "POST" };
  let text: string;
  try {
    const { prediction, receipt } = score(model, read, asking);
    text = writeAnswer(model, prediction, receipt);
    noteAnswer(asked, ROUTE, 200, start);
  } catch {
    return false;
  }
  outgoing.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "X-Request-Id": requestId,
    ...turn?.headers,
  });
  outgoing.end(text);
  return true;
}
