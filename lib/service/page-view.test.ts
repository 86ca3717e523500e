import { afterEach, describe, expect, it } from "vitest";
import { house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";
import { DAY, startOfDay } from "../store/days";
import { forgetProcessState } from "../process-state";
import { isNotLookedAt } from "./page-view";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("isNotLookedAt(headers)", () => {
  const sent = (more: Record<string, string> = {}) => new Headers({ "user-agent": BROWSER, ...more });

  it.each<Record<string, string>>([
    {},
    { "user-agent": "curl/8.5.0" },
    { "user-agent": "" },
    { "user-agent": "Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG 9) AppleWebKit/537.36 Mobile Safari/537.36" },
    { "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/131.0.0.0 Mobile Safari/537.36 Telegram-Android/11.4.2" },
    { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
  ])("is false of a visit: %o", (more) => {
    expect(isNotLookedAt(sent(more))).toBe(false);
  });

  it.each<Record<string, string>>([
    { "x-glasshouse-head": "1" },
    { "sec-purpose": "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { purpose: "prefetch" },
    { "x-purpose": "preview" },
    { "x-moz": "prefetch" },
    { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
    { "user-agent": "TelegramBot (like TwitterBot)" },
    { "user-agent": "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)" },
    { "user-agent": "WhatsApp/2.23.20.0" },
    { "user-agent": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)" },
    { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
    { "user-agent": "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)" },
    { "user-agent": "Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5" },
    { "user-agent": "Baiduspider/2.0" },
  ])("is true of %o", (more) => {
    expect(isNotLookedAt(sent(more))).toBe(true);
  });
});

describe("rememberPage(model, inputs, prediction, headers)", () => {
  let started: Awaited<ReturnType<typeof startAppWithStore>>;
  afterEach(() => started.stop());

  async function start(settings: Record<string, string> = {}) {
    started = await startAppWithStore(settings);
    const { findModel } = await import("../registry/registry");
    const { predict } = await import("../model/answer/predict");
    const { rememberPage } = await import("./score");
    const { receiptKey } = await import("./signing-key");
    const model = (await findModel("house-price"))!;
    const look = async (more: { area?: number; headers?: Record<string, string>; at?: number } = {}) => {
      const inputs = model.schema.parse({ ...house, ...(more.area !== undefined && { area: more.area }) });
      const headers = new Headers({ "user-agent": BROWSER, ...more.headers });
      return rememberPage(model, inputs, predict(model, inputs), headers, { key: await receiptKey(), at: more.at });
    };
    return { model, look };
  }

  /** How many predictions are logged and tallied. */
  async function counted(): Promise<[logged: number, tallied: number]> {
    const { drainPredictionLog } = await import("./prediction-log");
    await drainPredictionLog();
    const { countPredictions, readPredictions } = await import("../store/predictions");
    const { withStore } = await import("../store/store");
    const always = { from: 0, to: 9e15 };
    return withStore(async (store) => {
      let rows = 0;
      for await (const _ of readPredictions(store, { model: "house-price" }, always)) rows++;
      return [rows, await countPredictions(store, "house-price", always)];
    });
  }

  it("counts the same inputs once a day, and each look has a receipt of its own", async () => {
    const { look } = await start();
    const at = startOfDay(Date.now());
    const receipts = [await look({ at }), await look({ at: at + 1 }), await look({ at: at + 2 })];
    expect(new Set(receipts).size).toBe(3);
    expect(await counted()).toEqual([1, 1]);
    const metrics = await (await started.app.request("/metrics")).text();
    expect(metrics).toMatch(/glasshouse_predictions_total\{[^}]*\} 1\n/);
    await look({ at, area: 7_000 });
    await look({ at: at - DAY });
    expect(await counted()).toEqual([3, 3]);
  });

  it("counts them once whatever instances answer, and after a restart", async () => {
    const { look } = await start({ SECRET_KEY: "of all instances, 32 characters or more" });
    await look();
    expect(await counted()).toEqual([1, 1]);
    // Nothing that this process knows is left, as if it were another.
    const { closeStore } = await import("../store/store");
    await closeStore();
    forgetProcessState();
    await look();
    expect(await counted()).toEqual([1, 1]);
  });

  it("counts nothing that is not looked at, and gives a receipt all the same", async () => {
    const { look } = await start();
    const headers: Record<string, string>[] = [
      { "x-glasshouse-head": "1" },
      { "sec-purpose": "prefetch;prerender" },
      { "user-agent": "Slackbot-LinkExpanding 1.0" },
    ];
    for (const each of headers) expect(await look({ headers: each })).toMatch(/^ey/);
    expect(await counted()).toEqual([0, 0]);
    await look();
    expect(await counted()).toEqual([1, 1]);
  });
});
