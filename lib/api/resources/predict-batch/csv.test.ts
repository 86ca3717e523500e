import { afterEach, expect, test } from "vitest";
import { app } from "../../app";
import { startApp, stopApp } from "../../../testing/app";
import { BATCH, HOUSE, house } from "../../../testing/api";
import { startAppWithStore } from "../../../testing/api-store";

afterEach(stopApp);

const HEADER = "area,bedrooms,bathrooms,stories,guest_rooms,basement,parking";
const HOUSE_ROW = "6000,3,2,2,no,yes,1";

function post(body: BodyInit, query = "", asked = app) {
  const init = { method: "POST", headers: { "content-type": "text/csv" }, body, duplex: "half" };
  return asked.request(BATCH + query, init as RequestInit);
}

/** A body that gives the same bytes again and again, and how often it was asked for them. */
function endless(text: string, times = Infinity) {
  const bytes = new TextEncoder().encode(text);
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`${HEADER}\n`)),
    pull: (controller) => (seen.pulled++ < times ? controller.enqueue(bytes) : controller.close()),
    cancel: () => void (seen.cancelled = true),
  });
  return { body, seen };
}

test("a table comes back with the answer of predict in each row, and its own columns as they were", async () => {
  const response = await post(`id,${HEADER}\r\n"a ""b""",${HOUSE_ROW}\r\nc,6000,0,2,2,no,yes,1\r\n`, "?level=0.9");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [head, first, second, end] = (await response.text()).split("\r\n");
  expect(head).toBe(`id,${HEADER},estimate,low,high,within_10,warnings,error`);
  const headers = { "content-type": "application/json" };
  const asked = await app.request(`${HOUSE}?level=0.9`, { method: "POST", headers, body: JSON.stringify(house) });
  const { estimate, interval, confidence } = await asked.json();
  const [id, ...cells] = first!.split(",");
  expect(id).toBe('"a ""b"""');
  expect(cells.slice(7, 10).map(Number)).toEqual([estimate, interval.low, interval.high]);
  expect(Number(cells[10])).toBeCloseTo(confidence.probability, 12);
  expect(second).toBe("c,6000,0,2,2,no,yes,1,,,,,,bedrooms must be between 1 and 10");
  expect(end).toBe("");
});

test("columns can be named in the query where the table calls them otherwise", async () => {
  const body = `${HEADER.replace("area", "surface")}\n${HOUSE_ROW}\n`;
  expect((await post(body)).status).toBe(422);
  const response = await post(body, "?map.area=surface");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(`\n${HOUSE_ROW},90242.69`);
});

test.each([
  ["nothing", "", "", "the file is empty; its first line must name the columns"],
  [
    "a missing column",
    `${HEADER.replace(",parking", "")}\n6000`,
    "",
    "there must be a column parking for garage places",
  ],
  [
    "a column twice",
    `${HEADER},area\n${HOUSE_ROW},1`,
    "",
    "there must be one column for lot area; area and area could be it",
  ],
  ["a column that is not there", `${HEADER}\n`, "?map.area=Surface", "there must be a column Surface for lot area"],
  [
    "a column for what is no input",
    `${HEADER}\n`,
    "?map.garden=area",
    "map.garden is not a parameter; the parameters are level, version, receipts, decimal, map.area, map.bedrooms, map.bathrooms, map.stories, map.guest_rooms, map.basement, map.parking, map.area_per_bedroom, map.bb_ratio",
  ],
  ["a spreadsheet", "PK\u0003\u0004", "", "the file must be CSV and not a spreadsheet or an archive; save it as CSV"],
])("refuses %s before any row is read", async (_, body, query, detail) => {
  const response = await post(body, query);
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toContainEqual(expect.objectContaining({ detail }));
});

test("a table without rows comes back without rows", async () => {
  expect(await (await post(HEADER)).text()).toBe(`${HEADER},estimate,low,high,within_10,warnings,error\n`);
});

