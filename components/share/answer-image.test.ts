import { beforeEach, expect, test, vi } from "vitest";
import { answerModelImage, answerResultImage } from "./answer-image";
import { drawPng } from "./draw";
import { imageOf } from "./images";
import type { Picture } from "./picture";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";

vi.mock("./draw", () => ({ drawPng: vi.fn(async () => new Uint8Array([1, 2, 3])) }));
beforeEach(() => vi.mocked(drawPng).mockClear());

const ask = (query: string, init?: RequestInit, id = "house-price") =>
  answerResultImage({ request: new Request(`http://a.example/models/${id}/estimate/image?${query}`, init), id });
/** The headline of what was drawn last. */
const drawn = () => [vi.mocked(drawPng).mock.lastCall![0].headline].flat()[0];

test("answerResultImage(asked) draws once for one result, whatever a tracker appends to its address", async () => {
  const answer = await ask(HOUSE);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=86400",
    etag: expect.stringMatching(/^"[\w-]+"$/),
  });
  expect(drawn()).toBe("$90,200");
  const again = await ask(`utm_source=mail&${HOUSE.replace("6000", "6%2C000")}`);
  expect(again.headers.get("etag")).toBe(answer.headers.get("etag"));
  expect(drawPng).toHaveBeenCalledTimes(1);
});

test("answerResultImage(asked) speaks the language of the address", async () => {
  const [english, german, unknown] = await Promise.all(
    ["", "&language=de", "&language=xx"].map((more) => ask(HOUSE + more)),
  );
  expect(german!.headers.get("etag")).not.toBe(english!.headers.get("etag"));
  expect(unknown!.headers.get("etag")).toBe(english!.headers.get("etag"));
  expect(drawn()).toMatch(/^90\.200/);
});

test("answerResultImage(asked) draws nothing for HEAD, for a version that the client has, and for what is at fault", async () => {
  const other = HOUSE.replace("6000", "6100");
  const head = await ask(other, { method: "HEAD" });
  expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "image/png", ""]);
  const etag = head.headers.get("etag")!;
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    expect((await ask(other, { headers: { "if-none-match": known } })).status, known).toBe(304);
  }
  const faulty = await ask(`${HOUSE}&language=de`.replace("6000", "<b>"));
  expect([faulty.status, faulty.headers.get("cache-control")]).toEqual([400, "no-store"]);
  expect(await faulty.text()).toBe("Es gibt kein Bild: Prüfen Sie area in der Adresse.\n");
  expect((await ask("")).status).toBe(400);
  expect((await ask(HOUSE, {}, "nothing")).status).toBe(404);
  expect(drawPng).not.toHaveBeenCalled();
});

test("answerModelImage(asked) is the same whatever the query", async () => {
  const of = (query: string) =>
    answerModelImage({ request: new Request(`http://a.example/models/salary/image?${query}`), id: "salary" });
  const etags = await Promise.all(
    ["", "utm_source=x", "experience=2"].map(async (query) => (await of(query)).headers.get("etag")),
  );
  expect(new Set(etags).size).toBe(1);
  expect(drawn()).toBe("Salary");
});

test("answerResultImage(asked) says when to try again where an image cannot be drawn", async () => {
  vi.mocked(drawPng).mockRejectedValueOnce(new Error("no memory"));
  const answer = await ask(HOUSE.replace("6000", "6200"));
  expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([
    503,
    "5",
    "no-store",
  ]);
  expect((await ask(HOUSE.replace("6000", "6200"))).status).toBe(200);
});

test("imageOf(key, picture, draw) draws one after the other, shares what is being drawn, and refuses past its queue", async () => {
  const going: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  const draw = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise<void>((resolve) => going.push(resolve));
    atOnce--;
    return new Uint8Array(10);
  };
  const wanted = Array.from({ length: 9 }, (_, index) => imageOf(`queue ${index}`, {} as Picture, draw));
  const shared = imageOf("queue 0", {} as Picture, draw);
  const finished = Promise.all([...wanted, shared]);
  const timer = setInterval(() => going.shift()?.(), 1);
  const images = await finished;
  clearInterval(timer);
  expect(images.map((image) => image !== undefined)).toEqual([...Array(7).fill(true), false, false, true]);
  expect(most).toBe(1);
});

test("imageOf(key, picture, draw) keeps the images that were wanted last, within a limit of bytes", async () => {
  const draw = vi.fn(async () => new Uint8Array(3 * 2 ** 20));
  for (const key of ["first", "second", "first", "third"]) await imageOf(key, {} as Picture, draw);
  draw.mockClear();
  for (const key of ["first", "third"]) await imageOf(key, {} as Picture, draw);
  expect(draw).not.toHaveBeenCalled();
  await imageOf("second", {} as Picture, draw);
  expect(draw).toHaveBeenCalledTimes(1);
});
