import { randomFrom } from "../lib/testing/fuzz";
import { house } from "./houses";
import { FORMS, PAGES } from "./routes";

const METHODS = [
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "BREW",
];
const ODD_TARGETS = [
  "*",
  "//",
  "///",
  "/%",
  "/%00",
  "/%ff",
  "/%2e%2e%2f",
  "/..",
  "/../../etc/passwd",
  "/..%2f..%2fetc%2fpasswd",
  "\\",
  "/\\",
  "/a\\b",
  "http://other.example/",
  "http://other.example",
  "https://a:b@other.example:99999/x",
  "http://[::1",
  "?",
  "?area=1",
  "#",
  "/#a",
  ";",
  "/;a=b",
  "/models/[model]",
  "/models/%5Bmodel%5D",
  "/models/%E0%A4%A",
  "/models/__proto__",
  "/models/constructor/card",
  "/models//card",
  "/models/house-price/",
  "/models/house-price//estimate",
  "/models/house-price/estimate?%",
  "/models/house-price/estimate?area=%FF",
  "/compare/house-price/salary/x/y/z",
  "/_next/",
  "/_next/../api",
  "/_next/data/x/index.json",
  "/_next/image?url=%2Ficon.svg&w=64&q=75",
  "/_next/image?url=http://other.example/a.png&w=64&q=75",
  "/_next/static/../../server.js",
  "/_next/static/%2e%2e/%2e%2e/package.json",
  "/_next/static/chunks/none.js",
  "/_error",
  "/404",
  "/500",
  "/favicon.ico",
  "/robots.txt",
  "/icon.svg",
  "/.env",
  "/api/..%2fadmin",
  "/API/models",
  "/api//models",
  "/v2/models/%00/infer",
  "/metrics?name[]=a",
  `/${"a".repeat(7_000)}`,
  `/${"a/".repeat(3_000)}`,
  `/models/house-price/estimate?${"area=1&".repeat(1_000)}`,
];
const ODD_HEADERS = [
  "Next-Action: 7f0123456789abcdef0123456789abcdef01234567",
  "Next-Action: x",
  "RSC: 1",
  "RSC: x",
  "Next-Router-State-Tree: x",
  "Next-Router-State-Tree: %5B%22%22%2C%7B%7D%5D",
  "Next-Router-State-Tree: %E0%A4%A",
  "Next-Router-Prefetch: 1",
  "Next-Router-Segment-Prefetch: /_tree",
  "Next-Router-Segment-Prefetch: ../x",
  "Next-Url: //x",
  "X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy",
  "X-Middleware-Rewrite: /admin/keys",
  "X-Middleware-Next: 1",
  "X-Matched-Path: /x",
  "X-Invoke-Path: /x",
  "X-Invoke-Status: 500",
  "X-Nextjs-Data: 1",
  "X-Now-Route-Matches: 1=x",
  "X-Forwarded-Proto: ftp",
  "X-Forwarded-Proto: https, http",
  "X-Forwarded-Host: a b",
  "X-Forwarded-Host: other.example, 10.0.0.1",
  "X-Forwarded-Host: [",
  "X-Forwarded-For: x, , 1.2.3.4.5",
  "X-Forwarded-Port: x",
  "Forwarded: for=x",
  "Accept-Encoding: gzip;q=x, br;q=2, *",
  "Accept: ,,;q=x",
  "Accept-Language: xx-xx-xx;q=9",
  "Range: bytes=5-1",
  "Range: bytes=0-0,1-1",
  "If-None-Match: *",
  "If-Match: x",
  "If-Modified-Since: never",
  "Expect: 100-continue",
  "Expect: x",
  "Cookie: glasshouse-admin=x.y.z; __prerender_bypass=x; a",
  "Cookie: %E0%A4%A=%",
  "Authorization: Bearer ",
  "Authorization: Basic x",
  "Content-Encoding: gzip",
  "Content-Encoding: x",
  "Upgrade: websocket\r\nConnection: Upgrade",
  "Upgrade: h2c",
  "Te: trailers",
  "Sec-Fetch-Site: x",
  "Origin: null",
  "Origin: http://[",
  "Referer: %",
  "Traceparent: 00-x",
  "X-Request-Id: \u00e9",
];
const HOSTS = ["127.0.0.1", "", "a b", "[", "other.example:99999", "x:y:z", "%", "intranet.test:80"];
const TYPES = [
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "application/json",
  "text/plain;charset=UTF-8",
  "text/csv",
  "",
  "a/b;c",
];
const VALUES = [
  "",
  "0",
  "-1",
  "1e999",
  "NaN",
  "yes",
  "6000",
  "6,000",
  "%00",
  "%",
  "\u00e9",
  "%ED%A0%80",
  "[object Object]",
  "__proto__",
  "<script>",
  "'\"",
  "a".repeat(500),
];
const NAMES = [
  ...Object.keys(house),
  "level",
  "outcome",
  "receipt",
  "actual",
  "opinion",
  "confirm",
  "note",
  "password",
  "to",
  "name",
  "scope",
  "revoke",
  "rule",
  "login",
  "fault",
  "made",
  "a",
  "b",
  "__proto__",
  "constructor",
  "_rsc",
  "nextInternalLocale",
  "",
];

