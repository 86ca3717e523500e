/** What a line about an answer says. */
export interface RequestLine {
  level: "info" | "debug";
  /** Milliseconds since 1970. */
  time: number;
  requestId: string;
  traceId: string | undefined;
  method: string;
  route: string;
  status: number;
  milliseconds: number;
}

/**
 * The line of the log about an answer, the very one that pino writes of these fields. Pino finds out for every line which
 * fields there are and how each is written; these are the same every time, and there is a line for every prediction.
 */
export function writeRequestLine(line: RequestLine): string {
  const trace = line.traceId === undefined ? "" : `,"traceId":${quote(line.traceId)}`;
  return (
    `{"level":"${line.level}","time":"${isoTime(line.time)}","requestId":${quote(line.requestId)}${trace}` +
    `,"method":${quote(line.method)},"route":${quote(line.route)},"status":${line.status}` +
    `,"milliseconds":${Math.round(line.milliseconds * 1000) / 1000}}\n`
  );
}

/** What needs no escape, which is nearly all there is. */
const PLAIN = /^[\w/:=.*{}-]*$/;

function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

let lastTime = NaN;
let lastText = "";

/** Many lines are of the same millisecond. */
function isoTime(time: number): string {
  if (time !== lastTime) {
    lastTime = time;
    lastText = new Date(time).toISOString();
  }
  return lastText;
}
