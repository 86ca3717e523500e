import { expect, test } from "vitest";
import { BatchRun, type RunOptions, type RunState } from "./batch-run";
import { batchUrl, type Ask } from "./send-slice";

const ROWS = 3_000;
const file = new Blob([`a,b\n${Array.from({ length: ROWS }, (_, row) => `${row},x\n`).join("")}`]);

/** A server that estimates twice what the first column holds, and refuses rows that end in 7. */
async function scored(body: BodyInit): Promise<string> {
  const [header, ...rows] = (await (body as Blob).text()).trimEnd().split("\n");
  const answer = rows.map((row) =>
    row.includes("7,") ? `${row},,,,,,no sevens` : `${row},${2 * parseInt(row)},0,9e9,0.25,,`,
  );
  return `${[`${header},estimate,low,high,within_10,warnings,error`, ...answer].join("\n")}\n`;
}
const answer: Ask = async (_, { body }) => new Response(await scored(body!));
const problem = (status: number, detail: string, headers = {}) =>
  new Response(JSON.stringify({ detail }), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });

function start(asks: Ask[], input: Blob = file, options: Partial<RunOptions> = {}) {
  const states: RunState[] = [];
  const pauses: number[] = [];
  const keys: (string | null)[] = [];
  let calls = 0;
  const run = new BatchRun({
    file: input,
    sliceBytes: 8_000,
    url: "/batch",
    key: "",
    locale: "en",
    ask: (url, init) => {
      keys.push(new Headers(init.headers).get("x-api-key"));
      return (asks[calls++] ?? answer)(url, init);
    },
    sleep: async (milliseconds, signal) => {
      pauses.push(milliseconds / 1000);
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    },
    now: () => 0,
    report: (state) => void states.push(state),
    ...options,
  });
  return { run, states, pauses, keys, calls: () => calls, last: () => states.at(-1)! };
}

async function fileOf(state: RunState) {
  if (!("result" in state)) throw new Error(`${state.phase} has no result`);
  return (await state.result.file.text()).trimEnd().split("\n");
}
async function expectComplete(state: RunState) {
  expect(state).toMatchObject({ phase: "finished", progress: { rows: ROWS, share: 1 } });
  const [header, ...lines] = await fileOf(state);
  expect(header).toBe("a,b,estimate,low,high,within_10,warnings,error");
  expect(lines.length).toBe(ROWS);
  expect(lines.every((line, row) => line.startsWith(`${row},x,`))).toBe(true);
}
const down: Ask = async () => {
  throw new TypeError("fetch failed");
};

