import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { house } from "./houses";

/** A request that no friend sends. */
export interface Hostile {
  name: string;
  type: string;
  headers?: string[];
  /** How long the body says it is: as long as it is, in chunks, or lines that say something else. */
  framing: "length" | "chunked" | string[];
  size: number;
  body(): Iterable<Buffer>;
}

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";
const JSON_TYPE = "application/json";
const CSV = "text/csv";
const NDJSON = "application/x-ndjson";
const HEADER = Object.keys(house).join(",");
const PIECE = 2 ** 16;

function small(name: string, type: string, body: string | Buffer, more: Partial<Hostile> = {}): Hostile {
  const bytes = Buffer.from(body as string);
  return { name, type, framing: "length", size: bytes.length, body: () => [bytes], ...more };
}

/** A beginning, then the same over and over. */
function huge(name: string, type: string, beginning: string, repeated: string, size: number): Hostile {
  const first = Buffer.from(beginning);
  const piece = Buffer.from(repeated.repeat(Math.ceil(PIECE / repeated.length)));
  const count = Math.ceil(size / piece.length);
  return {
    name,
    type,
    framing: "length",
    size: first.length + count * piece.length,
    *body() {
      yield first;
      for (let sent = 0; sent < count; sent++) yield piece;
    },
  };
}

const withHouse = (member: string) => JSON.stringify(house).replace("{", `{${member},`);
const table = (row: string) => `${HEADER}\n${row}\n`;
const zeros = () => Buffer.alloc(2 ** 26);

/** 1 GB of zeros, which is sent as 1 MB. */
function bombs(): Hostile[] {
  const gzip = gzipSync(zeros());
  const member = Buffer.concat(Array.from({ length: 16 }, () => gzip));
  const inGzip = [JSON_TYPE, CSV, NDJSON, FORM].map((type) => {
    return small(`a gzip bomb of ${type}`, type, member, { headers: ["Content-Encoding: gzip"] });
  });
  return [
    ...inGzip,
    small("a deflate bomb", CSV, deflateSync(zeros()), { headers: ["Content-Encoding: deflate"] }),
    small("a Brotli bomb", CSV, brotliCompressSync(zeros()), { headers: ["Content-Encoding: br"] }),
    small("gzip of gzip", CSV, gzipSync(member), { headers: ["Content-Encoding: gzip, gzip"] }),
    small("gzip cut off", CSV, gzipSync(table("6000,3,2,2,no,yes,1")).subarray(0, 30), {
      headers: ["Content-Encoding: gzip"],
    }),
  ];
}

function wrongFrames(): Hostile[] {
  const body = JSON.stringify(house);
  const framed = (name: string, framing: string[], sent: string = body) => small(name, JSON_TYPE, sent, { framing });
  const chunked = "Transfer-Encoding: chunked";
  return [
    framed("a length that is too large", ["Content-Length: 100000"]),
    framed("a length that is too small", ["Content-Length: 5"]),
    framed("a negative length", ["Content-Length: -1"]),
    framed("a length that is no number", ["Content-Length: 1e3"]),
    framed("two lengths", ["Content-Length: 5", "Content-Length: 6"]),
    framed("a length and chunks", ["Content-Length: 5", chunked], "0\r\n\r\n"),
    framed("a chunk whose size is no number", [chunked], "xyz\r\n{}\r\n0\r\n\r\n"),
    framed("a chunk of 2^64 bytes", [chunked], `FFFFFFFFFFFFFFFF\r\n${body}`),
    framed("a chunk with an endless extension", [chunked], `5;${"a".repeat(100_000)}`),
    framed("chunks without end", [chunked], "1\r\n{\r\n".repeat(20_000)),
    framed("another transfer encoding", ["Transfer-Encoding: gzip, chunked"], "0\r\n\r\n"),
  ];
}

function oddHeaders(): Hostile[] {
  const body = JSON.stringify(house);
  const many = (count: number) => Array.from({ length: count }, (_, index) => `x${index}: a`);
  return [
    small("1,000 headers", JSON_TYPE, body, { headers: many(1_000) }),
    small("100,000 headers", JSON_TYPE, body, { headers: many(100_000) }),
    small("a header of 1 MB", JSON_TYPE, body, { headers: [`x: ${"a".repeat(2 ** 20)}`] }),
    small("a content type of no kind", 'a/b;;;="', body),
    small("a form in parts without a boundary", "multipart/form-data", body),
  ];
}

