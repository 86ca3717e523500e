import { execFileSync, spawnSync } from "node:child_process";
import { parseSpec } from "@/lib/model/spec";
import { startProcess, stopApp } from "@/lib/testing/app";
import { makeSpec } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { asCurl, asCurlLine, asCurlOfFile, asCurlToFile } from "./curl";
import { asFetch } from "./javascript";
import { otherCalls } from "./protocols";
import { asPython } from "./python";
import { asR } from "./r";

const URL = "http://127.0.0.1:3000/api/models/house-price/predict";
/** Every kind of value, with a level that is hard to quote and a name that is a word of R. */
const inputs = { area: 6000.5, basement: true, garden: false, heating: 'it\'s "x" \\ é $HOME', next: 1e21 };

function canRun(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

function shellWords(curl: string, key = ""): string[] {
  const env = { ...process.env, GLASSHOUSE_KEY: key };
  const printed = execFileSync("sh", ["-c", curl.replace(/^curl/, "printf '%s\\0'")], { encoding: "utf8", env });
  return printed.split("\0").slice(0, -1);
}

test("a shell reads the body of the curl as it was meant", () => {
  const [url, flag, header, data, body] = shellWords(asCurl(URL, inputs));
  expect([url, flag, header, data]).toEqual([URL, "--header", "content-type: application/json", "--data"]);
  expect(JSON.parse(body!)).toEqual(inputs);
});

test("a shell puts the key of its environment into every curl that is keyed, and into no other", () => {
  const calls = [
    asCurl(URL, inputs, true),
    asCurlLine(URL, inputs, true),
    asCurlOfFile(URL, "houses.csv", "scored.csv", true),
    asCurlToFile(`${URL}?format=sql&table=toy`, "toy.sql"),
  ];
  for (const call of calls) expect(shellWords(call, "gh_1")).toContain("authorization: Bearer gh_1");
  for (const call of [asCurl(URL, inputs), asCurlLine(URL, inputs, false), asCurlOfFile(URL, "a", "b")]) {
    expect(call).not.toContain("authorization");
  }
  expect(JSON.parse(shellWords(asCurlLine(URL, inputs, true)).at(-1)!)).toEqual(inputs);
});

test("an address with a query is one word of a shell, and not a pattern of files", () => {
  const curl = asCurl("http://127.0.0.1/invocations?model=toy", inputs);
  expect(curl).toContain("curl 'http://127.0.0.1/invocations?model=toy' ");
  expect(shellWords(curl)[0]).toBe("http://127.0.0.1/invocations?model=toy");
});

test("the fetch sends the inputs by name", async () => {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    calls.push({ url, init });
    return { json: async () => ({ estimate: 1, interval: {} }) };
  };
  const run = new Function("fetch", `return (async () => { ${asFetch(URL, inputs)}; return estimate; })();`);
  expect(await run(fetch)).toBe(1);
  expect(calls[0]!.url).toBe(URL);
  expect(calls[0]!.init.method).toBe("POST");
  expect(JSON.parse(String(calls[0]!.init.body))).toEqual(inputs);
});

test("the fetch sends the key of the environment where one is needed", async () => {
  const sent: RequestInit[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    sent.push(init);
    return { json: async () => ({}) };
  };
  const run = new Function("fetch", "process", `return (async () => { ${asFetch(URL, inputs, true)} })();`);
  await run(fetch, { env: { GLASSHOUSE_KEY: "gh_1" } });
  expect(sent[0]!.headers).toEqual({ "content-type": "application/json", authorization: "Bearer gh_1" });
  expect(JSON.parse(String(sent[0]!.body))).toEqual(inputs);
});

test("Python and R get the values in their own words", () => {
  const python = asPython(URL, inputs);
  expect(python).toContain(`"${URL}"`);
  expect(python).toContain('        "basement": True,\n        "garden": False,\n');
  expect(python).toContain(String.raw`        "heating": "it's \"x\" \\ é $HOME",`);
  const r = asR(URL, inputs);
  expect(r).toContain(`request("${URL}")`);
  expect(r).toContain("    basement = TRUE,\n    garden = FALSE,\n");
  expect(r).toContain(String.raw`    heating = "it's \"x\" \\ é $HOME",`);
  expect(r).toContain("    `next` = 1e+21\n  )");
});

/** Stands in for requests: prints what would be sent, and answers. */
const PYTHON = `
import json, sys, types
class Response:
    def raise_for_status(self): pass
    def json(self): return {"estimate": 1}
def post(url, json, timeout, headers={}):
    print(dump({"url": url, "json": json, "headers": headers}))
    return Response()
dump = json.dumps
sys.modules["requests"] = types.SimpleNamespace(post=post)
`;

