import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fillLog } from "./fill-log";
import { KEY, servers, start } from "./servers";
import { writeTable } from "./table";

/**
 * How long one prediction takes while the same process, with one core, does something large: scores tables of many rows
 * that stream in and out, or reports on a log of many rows.
 */
const PASSWORD = "correct horse battery";
const SECONDS = 10;
/** Predictions a second, sent whether earlier ones are answered or not, so that none waits unseen. */
const RATE = 100;

const body = '{"area":6000,"bedrooms":3,"bathrooms":2,"stories":2,"guest_rooms":false,"basement":true,"parking":1}';

interface Latencies {
  p50: number;
  p99: number;
  most: number;
}

/** Something large that a server is made to do until it is stopped. */
type Work = (origin: string) => Promise<{ stop: () => Promise<void> }>;

async function probe(origin: string): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true });
  const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
  const one = () =>
    new Promise<number>((resolve, reject) => {
      const sent = performance.now();
      const request = send(
        `${origin}/api/models/house-price/predict`,
        { method: "POST", headers, agent },
        (response) => {
          if (response.statusCode !== 200) reject(new Error(`a prediction was answered with ${response.statusCode}`));
          response.resume().on("end", () => resolve(performance.now() - sent));
        },
      );
      request.on("error", reject).end(body);
    });
  const answers: Promise<number>[] = [];
  const started = performance.now();
  for (let count = 0; count < RATE * SECONDS; count++) {
    await setTimeout(Math.max(0, started + (1000 * count) / RATE - performance.now()));
    answers.push(one());
  }
  const sorted = (await Promise.all(answers)).sort((a, b) => a - b);
  agent.destroy();
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { p50: quantile(0.5), p99: quantile(0.99), most: sorted.at(-1)! };
}

/** Calls that each stream a table, again and again. */
function streaming(table: string, calls: number): Work {
  const script = fileURLToPath(new URL("peers/stream.mjs", import.meta.url));
  return async (origin) => {
    let going = true;
    let child: ReturnType<typeof spawn> | undefined;
    const url = `${origin}/api/models/house-price/predict/batch`;
    const run = () => {
      const command = ["-n", "19", process.execPath, script, url, KEY, table, String(calls)];
      child = spawn("nice", command, { stdio: ["ignore", "ignore", "inherit"] });
      child.on("close", () => going && run());
    };
    run();
    await setTimeout(1_000);
    return {
      async stop() {
        going = false;
        child!.kill("SIGKILL");
        await setTimeout(500);
      },
    };
  };
}

/** Reports on the last 90 days, one after another, by the page's own interface. */
const monitoring: Work = async (origin) => {
  const login = await fetch(`${origin}/admin/login`, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ password: PASSWORD }),
    redirect: "manual",
  });
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  let going = true;
  const reports = (async () => {
    while (going) {
      const answer = await fetch(`${origin}/api/models/house-price/monitoring?days=90`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`monitoring answers ${answer.status}`);
      await answer.arrayBuffer();
    }
  })();
  return {
    async stop() {
      going = false;
      await reports;
    },
  };
};

async function measure(name: string, work: Work | null, dataDir: string): Promise<string> {
  process.stderr.write(`one prediction while: ${name}\n`);
  const [server] = servers;
  const running = await start({ ...server!, env: { ...server!.env, DATA_DIR: dataDir, ADMIN_PASSWORD: PASSWORD } });
  const { origin } = running.url;
  try {
    while (!(await fetch(`${origin}/api/health/ready`).catch(() => null))?.ok) await setTimeout(20);
    // The first page waits for Next.
    await (await fetch(origin)).arrayBuffer();
    const busy = await work?.(origin);
    const { p50, p99, most } = await probe(origin);
    await busy?.stop();
    return `| ${[name, p50.toFixed(2), p99.toFixed(2), most.toFixed(2)].join(" | ")} |`;
  } finally {
    await running.stop();
  }
}

/** Measure each; gives a Markdown table. */
export async function measureWhileBusy(rows: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "glasshouse-bench-"));
  try {
    const table = join(folder, "table.csv");
    await writeTable(table, rows);
    const log = join(folder, "log");
    await fillLog(log, rows);
    const count = rows.toLocaleString("en-US");
    const empty = join(folder, "empty");
    return [
      `| one prediction, ${RATE} a second, while | p50 ms | p99 ms | most ms |`,
      "| --- | --: | --: | --: |",
      await measure("nothing else runs", null, empty),
      await measure(`a table of ${count} rows streams`, streaming(table, 1), empty),
      await measure(`20 tables of ${count} rows stream`, streaming(table, 20), empty),
      await measure(`monitoring reports on a log of ${count} rows`, monitoring, log),
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await measureWhileBusy(Number(process.argv[2] ?? 1_000_000)));
}
