import pino, { type DestinationStream, type Logger } from "pino";
import { processState } from "../process-state";
import { hearNews } from "../registry/news";
import { LineBatch, WHOLE_BYTES } from "./line-batch";
import { writeRequestLine } from "./request-line";
import { settings } from "./settings";
import { traceIdOf } from "./trace";

/**
 * The log: JSON on standard output, one line for each request and one for each fault. What was sent is in neither,
 * nor is any value of the query.
 */
interface Log {
  logger: Logger;
  destination: DestinationStream;
}
const kept = processState("log", (): { log?: Log } => ({}));

/** Write the log to another place than standard output. */
export function logTo(destination: DestinationStream): void {
  const logger = pino(
    {
      level: levelNow(),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
  kept.log = { logger, destination };
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
 * Lines are gathered for a tenth of a second and written beside the answers, since a slow reader of the log must hold
 * nobody up. Past so many bytes that nobody has read, lines are dropped. A fault is written at once, and what is left
 * when the process ends is written then.
 */
const standardOutput = { fd: 1, sync: false, maxWrite: WHOLE_BYTES, maxLength: 2 ** 24 };

function log(): Log {
  if (!kept.log) logTo(new LineBatch(pino.destination(standardOutput)));
  return kept.log!;
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
  const { logger, destination } = log();
  if (!logger.isLevelEnabled(level)) return;
  destination.write(writeRequestLine({ level, time: Date.now(), ...about(asked), route, status, milliseconds }));
}

/** One line about a fault of ours, under the id that the caller was given. */
export function logFault(asked: Asked, path: string, fault: unknown): void {
  const error = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  const { logger } = log();
  logger.error({ ...about(asked), path, error });
  logger.flush();
}

/** One line that an operator should see. */
export function logWarning(message: string): void {
  log().logger.warn(message);
}

/** What becomes of the models is an operator's to know. */
hearNews(({ level, message, fault }) => log().logger[level]({ error: fault?.stack }, message));