test.skipIf(!canRun("python3"))("Python sends the inputs by name", () => {
  const printed = execFileSync("python3", ["-c", PYTHON + asPython(URL, inputs)], { encoding: "utf8" });
  const [sent, estimate] = printed.trim().split("\n");
  expect(JSON.parse(sent!)).toEqual({ url: URL, json: inputs, headers: {} });
  expect(estimate).toBe("1");
});

test.skipIf(!canRun("python3"))("Python sends the key of the environment where one is needed", () => {
  const env = { ...process.env, GLASSHOUSE_KEY: "gh_1" };
  const printed = execFileSync("python3", ["-c", PYTHON + asPython(URL, inputs, true)], { encoding: "utf8", env });
  const sent = JSON.parse(printed.split("\n")[0]!);
  expect(sent).toEqual({ url: URL, json: inputs, headers: { authorization: "Bearer gh_1" } });
});

/** Stands in for httr2: prints each name, type and value, and answers. */
const R = `
library <- function(...) invisible(NULL)
request <- function(url) url
req_body_json <- function(url, data) {
  for (name in names(data)) {
    value <- data[[name]]
    text <- if (is.character(value)) paste(utf8ToInt(enc2utf8(value)), collapse = " ") else format(value, digits = 15)
    cat(paste0(c(name, typeof(value), text), "\\n"), sep = "")
  }
  url
}
req_auth_bearer_token <- function(url, token) {
  cat(paste0("key ", token, "\\n"))
  url
}
req_perform <- function(url) url
resp_body_json <- function(url) list(estimate = url)
`;

test.skipIf(!canRun("Rscript"))("R sends the inputs by name", () => {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const printed = execFileSync("Rscript", ["-e", R + asR(URL, inputs)], { encoding: "utf8", env });
  const codes = Array.from(inputs.heating, (letter) => letter.codePointAt(0));
  expect(printed.trim().split("\n")).toEqual([
    ...["area", "double", "6000.5", "basement", "logical", "TRUE", "garden", "logical", "FALSE"],
    ...["heating", "character", codes.join(" "), "next", "double", "1e+21"],
    `[1] "${URL}"`,
  ]);
});

test.skipIf(!canRun("Rscript"))("R sends the key of the environment where one is needed", () => {
  const env = { ...process.env, LC_ALL: "C.UTF-8", GLASSHOUSE_KEY: "gh_1" };
  const printed = execFileSync("Rscript", ["-e", R + asR(URL, inputs, true)], { encoding: "utf8", env });
  expect(printed.split("\n")).toContain("key gh_1");
});

test("the other bodies hold the inputs in their own order, each under its name", () => {
  const kinds = [
    { name: "rooms", label: "Rooms", kind: "integer" },
    { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil"] },
  ];
  const spec = parseSpec(makeSpec({ inputs: kinds, terms: ["rooms", "heating"], derived: [] }));
  expect(otherCalls(spec, { heating: "gas", rooms: 3 }).map(({ path, body }) => ({ path, body }))).toEqual([
    { path: "/api/models/toy/predict/batch", body: { rows: [{ heating: "gas", rooms: 3 }] } },
    {
      path: "/v2/models/toy/infer",
      body: {
        inputs: [
          { name: "rooms", datatype: "INT64", shape: [1], data: [3] },
          { name: "heating", datatype: "BYTES", shape: [1], data: ["gas"] },
        ],
      },
    },
    { path: "/invocations?model=toy", body: { dataframe_records: [{ heating: "gas", rooms: 3 }] } },
  ]);
});

test("originOf(headers) is what the browser has asked for, and repeats nothing that is no host", async () => {
  const originBehind = async (proxies: string) => {
    startProcess({ TRUST_PROXY: proxies });
    const { originOf } = await import("./origin");
    return (headers: Record<string, string>) => originOf(new Headers(headers));
  };
  const behind = await originBehind("2");
  const sent = { host: "10.0.0.1:80", "x-forwarded-host": "example.com", "x-forwarded-proto": "https,http" };
  expect(behind(sent)).toBe("https://example.com");
  const alone = await originBehind("0");
  expect(alone({ host: "localhost:3000" })).toBe("http://localhost:3000");
  expect(alone({ ...sent, "x-forwarded-proto": "http" })).toBe("http://10.0.0.1:80");
  expect(alone({ host: "[::1]:3000" })).toBe("http://[::1]:3000");
  expect(alone({ host: "example.com'; rm -rf ~" })).toBe("");
  stopApp();
});
