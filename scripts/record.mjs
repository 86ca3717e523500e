import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { Agent, request as open } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { describeAnswer } from "./recorder/answer.mjs";
import { compare } from "./recorder/compare.mjs";
import { makeOwnersRequests, makeRequests } from "./recorder/requests.mjs";
import { serve } from "./serve.mjs";

/**
 * What all doors answer, recorded before and after a change that should change no answer:
 *
 *     node scripts/record.mjs record --serve <built checkout> --out before.jsonl
 *     node scripts/record.mjs record --url http://127.0.0.1:3000 --out after.jsonl
 *     node scripts/record.mjs compare before.jsonl after.jsonl
 *
 * The same 2,000 requests are sent one after the other. What is remembered of earlier ones shows in some answers, so
 * that a server at --url must be fresh: with an empty DATA_DIR, RATE_LIMIT=0 and without ADMIN_PASSWORD. With --serve,
 * that is seen to. With --password, which is then the server's ADMIN_PASSWORD, what the owner alone is shown is recorded
 * instead, within the first minute of a server. The comparison leaves with 1 where answers differ.
 */
const REQUESTS = 2_000;
const SEED = 1;
const LONGEST_MILLISECONDS = 60_000;
const SHOWN_CHARACTERS = 120;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Send a request as it is, without making its path or headers better; no answer is an answer of its own. */
function send(address, { method, path, headers, body = "" }) {
  const { hostname, port } = new URL(address);
  return new Promise((done) => {
    const fail = ({ code, message }) =>
      done({ status: 0, headers: {}, trailers: {}, bytes: Buffer.from(code ?? message) });
    const sent = open({ hostname, port, method, path, headers, agent, timeout: LONGEST_MILLISECONDS });
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", fail);
    sent.on("response", async (response) => {
      try {
        const bytes = Buffer.concat(await response.toArray());
        done({ status: response.statusCode, headers: response.headers, trailers: response.trailers, bytes });
      } catch (error) {
        fail(error);
      }
    });
    sent.end(body);
  });
}

const readJson = ({ bytes }) => JSON.parse(bytes.toString());

/** The versions that addresses name, which are other ones whenever the models are. */
async function learnVersions(address) {
  const { models } = readJson(await send(address, { method: "GET", path: "/api/models", headers: {} }));
  return Object.fromEntries(models.map(({ id, version }) => [`version:${id}`, version]));
}

/** The cookie of a login. */
async function logIn(address, password) {
  const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  const body = `${new URLSearchParams({ password })}`;
  const { headers: answered } = await send(address, { method: "POST", path: "/admin/login", headers, body });
  const [cookie] = answered["set-cookie"] ?? [];
  if (!cookie) throw new Error("the password is not the server's ADMIN_PASSWORD");
  return { session: cookie.split(";")[0] };
}

/** Put what was learned into a text; bytes are sent as they are. */
function fillIn(text, learned) {
  if (typeof text !== "string") return text;
  return text.replace(/\{\{([\w:-]+)\}\}/g, (_, name) => learned[name] ?? "none");
}

/** A genuine receipt with another first character of what it says. */
function forge(receipt) {
  const [header, said, signature] = receipt.split(".");
  return [header, `A${said.slice(1)}`, signature].join(".");
}

function inShort(body) {
  if (body === undefined) return "";
  const length = `${Buffer.byteLength(body)} bytes`;
  return typeof body === "string" ? `${length}: ${body.slice(0, SHOWN_CHARACTERS)}` : `${length}, no text`;
}

async function record(address, out, password) {
  const learned = { ...(await learnVersions(address)), ...(password && (await logIn(address, password))) };
  const requests = password ? makeOwnersRequests(SEED) : makeRequests(REQUESTS, SEED);
  const file = openSync(out, "w");
  for (const [index, request] of requests.entries()) {
    const { kind, method, path, headers, body, keep, pause = 0 } = request;
    const given = Object.entries(headers).filter(([, value]) => value !== undefined);
    const filled = {
      method,
      path: fillIn(path, learned),
      headers: Object.fromEntries(given.map(([name, value]) => [name, fillIn(value, learned)])),
      body: fillIn(body, learned),
    };
    if (pause > 0) await sleep(pause);
    const answer = await send(address, filled);
    const asked = { index, kind, method, path, sent: headers, body: inShort(body) };
    const answered = describeAnswer(answer, filled, new URL(address).host);
    writeSync(file, `${JSON.stringify({ ...asked, ...answered })}\n`);
    if (keep) {
      const { receipt = "a.b.c" } = readJson(answer);
      Object.assign(learned, { receipt, changed: forge(receipt) });
    }
    if ((index + 1) % 250 === 0) process.stderr.write(`${index + 1} of ${requests.length} requests\n`);
  }
  closeSync(file);
}

/** Record a built checkout, which is served with nothing that this process has in its environment. */
async function recordCheckout(checkout, out, password) {
  const folder = mkdtempSync(join(tmpdir(), "glasshouse-record-"));
  const { PATH } = process.env;
  const server = await serve({
    file: join(resolve(checkout), ".next/standalone/glasshouse.mjs"),
    env: { PATH, DATA_DIR: folder, RATE_LIMIT: "0", ...(password && { ADMIN_PASSWORD: password }) },
  });
  try {
    await record(server.address, out, password);
  } finally {
    agent.destroy();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string" },
    serve: { type: "string" },
    out: { type: "string" },
    password: { type: "string" },
    most: { type: "string", default: "40" },
    "any-number": { type: "boolean", default: false },
  },
});
const [command, before, after] = positionals;
const { url, serve: checkout, out, password } = values;
if (command === "record" && out && checkout) await recordCheckout(checkout, out, password);
else if (command === "record" && out && url) await record(url, out, password);
else if (command === "compare" && before && after) {
  const same = compare(before, after, { most: Number(values.most), anyNumber: values["any-number"] });
  process.exitCode = same ? 0 : 1;
} else {
  console.error("usage: record.mjs record (--url <address> | --serve <folder>) --out <file>, or compare <file> <file>");
  process.exitCode = 2;
}
agent.destroy();
