import { HOUSE, house } from "@/lib/testing/api";
import { startAppWithStore } from "@/lib/testing/api-store";
import { publishedModel } from "@/lib/testing/models";
import { readCookie } from "@/lib/service/cookies";
import { readForm } from "@/lib/model/inputs/read-form";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { KeptOutcome } from "./kept-outcome";

const PAGE =
  "/models/house-price/estimate?area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
beforeEach(async () => {
  started = await startAppWithStore();
});
afterEach(() => started.stop());

async function receiptOfEstimate(): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await started.app.request(HOUSE, { method: "POST", headers, body: JSON.stringify(house) });
  return ((await response.json()) as { receipt: string }).receipt;
}

type Form = Record<string, string>;

async function post(form: Form, headers: Record<string, string> = {}): Promise<Response> {
  const { POST } = await import("@/app/models/[model]/outcome/route");
  const request = new Request("http://localhost/models/house-price/outcome", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", ...headers },
    body: new URLSearchParams(form),
  });
  return POST(request, { params: Promise.resolve({ model: "house-price" }) });
}

/** What the page of a result reads from the cookie of an answer. */
async function readAt(cookie: string, path = PAGE, level = 0.8): Promise<KeptOutcome | undefined> {
  const { readKeptOutcome, OUTCOME_COOKIE } = await import("./kept-outcome");
  const { receiptKey } = await import("@/lib/service/signing-key");
  const model = await publishedModel("house-price");
  const read = readForm(model, Object.fromEntries(new URLSearchParams(path.split("?")[1])));
  if ("faults" in read) return expect.fail(path);
  const page = { spec: model.spec, inputs: read.inputs, level };
  return readKeptOutcome(readCookie(cookie, OUTCOME_COOKIE.name), await receiptKey(), page);
}

/** Send the form, and read from the page that it leads to what became of it. */
async function send(form: Form): Promise<string | undefined> {
  const response = await post(form);
  expect([response.status, response.headers.get("location")]).toEqual([303, PAGE]);
  return (await readAt(response.headers.get("set-cookie")!))?.state;
}

describe("POST /models/{model}/outcome", () => {
  it("stores what came true, and takes an unlikely value when the same is sent again", async () => {
    const receipt = await receiptOfEstimate();
    expect(await send({ receipt, actual: "9,000,000" })).toBe("unlikely");
    expect(await send({ receipt, actual: "9,000,000", confirm: "9,000,000" })).toBe("stored");
    expect(await send({ receipt, actual: "95,000" })).toBe("corrected");
    expect(await send({ receipt, actual: "95,000" })).toBe("known");
    expect(await send({ receipt, actual: "95.000", typed: "de" })).toBe("known");
    expect(await send({ receipt, actual: "95.000,5", typed: "de" })).toBe("corrected");
    expect(await send({ receipt, actual: "95,000", typed: "de" })).toBe("unlikely");
  });

  it("stores an opinion, alone or beside a value", async () => {
    const receipt = await receiptOfEstimate();
    expect(await send({ receipt, opinion: "too high", note: "no roof" })).toBe("opinion");
    expect(await send({ receipt, opinion: "too low", actual: "95,000" })).toBe("stored");
  });

  it.each([{ actual: "many" }, { actual: "-1" }, { opinion: "fine" }, {}])("finds %j faulty", async (form) => {
    expect(await send({ receipt: await receiptOfEstimate(), ...(form as Record<string, string>) })).toBe("faulty");
  });

  it("goes back to the address of the result, and keeps the receipt in a cookie for it alone", async () => {
    const receipt = await receiptOfEstimate();
    const response = await post({ receipt, actual: "a lot" });
    expect(response.headers.get("location")).toBe(PAGE);
    const cookie = response.headers.get("set-cookie")!;
    expect(cookie).toMatch(/; Max-Age=600; Path=\/models\/house-price\/estimate; HttpOnly; SameSite=Strict$/);
    expect(cookie.length).toBeLessThan(1000);
    expect(await readAt(cookie)).toEqual({ state: "faulty", receipt, actual: "a lot" });
  });

  it("tells nothing to the page of another result", async () => {
    const cookie = (await post({ receipt: await receiptOfEstimate(), actual: "95,000" })).headers.get("set-cookie")!;
    expect(await readAt(cookie, PAGE.replace("parking=1", "parking=2"))).toBeUndefined();
    expect(await readAt(cookie, PAGE, 0.9)).toBeUndefined();
    expect(await readAt(cookie.replace(/=(.{60})./, "=$1_"))).toBeUndefined();
    for (const kept of ["", "abc", "bnVsbA", "WyJzdG9yZWQiLCIiLCIiXQ"]) {
      expect(await readAt(`glasshouse-outcome=${kept}`)).toBeUndefined();
    }
  });

  it("keeps the cookie in a frame of another site too, apart from that of other frames", async () => {
    const receipt = await receiptOfEstimate();
    const headers = { "sec-fetch-dest": "iframe", "x-forwarded-proto": "https" };
    const cookie = (await post({ receipt, actual: "95,000" }, headers)).headers.get("set-cookie")!;
    for (const attribute of ["Secure", "SameSite=None", "Partitioned"]) expect(cookie).toContain(`; ${attribute}`);
  });
});