function oddTexts(): Hostile[] {
  const members = Array.from({ length: 100_000 }, (_, index) => `"a${index}":1`).join(",");
  const columns = Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(",");
  const invalid = Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x22]);
  return [
    small("JSON of a million brackets", JSON_TYPE, "[".repeat(1_000_000)),
    small("JSON 100,000 objects deep", JSON_TYPE, `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`),
    small("rows 100,000 lists deep", JSON_TYPE, `{"rows":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
    small("JSON with 100,000 members", JSON_TYPE, `{${members}}`),
    small(
      "JSON with the names of prototypes",
      JSON_TYPE,
      withHouse('"__proto__":{"area":1},"constructor":{"prototype":{"a":1}},"toString":1'),
    ),
    small("JSON with numbers that are none", JSON_TYPE, JSON.stringify(house).replace("6000", "1e999")),
    small(
      "JSON with a number of 100,000 digits",
      JSON_TYPE,
      JSON.stringify(house).replace("6000", "9".repeat(100_000)),
    ),
    small("JSON with a member twice", JSON_TYPE, withHouse('"area":1,"area":2')),
    small("JSON with NUL", JSON_TYPE, withHouse('"\\u0000":"\\u0000"')),
    small("JSON with halves of characters", JSON_TYPE, withHouse('"\\ud800":"\\udfff"')),
    small("JSON that is no UTF-8", JSON_TYPE, invalid),
    small("NUL bytes", JSON_TYPE, Buffer.alloc(10_000)),
    small("nothing", JSON_TYPE, ""),
    small("CSV with 100,000 columns", CSV, `${columns}\n${columns}\n`),
    small("CSV with the names of prototypes", CSV, `__proto__,constructor,${HEADER}\n1,2,6000,3,2,2,no,yes,1\n`),
    small("CSV with a column twice", CSV, `area,${HEADER}\n1,6000,3,2,2,no,yes,1\n`),
    small(
      "CSV with formulas in its cells",
      CSV,
      `note,${HEADER}\n"=cmd|' /C calc'!A0",6000,3,2,2,no,yes,1\n@SUM(1),6000,3,2,2,no,yes,1\n`,
    ),
    small("CSV with numbers that are none", CSV, table("1e999,NaN,Infinity,0x10,-0,null,1")),
    small("CSV that is no UTF-8", CSV, Buffer.concat([Buffer.from(`${HEADER}\n`), invalid])),
    small("CSV with NUL bytes", CSV, table("\0,\0,\0,\0,\0,\0,\0")),
    small("lines of JSON that are none", NDJSON, `${"[".repeat(10_000)}\n{\n"\\ud800"\n\0\n`),
    small(
      "a form with the names of prototypes",
      FORM,
      "__proto__=1&constructor=2&receipt=%00&actual=1e999&password=%ff%fe",
    ),
    small(
      "a form in 20,000 parts",
      MULTIPART,
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(20_000)}--x--\r\n`,
    ),
    small("a form that ends in the middle of a part", MULTIPART, '--x\r\nContent-Disposition: form-data; name="actual'),
  ];
}

/** One of every kind; the largest are of so many bytes. */
export function hostileRequests(size: number): Hostile[] {
  const what = `${Math.round(size / 1e6)} MB`;
  const file = '--x\r\nContent-Disposition: form-data; name="actual"; filename="a"\r\n\r\n';
  const large = [
    huge(`a form of ${what} with one field`, FORM, "actual=", "9", size),
    huge(`a form of ${what} with many fields`, FORM, "", "actual=1&password=2&", size),
    huge(`a file of ${what} in a form`, MULTIPART, file, "a", size),
    huge(`JSON of ${what}, one text`, JSON_TYPE, '{"area":"', "a", size),
    huge(`JSON of ${what}, one list`, JSON_TYPE, '{"rows":[', "1,", size),
    huge(`CSV of ${what} without a line end`, CSV, "", "a", size),
    huge(`CSV of ${what} in one quoted cell`, CSV, `${HEADER}\n"`, "a\n", size),
    huge(`CSV of ${what} in empty lines`, CSV, `${HEADER}\n`, "\n", size),
    huge(`a line of JSON of ${what}`, NDJSON, '{"area":"', "a", size),
    huge(`lines of JSON of ${what}, one value each`, NDJSON, "", "1\n", size),
  ];
  const inChunks = large
    .slice(2, 8)
    .map((each): Hostile => ({ ...each, name: `${each.name}, in chunks`, framing: "chunked" }));
  return [...large, ...inChunks, ...bombs(), ...wrongFrames(), ...oddHeaders(), ...oddTexts()];
}
