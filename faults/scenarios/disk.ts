import { startGlasshouse } from "../glasshouse";
import { BATCH, HOUSE, house } from "../houses";
import { idOf } from "../load";
import { checkClosed, checkPredictions, makeKey, storeOf } from "../owner";
import { until, type Got, type Scenario } from "../scenario";
import { send, sendJson, type Answer } from "../send";
import { makeSmallDisk } from "../small-disk";
import { countLost } from "../stores";
import { toWords } from "../through-proxy";

/** More outcomes than fit beside what is there. */
const MOST_OUTCOMES = 2_000;

export const disk: Scenario = {
  name: "disk",
  title: "The disk is full",
  about:
    "The disk of `DATA_DIR` runs full under a server with a key, which is then started again on the full disk, and gets room.",
  async run(rows) {
    const place = makeSmallDisk();
    if (!place) return rows.skip("everything", "no file system can be mounted here, and there is no prlimit");
    let app = await startGlasshouse({ DATA_DIR: place.folder });
    const key = await makeKey(app.url);
    const acknowledged = new Map<string, number>();
    let receipt = "";
    const report = async (): Promise<Answer> => {
      const predicted = await sendJson(app.url + HOUSE, house, { headers: { "x-api-key": key } });
      // Where the key of receipts cannot be read, there is none, and one from before is sent.
      receipt = (predicted.json().receipt as string | undefined) ?? receipt;
      const answer = await sendJson(`${app.url}/api/outcomes`, { receipt, actual: 95_000 });
      if (answer.status === 200) acknowledged.set(idOf(receipt), 95_000);
      return answer;
    };
    const checkRefused = async (): Promise<Got> => {
      let answer = await report();
      for (let count = 1; count < MOST_OUTCOMES && answer.status === 200; count++) answer = await report();
      const inWords = answer.text.includes("detail") && "retry-after" in answer.headers;
      return [toWords(answer), answer.status === 503 && inWords];
    };
    const checkState = async (wanted: string): Promise<Got> => {
      const state = await until(
        () => storeOf(app.url),
        ({ store }) => store === wanted,
        30,
      );
      return [JSON.stringify(state), state.store === wanted && (wanted === "ok" || Boolean(state.cause))];
    };
    const away = '"store": "away", the cause in words';
    for (let count = 0; count < 20; count++) await report();

    await rows.check("with room: what needs a key, without one", "refused", () => checkClosed(app.url));
    place.fill(app.child.pid!);
    await rows.check(
      `${place.kind}: POST outcomes`,
      "503 in words, with Retry-After, once there is no room",
      checkRefused,
    );
    await rows.check("full: GET /api/health/ready", away, () => checkState("away"));
    await rows.check("full: POST 50 predictions", "each 200", () => checkPredictions(app.url, key));
    await rows.check("full: what needs a key, without one", "refused", () => checkClosed(app.url));
    await rows.check("full: a batch with the key", "200", async () => {
      const answer = await sendJson(app.url + BATCH, { rows: [house] }, { headers: { "x-api-key": key } });
      return [toWords(answer), answer.status === 200];
    });
    await rows.check("full: GET a page", "200", async () => {
      const answer = await send(`${app.url}/models/house-price`);
      return [toWords(answer), answer.status === 200];
    });
    await rows.check("full: SIGTERM", "leaves with 0", async () => {
      const code = await app.stop();
      return [String(code), code === 0];
    });

    app = await startGlasshouse({ DATA_DIR: place.folder }, { before: place.before });
    await rows.check("started on the full disk: GET /api/health/ready", away, () => checkState("away"));
    await rows.check("started on the full disk: POST 50 predictions", "each 200", () => checkPredictions(app.url, key));
    await rows.check("started on the full disk: what needs a key, without one", "refused", () => checkClosed(app.url));
    await rows.check("started on the full disk: POST an outcome", "503 in words, with Retry-After", checkRefused);

    place.free(app.child.pid!);
    await rows.check("with room again: GET /api/health/ready", '"store": "ok", by itself', () => checkState("ok"));
    await rows.check("with room again: POST an outcome", "200", async () => {
      const answer = await report();
      return [toWords(answer), answer.status === 200];
    });
    await rows.check("with room again: what needs a key, without one", "refused", () => checkClosed(app.url));
    await app.stop();
    await rows.check("the outcomes that were acknowledged", "each in the store", async () => {
      const lost = await countLost({ DATA_DIR: place.folder }, acknowledged);
      return [`${lost} are lost`, lost === 0 && acknowledged.size > 20];
    });
  },
};
