import { startGlasshouse } from "../glasshouse";
import { csvOf } from "../houses";
import { findProxy, NOT_THERE, ownNginx, plainNginx, startNginx, websocketNginx } from "../proxies";
import type { Scenario } from "../scenario";
import { askAfterIdling, checkBatch, checkForms, checkTraffic, checkUpgrade } from "../through-proxy";

/** Of the table of houses: 20 MB, and a slice below the 1 MiB that nginx takes by itself. */
const WHOLE_ROWS = 1_000_000;
const SLICE_ROWS = 45_000;

/** Longer than Node keeps an idle connection by itself, and in full as long as nginx does. */
const IDLE_SECONDS = { quick: 6, full: 58 };

export const nginx: Scenario = {
  name: "nginx",
  title: "Behind nginx",
  about:
    "nginx with one `location` and a `proxy_pass` alone, so HTTP/1.0 and the server's own address as `Host`; with what is copied from instructions for websockets; and with `deploy/nginx.conf`.",
  async run(rows, quick) {
    if (!findProxy("nginx")) return rows.skip("everything", NOT_THERE);
    const app = await startGlasshouse({ TRUST_PROXY: "1" });
    const [plain, copied, own] = await Promise.all(
      [plainNginx, websocketNginx, ownNginx].map((write) => startNginx(write(app.port))),
    );
    const count = quick ? 2_000 : 8_000;
    const seconds = IDLE_SECONDS[quick ? "quick" : "full"];
    const idle = askAfterIdling(own!.url, seconds);
    idle.catch(() => undefined);

    for (const [name, proxy] of [
      ["default", plain!],
      ["recommended", own!],
    ] as const) {
      await checkTraffic(rows, name, proxy.url, count);
      await checkForms(rows, name, proxy.url, `intranet.test:${proxy.port}`);
      await checkUpgrade(rows, name, proxy.port);
    }
    await checkForms(rows, "copied", copied!.url, `intranet.test:${copied!.port}`);
    await checkUpgrade(rows, "copied", copied!.port);

    if (!quick) {
      await rows.check("default: 20 MB of CSV in slices of 900 kB", "each 200 and whole", async () => {
        const slice = csvOf(SLICE_ROWS);
        const slices = Math.ceil(WHOLE_ROWS / SLICE_ROWS);
        for (let sent = 1; sent <= slices; sent++) {
          const [got, held] = await checkBatch(plain!.url, "text/csv", slice, SLICE_ROWS);
          if (!held) return [`slice ${sent}: ${got}`, false];
        }
        return [`${slices} slices whole`, true];
      });
      await rows.check("recommended: 20 MB of CSV at once", "200, as many rows, each with its estimate", () =>
        checkBatch(own!.url, "text/csv", csvOf(WHOLE_ROWS), WHOLE_ROWS),
      );
    }
    await rows.check(
      `recommended: a prediction on a connection idle for ${seconds} s`,
      "200 and the estimate",
      () => idle,
    );
    await Promise.all([plain, copied, own].map((proxy) => proxy!.stop()));
    await app.stop();
  },
};
