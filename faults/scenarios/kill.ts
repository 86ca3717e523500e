import { setTimeout as sleep } from "node:timers/promises";
import { startFleet, type Fleet } from "../fleet";
import { Load } from "../load";
import { findProxy, NOT_THERE, startHaproxy } from "../proxies";
import type { Rows, Scenario } from "../scenario";
import { countLost } from "../stores";

export const kill: Scenario = {
  name: "kill",
  title: "One instance killed",
  about: "One of three instances is ended by `kill -9` in the middle of the same load, and started again.",
  async run(rows, quick) {
    const fleet = await startFleet(0);
    const perSecond = quick ? 30 : 200;
    const times = quick ? 1 : 5;
    await killOne(rows, "directly", fleet, times, () => {
      const urls = fleet.instances.map(({ url }) => url);
      return new Load(urls, perSecond);
    });
    if (quick) return fleet.remove();
    if (findProxy("haproxy")) {
      const proxy = await startHaproxy(
        fleet.instances.map(({ port }) => port),
        "200ms",
      );
      await sleep(1_000);
      await killOne(rows, "through HAProxy", fleet, times, () => new Load([proxy.url], perSecond));
      await proxy.stop();
    } else rows.skip("through HAProxy", NOT_THERE);
    await fleet.remove();
  },
};

async function killOne(rows: Rows, way: string, fleet: Fleet, times: number, begin: () => Load): Promise<void> {
  const load = begin();
  const inFlight: number[] = [];
  await rows.check(`${way}: kill -9 of one, ${times} times`, "no more fail than were in flight there", async () => {
    try {
      for (let time = 0; time < times; time++) {
        await sleep(2_000);
        const index = time % fleet.instances.length;
        const instance = fleet.instances[index]!;
        // A client of its own is taken to know at once; a proxy finds out by itself, so all that it holds counts.
        const target = load.targets.find(({ url }) => url === instance.url);
        if (target) target.up = false;
        inFlight.push(target ? target.inFlight : load.inFlight);
        await instance.stop("SIGKILL");
        await sleep(1_000);
        await fleet.startAgain(index);
        if (target) {
          target.agent.destroy();
          target.up = true;
        }
      }
      await sleep(1_000);
    } finally {
      await load.stop();
    }
    const most = inFlight.reduce((sum, count) => sum + count, 0);
    return [`${load.summary()}; ${most} in flight at kill`, load.failures.length <= most && load.answered > 0];
  });
  await rows.check(`${way}: the outcomes that were acknowledged`, "each in the database", async () => {
    const lost = await countLost({ DATABASE_URL: fleet.database }, load.acknowledged);
    return [`${load.acknowledged.size}, of which ${lost} are lost`, lost === 0 && load.acknowledged.size > 0];
  });
}
