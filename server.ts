import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server, type AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { drawInThread } from "./components/share/images";
import { basePath } from "./lib/base-path";
import { exitCodes, type ExitCode } from "./lib/cli/exit-codes";
import { watchAlerts } from "./lib/service/alert-watch";
import { stopDrafts, watchDrafts } from "./lib/service/drafts/watch";
import { drainPredictionLog } from "./lib/service/prediction-log";
import { prepareToAnswer } from "./lib/api/quick-predict";
import { limitPages } from "./lib/api/middleware/limit-pages";
import { answerApi } from "./lib/http/answer-api";
import { createFrontDoor } from "./lib/http/front-door";
import { correctPageHeaders } from "./lib/http/page-headers";
import { readMetrics } from "./lib/service/metrics";
import { describeReviewers } from "./lib/service/proposals";
import { readiness } from "./lib/service/readiness";
import { checkStore, describeStore } from "./lib/service/store-state";
import { joinProcesses, sayAtStart, sayReady } from "./lib/service/worker";
import { checkSources, describeStart } from "./lib/registry/registry";
import { closeStore } from "./lib/store/store";
import { announceNext, describeMisspelt, env, SettingsError, wantedBasePath, type Settings } from "./lib/env";

/**
 * The server of every platform but Vercel: the API answers here, before Next sees the request, and Next answers the
 * rest. The API is there at once; a page that is asked for while Next is loading waits for it.
 */
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How long a request may still take once nothing new is taken: with `DRAIN_SECONDS`, within Docker's ten seconds. */
const REST_MILLISECONDS = 4_000;

/** What was sent to a connection before the listener closed has arrived after this. */
const ARRIVAL_MILLISECONDS = 500;

function fail(message: string, code: ExitCode = exitCodes.service): never {
  console.error(message);
  process.exit(code);
}

function readSettings(): Settings {
  try {
    return env();
  } catch (error) {
    if (error instanceof SettingsError) fail(error.message, exitCodes.call);
    throw error;
  }
}

/** Next's production server, from the folder above the one that this file was built into. */
async function loadPages({ HOST, PORT }: Settings): Promise<Handler> {
  const dir = fileURLToPath(new URL("..", import.meta.url));
  const { config } = JSON.parse(readFileSync(`${dir}/.next/required-server-files.json`, "utf8"));
  announceNext(config);
  const { default: next } = await import("next");
  // Next listens for upgrades to a protocol that no page speaks, and hangs up on them: on a server of its own, it hears none.
  const httpServer = createServer();
  const pages = next({ dev: false, dir, conf: config, hostname: HOST, port: PORT, httpServer });
  await pages.prepare();
  return pages.getRequestHandler();
}

const settings = readSettings();
if (!["", basePath].includes(wantedBasePath())) {
  console.warn(`BASE_PATH is ${wantedBasePath()}, but this build is for ${basePath || "/"}: build again to change it`);
}
await checkSources().catch((error: Error) => fail(error.message, exitCodes.call));
watchAlerts();
watchDrafts(new URL("./draft-thread.mjs", import.meta.url));
drawInThread(new URL("./image-thread.mjs", import.meta.url));

async function answerPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (await limitPages(request, response)) return;
    const answer = await pages;
    correctPageHeaders(request, response);
    await answer(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}

const server = createFrontDoor({ api: answerApi, pages: answerPage });

/**
 * Stop without losing a request. For `DRAIN_SECONDS` readiness is 503 and each answer asks its client to connect anew, so
 * that whoever balances the load goes elsewhere; all that still comes is answered. Then nothing new is taken, and what is
 * being answered is finished. npm, systemd and Heroku signal every process of a group, so SIGTERM may come twice; who
 * presses Ctrl-C waits for no load balancer, and twice means at once.
 */
function drain(signal: NodeJS.Signals): void {
  if (readiness.draining) {
    if (signal === "SIGINT") fail("stopped before every request was answered");
    return;
  }
  readiness.draining = true;
  // In two steps, with a look for connections between: hardly one is left that the system has taken and we have not.
  setTimeout(() => setTimeout(close, 0), signal === "SIGINT" ? 0 : settings.DRAIN_SECONDS * 1_000);
}
joinProcesses(drain, readMetrics);

function close(): void {
  // HTTP's own `close` cuts connections that have not sent their first request, which may be on its way.
  Server.prototype.close.call(
    server,
    () =>
      void Promise.all([drainPredictionLog(), stopDrafts()])
        .then(closeStore)
        .finally(() => process.exit(0)),
  );
  setTimeout(() => setInterval(() => server.closeIdleConnections(), 100), ARRIVAL_MILLISECONDS);
  setTimeout(() => fail("stopped before every request was answered"), REST_MILLISECONDS);
}

/** What to open in a browser on this machine. */
function address(): string {
  // There is none any more where it is stopped before it is ready.
  const { address, family, port } = (server.address() ?? {
    address: "::",
    family: "",
    port: settings.PORT,
  }) as AddressInfo;
  if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(address)) return `http://localhost:${port}${basePath}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}${basePath}`;
}

server.on("error", (error: NodeJS.ErrnoException) =>
  fail(error.code === "EADDRINUSE" ? `port ${settings.PORT} is in use; set PORT to another` : error.message),
);
/** Loading Next takes longer than all else together and lets nothing between, so predictions that wait go first. */
const pages = once(server, "listening")
  .then(prepareToAnswer)
  .then(async () => [
    ...describeMisspelt(),
    ...(await describeStart()),
    ...describeStore(await checkStore()),
    ...[await describeReviewers().catch(() => undefined)].filter((line) => line !== undefined),
  ])
  .then(sayAtStart)
  .then(() => setImmediate())
  .then(() => loadPages(settings));
pages.then(
  () => sayReady(address()),
  (error: Error) => fail(error.stack ?? error.message),
);
server.listen(settings.PORT, settings.HOST);
