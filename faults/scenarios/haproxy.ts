import { startGlasshouse } from "../glasshouse";
import { findProxy, NOT_THERE, startHaproxy } from "../proxies";
import { until, type Scenario } from "../scenario";
import { send, sendRaw, statusOf } from "../send";
import { askAfterIdling, checkForms, checkTraffic, checkUpgrade } from "../through-proxy";

const PROBES = ["/api/health/ready", "/api/health/live", "/ping", "/v2/health/ready", "/metrics", "/"];

export const haproxy: Scenario = {
  name: "haproxy",
  title: "Behind HAProxy",
  about:
    "HAProxy 2 with its defaults and `option httpchk GET /api/health/ready`, which it sends in HTTP/1.0 without `Host`.",
  async run(rows, quick) {
    const app = await startGlasshouse();
    for (const path of PROBES) {
      await rows.check(`GET ${path} in HTTP/1.0 without Host`, "200", async () => {
        const raw = await sendRaw(app.port, `GET ${path} HTTP/1.0\r\n\r\n`);
        return [raw.split("\r\n")[0] || "no answer", statusOf(raw) === 200];
      });
    }
    if (!findProxy("haproxy")) {
      rows.skip("everything through HAProxy", NOT_THERE);
      return void (await app.stop());
    }
    const proxy = await startHaproxy([app.port], "1s");
    await rows.check("the check of health", "the server is UP", async () => {
      const stateOf = async () => {
        const line = (await send(proxy.stats)).text.split("\n").find((each) => each.startsWith("back,app0,"));
        const fields = line?.split(",") ?? [];
        return { state: fields[17], check: fields[36], code: fields[37] };
      };
      const { state, check, code } = await until(
        stateOf,
        (seen) => Boolean(seen.check) && !seen.check!.startsWith("*"),
        10,
      );
      return [`${state}, ${check} ${code}`, state === "UP" && check === "L7OK"];
    });
    await checkTraffic(rows, "HAProxy", proxy.url, quick ? 2_000 : 20_000);
    await checkForms(rows, "HAProxy", proxy.url, `intranet.test:${proxy.port}`);
    await checkUpgrade(rows, "HAProxy", proxy.port);
    const seconds = quick ? 3 : 61;
    await rows.check(`a prediction on a connection idle for ${seconds} s`, "200 and the estimate", () =>
      askAfterIdling(proxy.url, seconds),
    );
    await proxy.stop();
    await app.stop();
  },
};