test("the answer begins before the table has ended, and takes no more of it than the client takes of the answer", async () => {
  const { body, seen } = endless(`${HOUSE_ROW}\n`.repeat(2_000));
  const reader = (await post(body)).body!.getReader();
  await reader.read();
  await reader.read();
  const { pulled } = seen;
  await new Promise((later) => setTimeout(later, 100));
  expect(seen.pulled - pulled).toBeLessThan(100);
  await reader.cancel();
  await expect.poll(() => seen.cancelled).toBe(true);
});

test("past BATCH_LIMIT the last row says why, and the answer breaks off", async () => {
  const { app } = await startApp({ BATCH_LIMIT: "2000000" });
  const { body } = endless(`${HOUSE_ROW}\n`.repeat(2_000), 100);
  const reader = (await post(body, "", app)).body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const readAll = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  };
  await expect(readAll()).rejects.toThrow();
  expect(text.split("\n").at(-2)).toBe(`,,,,,,,,,,,,"the body must be at most 2,000,000 bytes"`);
});

test.each([
  ["a comma where another cell has one", '"6000,5"', '"7,250"', 7.25, "decimals"],
  ["a point where another cell has one", "6000.5", '"7,250"', 7250, "thousands"],
])("reads %s before decimals, in the whole file", async (_, first, second, area) => {
  const rest = HOUSE_ROW.replace("6000", "");
  const table = `${HEADER}\n${first}${rest}\n${second}${rest}\n`;
  const [, , last] = (await (await post(table)).text()).split("\n");
  const [, , plain] = (await (await post(`${HEADER}\n6000.5${rest}\n${area}${rest}\n`)).text()).split("\n");
  const answerOf = (line = "") => line.replace(/^("[^"]*"|[^,]*)/, "").replaceAll(/"(-?\d+),(\d+)"/g, "$1.$2");
  expect(answerOf(last)).toBe(answerOf(plain));
});

test("refuses a number that is written otherwise than its file, and one with two readings where none tells", async () => {
  const rest = HOUSE_ROW.replace("6000", "");
  const errors = async (rows: string[], query = "") => {
    const text = await (await post([HEADER, ...rows.map((row) => row + rest), ""].join("\n"), query)).text();
    return text
      .split("\n")
      .slice(1, -1)
      .map((line) => /lot area[^"]*|[^,"]*$/.exec(line)![0]);
  };
  expect(await errors(["6000.5", "6001.5", '"6000,5"'])).toEqual([
    "",
    "",
    "lot area must have a point before decimals, as its file has",
  ]);
  expect(await errors(['"6,000"'])).toEqual([""]);
  expect(await errors(['"6,000"'], "?decimal=,")).toEqual(["lot area must be between 500 and 50,000 sq ft"]);
  expect((await post(HEADER, "?decimal=x")).status).toBe(422);
});

test("takes units, signs of yes and no, and missing texts as people write them", async () => {
  const [, first, second] = (
    await (await post(`${HEADER}\n6000 SQ FT,3.0,2.0,2.0,0.0,1.0,1.0\nNA,3,2,2,N,Y,1\n`)).text()
  ).split("\n");
  const [, plain] = (await (await post(`${HEADER}\n${HOUSE_ROW}\n`)).text()).split("\n");
  expect(first!.split(",").slice(7)).toEqual(plain!.split(",").slice(7));
  expect(second).toContain("lot area is required");
});

test("a table that begins with a byte order mark comes back with it, and no other does", async () => {
  const bytes = async (text: string) => new Uint8Array(await (await post(text)).arrayBuffer());
  const marked = await bytes(`\ufeff${HEADER}\n${HOUSE_ROW}\n`);
  const plain = await bytes(`${HEADER}\n${HOUSE_ROW}\n`);
  expect([...marked.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(Buffer.from(marked.subarray(3))).toEqual(Buffer.from(plain));
});

test("a short row of a wide table has a long answer, which is sent a piece at a time", async () => {
  const more = Array.from({ length: 4_000 }, (_, index) => `c${index}`);
  const response = await post(`${HEADER},${more.join()}\n${"1\n".repeat(2_000)}`);
  const sizes: number[] = [];
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) sizes.push(part.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(2_000 * 4_000);
  expect(Math.max(...sizes)).toBeLessThan(2 ** 19);
});

test.each([
  ["a first line of 3 MB", "x".repeat(3_000_000), "the first line is longer than 2,097,152 bytes"],
  ["100,000 columns", "x,".repeat(100_000), "the first line must have at most 4,096 columns"],
])("refuses %s in words", async (_, body, detail) => {
  const response = await post(body);
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toEqual([{ pointer: "#", detail }]);
});

test("a field of 10 MB is no row: the last one says so, and the answer breaks off", async () => {
  const reader = (await post(`${HEADER}\n${HOUSE_ROW}\n"${"x".repeat(10_000_000)}"\n`))
    .body!.pipeThrough(new TextDecoderStream())
    .getReader();
  let text = "";
  const readAll = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  };
  await expect(readAll()).rejects.toThrow();
  expect(text.split("\n").at(-2)).toBe(`,,,,,,,,,,,,"a row is longer than 2,097,152 bytes; is a quote left open?"`);
});

test("with receipts=1 each estimate has a receipt that its outcome can be reported with, and other rows none", async () => {
  const { app, stop } = await startAppWithStore();
  const body = `${HEADER}\n${HOUSE_ROW}\n6000,0,2,2,no,yes,1\n50000,1,2,2,no,yes,1\n`;
  const [head, scored, bad, refused] = (await (await post(body, "?receipts=1", app)).text()).split("\n");
  expect(head).toBe(`${HEADER},estimate,low,high,within_10,warnings,error,receipt`);
  const receipt = scored!.split(",").at(-1)!;
  expect([bad, refused].map((row) => row!.split(",").at(-1))).toEqual(["", ""]);
  const report = { method: "POST", headers: { "content-type": "application/json" } };
  const reported = await app.request("/api/outcomes", { ...report, body: JSON.stringify({ receipt, actual: 95_000 }) });
  expect(await reported.json()).toMatchObject({
    status: "stored",
    model: "house-price",
    estimate: Number(scored!.split(",")[7]),
  });
  await stop();
});

test("receipts=1 is refused where nothing can sign them, and receipts=yes everywhere", async () => {
  const { app } = await startApp({ DATA_DIR: "none" });
  expect((await post(`${HEADER}\n`, "?receipts=1", app)).status).toBe(503);
  const response = await post(`${HEADER}\n`, "?receipts=yes", app);
  expect((await response.json()).errors).toEqual([{ parameter: "receipts", detail: "receipts must be 0 or 1" }]);
});

test("estimates and refusals of a table are logged as those of lines of JSON are; bad rows are not", async () => {
  const { app, stop } = await startAppWithStore();
  const rows = [house, { ...house, area: 50000, bedrooms: 1 }, { ...house, area: 20000 }];
  const cells = rows.map((row) => `${Object.values(row).join()}\n`).join("");
  await (await post(`${HEADER}\n${cells}6000,0,2,2,no,yes,1\n`, "?level=0.9", app)).text();
  const { drainPredictionLog } = await import("../../../service/prediction-log");
  const { withStore } = await import("../../../store/store");
  const logged = async () => {
    await drainPredictionLog();
    const rows = await withStore((store) => store.selectFrom("prediction").selectAll().orderBy("id").execute());
    await withStore((store) => store.deleteFrom("prediction").execute());
    return rows.map(({ id: _, at: __, ...row }) => row);
  };
  const ofTable = await logged();
  expect(ofTable).toHaveLength(3);
  const lines = rows.map((row) => JSON.stringify(row)).join("\n");
  const init = { method: "POST", headers: { "content-type": "application/x-ndjson" }, body: lines };
  await (await app.request(`${BATCH}?level=0.9`, init)).text();
  expect(ofTable).toEqual(await logged());
  await stop();
});
