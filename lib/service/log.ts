import pino, { type DestinationStream, type Logger } from "pino";
import { processState } from "../process-state";
import { hearNews } from "../registry/news";
import { settings } from "./settings";
import { traceIdOf } from "./trace";

/**
 * The log: JSON on standard output, one line for each request and one for each fault. What was sent is in neither,
 * nor is any value of the query.
 */
const kept = processState("log", (): { logger?: Logger } => ({}));

/** Write the log to another place than standard output. */
export function logTo(destination: DestinationStream): void {
  kept.logger = pino(
    {
      level: levelNow(),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
}

/** A setting that cannot be read must be logged too. */
function levelNow(): string {
  try {
    return settings().LOG_LEVEL;
  } catch {
    return "info";
  }
}

/**
 * Lines are gathered for a tenth of a second and written beside the answers: one write for many costs less than one for
 * each, and whoever reads the log slowly must hold nobody up. Past so many bytes that nobody has read, lines are
 * dropped. A fault is written at once, and what is left when the process ends is written then.
 */
const standardOutput = { fd: 1, sync: false, minLength: 8_192, periodicFlush: 100, maxLength: 2 ** 24 };

function log(): Logger {
  if (!kept.logger) logTo(pino.destination(standardOutput));
  return kept.logger!;
}

/** What every line about a request says of it. */
export interface Asked {
  requestId: string;
  /** The header of that name, if it was sent. */
  traceparent: string | undefined;
  method: string;
}

function about({ requestId, traceparent, method }: Asked) {
  return { requestId, traceId: traceIdOf(traceparent), method };
}

/** One line about an answer: `route` is the template of the address. */
export function logRequest(
  asked: Asked,
  route: string,
  status: number,
  milliseconds: number,
  level: "info" | "debug",
): void {
  if (!log().isLevelEnabled(level)) return;
  log()[level]({ ...about(asked), route, status, milliseconds: Math.round(milliseconds * 1000) / 1000 });
}

/** One line about a fault of ours, under the id that the caller was given. */
export function logFault(asked: Asked, path: string, fault: unknown): void {
  const error = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  log().error({ ...about(asked), path, error });
  log().flush();
}

/** One line that an operator should see. */
export function logWarning(message: string): void {
  log().warn(message);
}

/** What becomes of the models is an operator's to know. */
hearNews(({ level, message, fault }) => log()[level]({ error: fault?.stack }, message));
