/**
 * The trace that a request belongs to, from its `traceparent`: 32 hex digits, or nothing where there is no header that
 * the recommendation allows.
 *
 * It goes into the log. Nothing is sent back: the recommendation defines the header for requests alone, its
 * counterpart for answers is a draft, and X-Request-Id already leads from an answer to its line. Nothing is passed on,
 * because no request of ours follows.
 *
 * Source: W3C Trace Context, sections 3.2.2 and 3.2.2.5. A version above 00 may carry more fields after the fourth.
 */
export function traceIdOf(traceparent: string | undefined): string | undefined {
  if (!traceparent) return undefined;
  const [, version, traceId, parentId, more] = TRACEPARENT.exec(traceparent) ?? [];
  if (!version || !traceId || !parentId) return undefined;
  const forbidden = version === "ff" || (version === "00" && more !== "") || isZero(traceId) || isZero(parentId);
  return forbidden ? undefined : traceId;
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(|-.*)$/;

const isZero = (digits: string) => /^0+$/.test(digits);