/** An odd request as its bytes. */
export interface Odd {
  /** Its first line, and what else it takes to send it again. */
  about: string;
  bytes: Buffer;
}

/** Requests without end to pages, forms and addresses that are none, the same ones for the same seed. */
export function* oddRequests(seed: number): Generator<Odd, never> {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  const some = <Value>(most: number, make: () => Value) => Array.from({ length: below(most + 1) }, make);
  const fields = () => some(9, () => `${oneOf(NAMES)}=${oneOf(VALUES)}`).join("&");
  const noise = () => Array.from({ length: below(60) }, () => String.fromCharCode(below(256))).join("");

  const target = (): string => {
    const kind = random();
    if (kind < 0.2) return oneOf(ODD_TARGETS);
    if (kind < 0.3) return `/${noise().replace(/[\r\n\0 ]/g, "")}`;
    const path = kind < 0.5 ? oneOf(FORMS) : oneOf(PAGES);
    return random() < 0.3 ? path : `${path}${path.includes("?") ? "&" : "?"}${encodeURI(fields())}`;
  };
  const body = (): string => {
    const kind = random();
    if (kind < 0.4) return fields();
    if (kind < 0.6)
      return (
        some(5, () => `--x\r\nContent-Disposition: form-data; name="${oneOf(NAMES)}"\r\n\r\n${oneOf(VALUES)}\r\n`).join(
          "",
        ) + "--x--"
      );
    if (kind < 0.8) return JSON.stringify({ [oneOf(NAMES)]: oneOf(VALUES) });
    return noise();
  };

  while (true) {
    const path = target();
    const method = FORMS.some((form) => path.startsWith(form)) && random() < 0.8 ? "POST" : oneOf(METHODS);
    const host = random() < 0.85 ? HOSTS[0] : oneOf(HOSTS);
    const origin = random() < 0.5 ? [`Origin: http://${host}`] : [];
    const headers = [...new Set(some(3, () => oneOf(ODD_HEADERS)))];
    const text = method === "POST" || random() < 0.1 ? body() : "";
    const content = text ? [`Content-Type: ${oneOf(TYPES)}`, `Content-Length: ${Buffer.byteLength(text)}`] : [];
    const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...origin, ...headers, ...content];
    const close = headers.some((line) => line.includes("Connection:")) ? [] : ["Connection: close"];
    const head = `${[...lines, ...close].join("\r\n")}\r\n\r\n`;
    yield {
      about: lines.map((line) => line.slice(0, 160)).join(" | "),
      bytes: Buffer.concat([Buffer.from(head, "latin1"), Buffer.from(text)]),
    };
  }
}
