import { gunzipSync } from "node:zlib";

/** What is kept of an answer: all but what may be another each time, which fixed words stand for. */

const RECEIPT = /eyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g;
const HASH = /(?<!\w)[0-9a-f]{64}(?!\w)/g;
/** Twelve digits after a point are those of a number, and so are twelve without a letter. */
const VERSION = /(?<![\w.])(?=\d*[a-f])[0-9a-f]{12}(?!\w)/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?/g;
const DAY = /\b20\d\d-\d\d-\d\d\b/g;
const DAY_IN_WORDS = /\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*( 20\d\d)?\b/g;

/** Headers of the connection, of the build, whose files have new names and times, and the type, which is kept apart. */
const UNKEPT = [
  ["date", "connection", "keep-alive", "content-length", "transfer-encoding", "content-type"],
  ["link", "last-modified", "x-nextjs-cache"],
].flat();

function normalise(text, host) {
  return text
    .replaceAll(host, "<host>")
    .replaceAll(host.replace("127.0.0.1", "localhost"), "<host>")
    .replace(RECEIPT, "<receipt>")
    .replace(HASH, "<hash>")
    .replace(VERSION, "<version>")
    .replace(TIME, "<time>")
    .replace(DAY, "<day>")
    .replace(DAY_IN_WORDS, "<day>");
}

function headersOf(headers, sent, host) {
  const kept = Object.entries(headers).filter(([name]) => !UNKEPT.includes(name));
  return Object.fromEntries(
    kept.map(([name, value]) => {
      if (name === "etag") return [name, "<etag>"];
      if (name === "x-request-id") return [name, value === sent[name] ? value : "<id>"];
      return [name, normalise(String(value), host)];
    }),
  );
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decode(text) {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}

/** What a person reads in a field: its text, its hint, or whether it is chosen; nothing for any other tag. */
function readField(name, attributes) {
  const read = (attribute) => new RegExp(`\\s${attribute}="([^"]*)"`, "i").exec(attributes)?.[1];
  if (name === "option") return read("selected") === undefined ? "" : "(x)";
  if (name !== "input") return "";
  const type = read("type");
  if (type === "hidden") return "";
  if (type === "radio" || type === "checkbox") return read("checked") === undefined ? "( )" : "(x)";
  return `[${read("value") ?? read("placeholder") ?? ""}]`;
}

/**
 * The text of a page in its order, without its layout: each tag counts as a space, so that it makes no difference which
 * it is. React parts the texts of one sentence by comments, which count as nothing.
 */
function visibleText(html) {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!doctype[^>]*>/i, "")
    .replace(/<\/?([a-z][\w:-]*)((?:"[^"]*"|[^"<>])*)>/gi, (_, name, attributes) => {
      return ` ${readField(name.toLowerCase(), attributes)} `;
    });
  return decode(text).replace(/\s+/g, " ").trim();
}

/** Alerts that fired at the same moment come in the order of ids that are made at random; here they are sorted. */
function sortAlerts(text) {
  return text
    .replace(/(?<=newest first Alert When What )(.*?)(?= Nobody is told)/, (events) => {
      return events
        .split(/(?<=▲ fired|✓ cleared) /)
        .sort()
        .join(" ");
    })
    .replace(/The last was [a-z]+ of [^.]*/, "The last was <alert>");
}

/** What is measured has no number that lasts; what is counted of predictions has. */
function keepMetrics(text) {
  return text
    .split("\n")
    .filter((line) => /^(#|glasshouse_|http_)/.test(line))
    .map((line) => (/^(http_|glasshouse_predictions_waiting)/.test(line) ? line.replace(/ \S+$/, " <number>") : line))
    .join("\n");
}

/** An answer as it is recorded, to a request that had these headers and this path. */
export function describeAnswer({ status, headers, trailers, bytes }, { headers: sent, path }, host) {
  const type = headers["content-type"] ?? "";
  const text = (headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
  const read = type.startsWith("text/html")
    ? sortAlerts(visibleText(text))
    : path === "/metrics"
      ? keepMetrics(text)
      : text;
  return {
    status,
    type,
    headers: headersOf(headers, sent, host),
    trailers: headersOf(trailers, sent, host),
    answer: normalise(read, host),
  };
}
