import { afterEach, describe, expect, it } from "vitest";
import { toClient } from "../../service/client-address";
import { problemSchema } from "../problem/schema";
import { from, startApp, stopApp } from "../../testing/app";

afterEach(stopApp);

async function start(settings: Record<string, string>) {
  const { app, lines } = await startApp(settings);
  const ask = (address: string, forwarded?: string, path = "/api/models") =>
    app.request(path, forwarded ? { headers: { "x-forwarded-for": forwarded } } : {}, from(address));
  const left = async (...asked: Parameters<typeof ask>) =>
    /r=(\d+)/.exec((await ask(...asked)).headers.get("ratelimit") ?? "")?.[1];
  return { app, ask, left, lines };
}

describe("the rate limit", () => {
  it("tells each client how many requests are left, and refuses the one too many", async () => {
    const { ask } = await start({ RATE_LIMIT: "2" });
    const answers = [await ask("192.0.2.1"), await ask("192.0.2.1"), await ask("192.0.2.1")];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get("ratelimit"))).toEqual([
      '"default";r=1;t=60',
      '"default";r=0;t=60',
      '"default";r=0;t=60',
    ]);
    for (const { headers } of answers) expect(headers.get("ratelimit-policy")).toBe('"default";q=2;w=60');
    expect(answers.map(({ headers }) => headers.get("retry-after"))).toEqual([null, null, "60"]);
    const problem = problemSchema.parse(await answers[2]!.json());
    expect(problem.type).toBe("/docs#too-many-requests");
    expect(problem.detail).toBe("a client can make at most 2 requests a minute; the next must wait 60 s");
  });

  it("counts each client alone", async () => {
    const { ask } = await start({ RATE_LIMIT: "1" });
    for (const address of ["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1"]) {
      expect((await ask(address)).status).toBe(200);
      expect((await ask(address)).status).toBe(429);
    }
  });

  it("never refuses a probe, and says nothing of limits to one", async () => {
    const { ask } = await start({ RATE_LIMIT: "1" });
    for (const path of ["/api/health/live", "/api/health/ready", "/v2/health/live", "/ping", "/health", "/metrics"]) {
      for (let count = 0; count < 3; count++) {
        const { status, headers } = await ask("192.0.2.1", undefined, path);
        expect([status, headers.get("ratelimit")]).toEqual([200, null]);
      }
    }
  });

  it("is 600 a minute when nothing is set, and none at 0", async () => {
    const policy = async (limit: string) => {
      const { ask } = await start({ RATE_LIMIT: limit });
      return (await ask("192.0.2.1")).headers.get("ratelimit-policy");
    };
    expect(await policy("")).toBe('"default";q=600;w=60');
    expect(await policy("0")).toBeNull();
  });

  it("refuses in the words of the protocol", async () => {
    const { ask } = await start({ RATE_LIMIT: "1" });
    await ask("192.0.2.1");
    const refused = async (path: string) => {
      const response = await ask("192.0.2.1", undefined, path);
      expect(response.status).toBe(429);
      return response.json();
    };
    const message = expect.stringMatching(/^a client can make at most 1 request a minute; the next must wait \d+ s$/);
    expect(await refused("/v2")).toEqual({ error: message });
    expect(await refused("/version")).toEqual({ error_code: "REQUEST_LIMIT_EXCEEDED", message });
  });
});

describe("a client", () => {
  it("is who connects, whatever X-Forwarded-For says; the operator is told once that it is ignored", async () => {
    const { left, lines } = await start({ RATE_LIMIT: "9", LOG_LEVEL: "warn" });
    expect(await left("192.0.2.1", "198.51.100.1")).toBe("8");
    expect(await left("192.0.2.1", "198.51.100.2")).toBe("7");
    expect(lines().map(({ msg }) => msg)).toEqual([
      "X-Forwarded-For is ignored: set TRUST_PROXY to the number of proxies in front",
    ]);
  });

  it("is who connected to the outermost of the trusted proxies; what stands before that is made up", async () => {
    const { left } = await start({ RATE_LIMIT: "9", TRUST_PROXY: "1" });
    expect(await left("192.0.2.1", "198.51.100.1")).toBe("8");
    expect(await left("192.0.2.2", "203.0.113.9, 198.51.100.1")).toBe("7");
    expect(await left("192.0.2.1", "198.51.100.2")).toBe("8");
    const two = await start({ RATE_LIMIT: "9", TRUST_PROXY: "2" });
    expect(await two.left("192.0.2.1", "203.0.113.9, 198.51.100.1, 192.0.2.7")).toBe("8");
    expect(await two.left("192.0.2.1", "198.51.100.1, 192.0.2.8")).toBe("7");
  });

  it("is found whatever else the header holds: ports, brackets, empty parts", async () => {
    const { left } = await start({ RATE_LIMIT: "9", TRUST_PROXY: "1" });
    expect(await left("192.0.2.1", "198.51.100.1")).toBe("8");
    expect(await left("192.0.2.1", "unknown, , 198.51.100.1:5678,")).toBe("7");
    expect(await left("192.0.2.1", "[2001:db8:1:2::1]:443")).toBe("8");
    expect(await left("192.0.2.1", "2001:db8:1:2::9")).toBe("7");
    expect(await left("192.0.2.1", " , ")).toBe("8");
  });

  it("is who connects where a trusted proxy says nothing", async () => {
    const { left } = await start({ RATE_LIMIT: "9", TRUST_PROXY: "1" });
    expect(await left("192.0.2.1")).toBe("8");
    expect(await left("192.0.2.2")).toBe("8");
  });

  it("is told by X-Forwarded-For where there is no socket to be seen", async () => {
    const { app } = await start({ RATE_LIMIT: "9" });
    const left = async (headers: Record<string, string>) =>
      (await app.request("/api/models", { headers })).headers.get("ratelimit");
    expect(await left({ "x-forwarded-for": "198.51.100.1" })).toContain("r=8");
    expect(await left({ "x-forwarded-for": "198.51.100.2" })).toContain("r=8");
    expect(await left({})).toContain("r=8");
    expect(await left({})).toContain("r=7");
  });

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    [" 192.0.2.1 ", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::6", "2001:db8:1:2"],
    ["2001:db8::6", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["2001:db8:1:2:3::", "2001:db8:1:2"],
    ["::ffff:c000:201", "192.0.2.1"],
    ["0:0:0:0:0:FFFF:192.0.2.1", "192.0.2.1"],
    ["64:ff9b::192.0.2.1", "64:ff9b:0:0"],
    ["192.0.2.1:5678", "192.0.2.1"],
    ["[2001:db8:1:2::6]:443", "2001:db8:1:2"],
    ['"[2001:db8:1:2::6]:443"', "2001:db8:1:2"],
    ["[2001:db8:1:2::6]", "2001:db8:1:2"],
    ["[2001:db8:1:2::6", "unknown"],
    ["[]:443", "unknown"],
    ["192.0.2.1:5678:1", "unknown"],
    ["192.0.2.256", "unknown"],
    ["unknown", "unknown"],
    ["_hidden", "unknown"],
    ["", "unknown"],
    ["made up", "unknown"],
    ["[made up]:1", "unknown"],
    ["x".repeat(10_000), "unknown"],
  ])("at %j counts as %j", (address, client) => {
    expect(toClient(address)).toBe(client);
  });
});
