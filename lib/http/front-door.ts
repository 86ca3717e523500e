import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isApiAddress } from "../api/address";
import { socketOf } from "../api/request/node";
import { isOnce } from "../api/request/read-header";
import { withBase, withoutBase } from "../base-path";
import { addressOf } from "../service/client-address";
import { forwardedProtocol, isHost } from "../service/forwarded";
import { logWarning } from "../service/log";
import { readiness } from "../service/readiness";
import { endIdle } from "./idle";
import { answerOptions, refuseMethod, refuseRequest } from "./refuse";
import { readTarget } from "./target";

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** How long connections are kept, in milliseconds. */
export interface Patience {
  /** Without a request. Longer than load balancers keep theirs, so that none sends a request into a closing one. */
  keepAlive: number;
  /** Until the head of a request has come. */
  headers: number;
  /** In the middle of a request, while nothing moves. A request itself may take any time. */
  idle: number;
}

/** Balancers keep idle connections 60 s (AWS, nginx) to 600 s (Google). */
const PATIENCE: Patience = { keepAlive: 620_000, headers: 60_000, idle: 90_000 };

/** Connections at once. An idle one takes about 6 kB (3,000 of them, measured), so that all take some 60 MB. */
const MOST_CONNECTIONS = 10_000;

/** What pages take; forms are sent by POST. */
const PAGE_METHODS = ["GET", "HEAD", "POST"];
/** What is only read: Next answers 500 to a form that is sent there. */
const FILES =
  /^\/(_next\/|icon\.svg|icon-512\.png|favicon\.ico|apple-touch-icon\.png|share\.png|manifest\.webmanifest|robots\.txt|model\.schema\.json)/;
const FILE_METHODS = ["GET", "HEAD"];

/**
 * The HTTP server in front of the API and the pages, as proxies and odd clients meet it. Each request is brought into
 * one form, and its path alone decides who answers it. What is broken is refused here.
 *
 * A request for another protocol (`Upgrade`) is answered in this one, as if it had not wished for it: that is what Node
 * does while nobody listens for `upgrade`.
 */
export function createFrontDoor(doors: { api: Listener; pages: Listener }, patience: Partial<Patience> = {}): Server {
  const { keepAlive, headers, idle } = { ...PATIENCE, ...patience };
  const server = createServer(
    {
      requestTimeout: 0,
      headersTimeout: headers,
      keepAliveTimeout: keepAlive,
      connectionsCheckingInterval: Math.min(headers, 10_000),
    },
    (request, response) => {
      response.on("timeout", endIdle);
      if (readiness.draining) response.setHeader("connection", "close");
      const refusal = settle(request);
      if (refusal !== undefined) return refuseRequest(request, response, refusal);
      if (request.url === "*") return answerOptions(response, PAGE_METHODS);
      // With the prefix or without: some proxies take it off, and health checks of platforms know nothing of it.
      const path = withoutBase(request.url!);
      if (isApiAddress(path)) {
        request.url = path;
        return void doors.api(request, response);
      }
      request.url = withBase(path);
      if (request.method === "OPTIONS") return answerOptions(response, PAGE_METHODS);
      const methods = FILES.test(path) ? FILE_METHODS : PAGE_METHODS;
      if (!methods.includes(request.method!)) return refuseMethod(request, response, methods);
      settleForwarded(request);
      for (const name of PRECONDITIONS) delete request.headers[name];
      doors.pages(request, response);
    },
  );
  server.timeout = idle;
  server.maxConnections = MOST_CONNECTIONS;
  server.on("drop", () => {
    logWarning(`a connection is refused: there are ${MOST_CONNECTIONS.toLocaleString("en-US")}; idle ones are closed`);
    server.closeIdleConnections();
  });
  // Without a listener Node hangs up on who takes this for a proxy.
  server.on("connect", (_, socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(
      "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST, OPTIONS\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    );
    socket.on("finish", () => socket.destroy());
  });
  return server;
}

/** Next answers 500 where one of them does not hold for a file. No page of ours has parts or versions to ask for. */
const PRECONDITIONS = ["if-match", "if-unmodified-since", "range", "if-range"];

/** Bring a request into the form that all that follows goes by; gives what is wrong with it. */
function settle(request: IncomingMessage): string | undefined {
  const { headers, method, url = "" } = request;
  if (url !== "*" || method !== "OPTIONS") {
    const target = readTarget(url);
    if ("fault" in target) return target.fault;
    request.url = target.url;
    if (target.host !== undefined) headers.host = target.host;
  }
  if ((headers.host && !isHost(headers.host)) || !isOnce("host", request.rawHeaders)) {
    return "the header Host must be one name or address, with a port or without";
  }
  const coding = headers["transfer-encoding"];
  if (coding !== undefined && coding.toLowerCase() !== "chunked") {
    return "the header Transfer-Encoding must be chunked; what is compressed is sent with Content-Encoding";
  }
  return undefined;
}

/** Pages see no socket, and take what these headers say: it must be what the proxies say that are trusted, or we. */
function settleForwarded(request: IncomingMessage): void {
  const { headers, socket } = request;
  const header = (name: string) => headers[name] as string | undefined;
  headers["x-forwarded-for"] = addressOf(socket.remoteAddress, header("x-forwarded-for"));
  headers["x-forwarded-proto"] = forwardedProtocol(header, socketOf(request));
}