test("a file comes back with an answer to each row, in order and under one first line", async () => {
  const { run, last, states, calls } = start([]);
  await run.goOn();
  await expectComplete(last());
  expect(calls()).toBeGreaterThan(2);
  const shares = states.map(({ progress }) => progress.share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(last()).toMatchObject({ result: { summary: { rows: ROWS, reasons: [{ detail: "no sevens" }] } } });
});

test.each<[string, Ask, number]>([
  ["does not answer", down, 1],
  ["is restarting", async () => new Response("Bad gateway", { status: 502 }), 1],
  ["says when to come back", async () => problem(429, "too many", { "retry-after": "40" }), 40],
  ["breaks its answer off", async (_, { body }) => new Response((await scored(body!)).slice(0, 5_000)), 1],
  [
    "breaks its answer off at the end of a row",
    async (_, { body }) => new Response((await scored(body!)).replace(/[^\n]*\n$/, "")),
    1,
  ],
])("where the server %s, the slice is sent again and no row is lost or doubled", async (_, fault, seconds) => {
  const { run, last, pauses, states } = start([answer, fault]);
  await run.goOn();
  await expectComplete(last());
  expect(pauses).toEqual([seconds]);
  expect(states.filter(({ phase }) => phase === "waiting")).toHaveLength(1);
});

test("pauses grow while the server is away; after some minutes a person lets it go on", async () => {
  const { run, last, pauses } = start([answer, ...new Array<Ask>(24).fill(down)]);
  await run.goOn();
  expect(pauses.slice(0, 7)).toEqual([1, 2, 4, 8, 15, 30, 30]);
  expect(last()).toMatchObject({ phase: "halted", cause: "server" });
  await run.goOn();
  await expectComplete(last());
});

test("run.wake() sends the slice at once", async () => {
  const states: RunState[] = [];
  let calls = 0;
  const run: BatchRun = new BatchRun({
    file,
    sliceBytes: 8_000,
    url: "/batch",
    key: "",
    locale: "en",
    ask: (...call) => (calls++ === 0 ? down : answer)(...call),
    sleep: (_, signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    now: () => 0,
    report: (state) => {
      states.push(state);
      if (state.phase === "waiting") setTimeout(() => run.wake());
    },
  });
  await run.goOn();
  await expectComplete(states.at(-1)!);
});

test("stopped, it gives what is done and goes on from there", async () => {
  const running = start([
    answer,
    async (_, { signal }) => {
      running.run.stop();
      throw signal!.reason;
    },
  ]);
  const { run, last } = running;
  await run.goOn();
  const halted = last();
  expect(halted).toMatchObject({ phase: "halted", cause: "person" });
  expect((await fileOf(halted)).length).toBe(halted.progress.rows + 1);
  expect(halted.progress.rows).toBeGreaterThan(0);
  await run.goOn();
  await expectComplete(last());
});

test("a server that wants a key gets it from the person, for the same slice", async () => {
  const { run, last, keys } = start([answer, async () => problem(401, "the request must carry a key")]);
  await run.goOn();
  expect(last()).toMatchObject({ phase: "halted", cause: "key", trouble: { text: "This server needs an API key." } });
  await run.goOn("secret");
  await expectComplete(last());
  expect(keys.slice(0, 3)).toEqual([null, null, "secret"]);
  expect(keys.at(-1)).toBe("secret");
});

test("what the server refuses is not sent again by itself, and the answer of the server is kept", async () => {
  const { run, last, calls } = start([answer, async () => problem(422, "there must be a column area for lot area")]);
  await run.goOn();
  expect(calls()).toBe(2);
  expect(last()).toMatchObject({
    phase: "halted",
    cause: "server",
    trouble: { text: "The server answers:", detail: "there must be a column area for lot area", lang: "en" },
  });
});

test("a file that cannot be read to its end halts the run, which never passes for finished", async () => {
  const broken = new Blob([file, `"${"x".repeat(3_000_000)}`]);
  const { run, last } = start([], broken);
  await run.goOn();
  expect(last()).toMatchObject({
    phase: "halted",
    cause: "file",
    trouble: { detail: expect.stringMatching(/a row is longer than .*; is a quote left open/) },
  });
  expect(last().progress.rows).toBeGreaterThan(0);
  await run.goOn();
  expect(last()).toMatchObject({ phase: "halted", cause: "file" });
});

test("a byte order mark, by which spreadsheets know UTF-8, is kept", async () => {
  const { run, last } = start([], new Blob(["\ufeffa,b\n1,ü\n"]));
  await run.goOn();
  const state = last();
  expect(state.phase === "finished" && [...new Uint8Array(await state.result.file.arrayBuffer())].slice(0, 4)).toEqual([
    0xef, 0xbb, 0xbf, 0x61,
  ]);
});

test("numbers with a decimal comma and with an exponent are read", async () => {
  const reply = "a;b;estimate;low;high;within_10;warnings;error\n1;2;90242,5;1e-7;1,5e+21;0,25;;\n";
  const { run, last } = start([async () => new Response(reply)], new Blob(["a;b\n1;2\n"]));
  await run.goOn();
  expect(last()).toMatchObject({
    result: { summary: { doubts: [{ estimate: 90242.5, low: 1e-7, high: 1.5e21, within: 0.25 }] } },
  });
});

test("the address holds the level and the columns that were chosen", () => {
  const url = batchUrl("house-price", 0.9, { area: "Lot size & more" });
  expect(url).toBe("/api/models/house-price/predict/batch?level=0.9&map.area=Lot+size+%26+more");
  expect(batchUrl("house-price", 0.9, {}, true)).toBe("/api/models/house-price/predict/batch?level=0.9&receipts=1");
  expect(batchUrl("house-price", null, { area: null })).toBe("/api/models/house-price/predict/batch?map.area=");
});

test("a reader of German gets German reasons, and the words of the server as they are", async () => {
  const german = (asks: Ask[], input?: Blob) => start(asks, input, { key: "wrong", locale: "de" });
  const refused = german([async () => problem(401, "the key must be one that the operator has given out")]);
  await refused.run.goOn();
  expect(refused.last()).toMatchObject({
    trouble: {
      text: "Der Server nimmt diesen API-Schlüssel nicht an. Er antwortet auf Englisch:",
      detail: "the key must be one that the operator has given out",
      lang: "en",
    },
  });
  const away = german([down]);
  await away.run.goOn();
  expect(away.states.find(({ phase }) => phase === "waiting")).toMatchObject({
    trouble: { text: "Der Server antwortet nicht." },
  });
  const broken = german([], new Blob([file, `"${"x".repeat(3_000_000)}`]));
  await broken.run.goOn();
  expect(broken.last()).toMatchObject({
    cause: "file",
    trouble: { detail: "eine Zeile ist länger als 2.097.152 Byte; ist ein Anführungszeichen offen geblieben?" },
  });
});
