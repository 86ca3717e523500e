import { setTimeout as sleep } from "node:timers/promises";
import { startFleet, type Fleet } from "../fleet";
import { Load } from "../load";
import { findProxy, NOT_THERE, ownNginx, startHaproxy, startNginx } from "../proxies";
import type { Rows, Scenario } from "../scenario";
import { countLost } from "../stores";

export const restarts: Scenario = {
  name: "restarts",
  title: "Rolling restarts",
  about:
    "Three instances that share PostgreSQL are stopped by SIGTERM and started again, one after another, under load: from a client that looks at readiness itself, through HAProxy, which takes out an instance that is not ready, and through nginx, which goes to the next where a connection is refused. The client keeps its connections and sends nothing twice.",
  async run(rows, quick) {
    const fleet = await startFleet(quick ? 8 : 5);
    const ports = fleet.instances.map(({ port }) => port);
    // A busy machine may look late, so that the quick part leaves more time to look and restarts one instance.
    const times = quick ? 1 : 6;
    const perSecond = quick ? 30 : 200;

    const direct = fleet.instances.map(({ url }) => url);
    // One way is enough for the quick part.
    if (!quick || !findProxy("haproxy")) {
      await restartAll(
        rows,
        "directly",
        fleet,
        new Load(direct, perSecond, { checked: true }),
        times,
        perSecond,
        quick,
      );
    }
    if (findProxy("haproxy")) {
      const proxy = await startHaproxy(ports, "200ms");
      await sleep(1_000);
      await restartAll(rows, "through HAProxy", fleet, new Load([proxy.url], perSecond), times, perSecond, quick);
      await proxy.stop();
    } else rows.skip("through HAProxy", NOT_THERE);
    if (quick) return fleet.remove();
    if (findProxy("nginx")) {
      const proxy = await startNginx(ownNginx(...ports));
      await restartAll(rows, "through nginx", fleet, new Load([proxy.url], perSecond), times, perSecond, quick);
      await proxy.stop();
    } else rows.skip("through nginx", NOT_THERE);
    await fleet.remove();
  },
};

async function restartAll(
  rows: Rows,
  way: string,
  fleet: Fleet,
  load: Load,
  times: number,
  perSecond: number,
  quick: boolean,
) {
  const what = `${way}: ${perSecond} requests a second through ${times} ${times === 1 ? "restart" : "restarts"}`;
  const codes: unknown[] = [];
  await sleep(1_000);
  await rows.check(
    what,
    "0 failed",
    async () => {
      try {
        for (let restart = 0; restart < times; restart++) {
          const index = restart % fleet.instances.length;
          codes.push(await fleet.instances[index]!.stop("SIGTERM"));
          await fleet.startAgain(index);
          // Whoever checks health sees that it is back before the next one leaves.
          await sleep(1_000);
        }
      } finally {
        await load.stop();
      }
      return [load.summary(), load.failures.length === 0 && (quick || load.refused === 0) && load.answered > 0];
    },
    600,
  );
  await rows.check(`${way}: the processes that were stopped`, "each leaves with 0", async () => {
    return [codes.join(", "), codes.length > 0 && codes.every((code) => code === 0)];
  });
  await rows.check(`${way}: the outcomes that were acknowledged`, "each in the database", async () => {
    const lost = await countLost({ DATABASE_URL: fleet.database }, load.acknowledged);
    return [`${load.acknowledged.size}, of which ${lost} are lost`, lost === 0 && load.acknowledged.size > 0];
  });
}
