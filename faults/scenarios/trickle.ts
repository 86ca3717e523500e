import { request, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { memoryOf, startGlasshouse } from "../glasshouse";
import { BATCH, csvOf, HOUSE, ndjsonOf, scoredRows } from "../houses";
import { checkPredictions } from "../owner";
import { until, within, type Got, type Scenario } from "../scenario";

/** Longer than the five minutes after which Node cuts a request by itself. */
const SECONDS = { quick: 4, full: 330 };
/** What a server and the system cannot hold between them. */
const READER_ROWS = 300_000;
/** Slower than this, buffers on the way hide for more than 90 s that anything moves, which is taken for idle. */
const READ_BYTES = 20_000;
const SILENT = 300;
/** Connections that say nothing are gone by then: a head may take a minute, a body that does not come some more. */
const SILENT_SECONDS = 420;
const ROOM_MEGABYTES = 50;

export const trickle: Scenario = {
  name: "trickle",
  title: "Slow and silent clients",
  about:
    "A table is sent at a row a second; an answer of 30 MB is read at 20 kB a second; clients open requests and send nothing more.",
  async run(rows, quick) {
    const app = await startGlasshouse();
    const seconds = SECONDS[quick ? "quick" : "full"];
    const before = memoryOf(app.child.pid!);
    const uploads = (["text/csv", "application/x-ndjson"] as const).map((type) => ({
      type,
      done: upload(app.url, type, seconds),
    }));
    const read = readSlowly(app.url, seconds);
    const silent = await openSilent(app.port);
    for (const promise of [...uploads.map(({ done }) => done), read]) promise.catch(() => undefined);

    await rows.check("50 predictions beside them", "each 200", () => checkPredictions(app.url));
    const most = seconds + 120;
    for (const { type, done } of uploads) {
      await rows.check(
        `${type} sent at a row a second for ${seconds} s`,
        "200, as many rows, each with its estimate",
        () => done,
        most,
      );
    }
    await rows.check(
      `the answer to ${READER_ROWS} rows, read at 20 kB a second for ${seconds} s, then at once`,
      "200, as many rows",
      () => read,
      most,
    );
    if (!quick) {
      await rows.check(
        `${SILENT} clients that send nothing, half a head, or a head and no body`,
        `cut by the server within ${SILENT_SECONDS} s`,
        async () => {
          const left = await until(
            async () => silent.filter(({ destroyed }) => !destroyed).length,
            (count) => count === 0,
            SILENT_SECONDS - seconds,
          );
          return [left === 0 ? "all cut" : `${left} still open`, left === 0];
        },
        SILENT_SECONDS,
      );
    }
    for (const socket of silent) socket.destroy();
    await rows.check("50 predictions after them", "each 200", () => checkPredictions(app.url));
    if (before) {
      await rows.check(
        "resident memory, once they are gone",
        `no more than ${ROOM_MEGABYTES} MB above what it was`,
        async () => {
          // What is free within the process is not always given back, so a quick run only reports it.
          const { now } = await until(
            async () => memoryOf(app.child.pid!)!,
            (memory) => memory.now <= before.now + ROOM_MEGABYTES,
            quick ? 0 : 60,
          );
          return [`${before.now} MB before, ${now} MB after`, quick || now <= before.now + ROOM_MEGABYTES];
        },
      );
    }
    await app.stop();
  },
};

function open(url: string, type: string) {
  const sent = request(url + BATCH, { method: "POST", headers: { "content-type": type }, agent: false });
  const answer = once(sent, "response") as Promise<[IncomingMessage]>;
  answer.catch(() => undefined);
  // A connection that is cut fails several times; the first is waited for.
  sent.on("error", () => undefined);
  return { sent, answer };
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  if (!response.complete) throw new Error("the answer breaks off");
  return Buffer.concat(parts).toString("utf8");
}

async function upload(url: string, type: string, seconds: number): Promise<Got> {
  const { sent, answer } = open(url, type);
  const lines = (type === "text/csv" ? csvOf(seconds) : ndjsonOf(seconds)).split(/(?<=\n)/);
  const begun = performance.now();
  const failed = new Promise((resolve) => sent.once("close", resolve)).then(() => {
    throw new Error(`cut after ${Math.round((performance.now() - begun) / 1_000)} s`);
  });
  failed.catch(() => undefined);
  const sending = (async () => {
    for (const line of lines) {
      sent.write(line);
      await sleep(1_000);
    }
    sent.end();
  })();
  const reading = answer.then(async ([response]) => [response, await textOf(response)] as const);
  reading.catch(() => undefined);
  await Promise.race([sending, failed]);
  const [response, text] = await within(60, reading);
  const scored = scoredRows(type, text);
  return [`${response.statusCode}, ${scored} of ${seconds} rows`, scored === seconds];
}

async function readSlowly(url: string, seconds: number): Promise<Got> {
  const { sent, answer } = open(url, "text/csv");
  sent.end(csvOf(READER_ROWS));
  const [response] = await answer;
  const parts: Buffer[] = [];
  for (let second = 0; second < seconds; second++) {
    const part = response.read(READ_BYTES) as Buffer | null;
    if (part) parts.push(part);
    await sleep(1_000);
  }
  const text = Buffer.concat(parts).toString("utf8") + (await textOf(response));
  const scored = scoredRows("text/csv", text);
  return [`${response.statusCode}, ${scored} of ${READER_ROWS} rows`, scored === READER_ROWS];
}

/** A third says nothing, a third half a head, a third a head without its body. */
async function openSilent(port: number): Promise<Socket[]> {
  const head = `POST ${HOUSE} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n`;
  const beginnings = ["", head, `${head}Content-Length: 1000\r\n\r\n{"area":`];
  const sockets = Array.from({ length: SILENT }, (_, index) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    if (beginnings[index % 3]) socket.write(beginnings[index % 3]!);
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  return sockets;
}
