import type { IncomingMessage, ServerResponse } from "node:http";
import { listPublished } from "../registry/registry";
import { forwardedProtocol } from "../service/forwarded";
import { prepareKeys } from "../service/known-keys";
import { apiHeaders, transportHeaders } from "../service/security-headers";
import { settings } from "../service/settings";
import { receiptKey } from "../service/signing-key";
import { goOn } from "../service/soon";
import { access } from "./middleware/authorize";
import { crossOriginHeaders } from "./middleware/cross-origin";
import { noteAnswer } from "./middleware/observe";
import { takeTurn, type Turn } from "./middleware/rate-limit";
import { requestIdOf } from "./middleware/request-id";
import { socketOf } from "./request/node";
import { isOnce, type ReadHeader } from "./request/read-header";
import { takeStepsAtOnce, type Step } from "./request/steps";
import { writeAnswer } from "./resources/predict/answer";
import { postPredict } from "./resources/predict/predict";
import { PredictWork, predictSteps } from "./resources/predict/steps";

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

const ADDRESS = new RegExp(`^${postPredict.path.replace(":model", "([\\w-]+)")}(?:\\?|$)`);
/** A name or an address, and a port: what is a host beyond doubt. */
const HOST = /^[a-z0-9][a-z0-9.-]*(:(?:[1-5]?\d{1,4}|6[0-4]\d{3}))?$/i;

/** The inputs of one prediction are shorter, in bytes. */
const LONGEST = 16_384;

/**
 * A shorter way in front of the app for what it is asked most: one prediction, plainly. Node's own request and answer
 * are used as they are, since making web-standard ones of them takes longer than the prediction, and nothing is waited
 * for. The steps to the prediction are the very ones that the app's handler takes, and keys, origins, the rate limit and
 * the log are those of the app's middleware.
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
      const ready = prepare(incoming, body);
      if (!ready) return askApp();
      if (settings().RATE_LIMIT === 0) return answer(incoming, outgoing, ready, start) || askApp();
      const { remoteAddress } = incoming.socket;
      takeTurn(remoteAddress, incoming.headers["x-forwarded-for"] as string | undefined)
        .then((turn) => (turn && turn.wait === undefined && answer(incoming, outgoing, ready, start, turn)) || askApp())
        .catch(askApp);
    });
  };
}

/** Have at hand what a plain prediction takes, or know that it cannot be had soon. What fails, fails where it is needed. */
export async function prepareToAnswer(): Promise<void> {
  prepareKeys().catch(() => undefined);
  const origins = [undefined, ...settings().CORS_ORIGINS];
  await Promise.allSettled([listPublished(), receiptKey(), ...origins.map(crossOriginHeaders)]);
}

/** Whether the head of a request asks for one prediction and for nothing that only the app knows. */
function isPlain({ method, url, headers, rawHeaders }: IncomingMessage): boolean {
  return (
    method === "POST" &&
    HOST.test(headers.host ?? "") &&
    headers["content-type"] === "application/json" &&
    Number(headers["content-length"]) <= LONGEST &&
    headers["content-encoding"] === undefined &&
    headers["x-simulated-time"] === undefined &&
    ADDRESS.test(url!) &&
    isOnce("content-type", rawHeaders) &&
    isOnce("authorization", rawHeaders)
  );
}

/** A prediction on its way to an answer of Node. */
class QuickWork extends PredictWork {
  /** Of the answer, for the origin that the request comes from. */
  headers: Record<string, string> = {};
}

/** What the app's middleware does before the handler, and then what the handler does. */
const steps: Step<QuickWork>[] = [
  (work) =>
    goOn(crossOriginHeaders(work.call.header("origin")), (headers) => {
      work.headers = headers;
      return undefined;
    }),
  (work) => goOn(access[postPredict.auth].check?.(work.call.header), (refusal) => refusal?.problem),
  ...predictSteps,
];

/** Everything that comes before the prediction, if all is well and can be had without waiting. */
function prepare({ url = "", headers }: IncomingMessage, body: Buffer): QuickWork | undefined {
  const header: ReadHeader = (name) => headers[name] as string | undefined;
  try {
    if (body.length > settings().BODY_LIMIT) return undefined;
    const work = new QuickWork(ADDRESS.exec(url)![1]!, { url, header, body: () => body });
    return takeStepsAtOnce(steps, work) ? work : undefined;
  } catch {
    return undefined;
  }
}

/** Answer, or give false if that cannot be done, in which case nothing has been sent. */
function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  work: QuickWork,
  start: number,
  turn?: Turn,
): boolean {
  const { header } = work.call;
  const { method = "" } = incoming;
  const requestId = requestIdOf(header("x-request-id"));
  let text: string;
  try {
    const { prediction, receipt } = work.predict();
    text = writeAnswer(work.model, prediction, receipt);
    noteAnswer({ requestId, traceparent: header("traceparent"), method }, postPredict.path, 200, start);
  } catch {
    return false;
  }
  outgoing.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "X-Request-Id": requestId,
    ...apiHeaders,
    ...(forwardedProtocol(header, socketOf(incoming)) === "https" && transportHeaders),
    ...work.headers,
    ...turn?.headers,
  });
  outgoing.end(text);
  return true;
}
