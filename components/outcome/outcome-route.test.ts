import { HOUSE, house } from "@/lib/testing/api";
import { startAppWithStore } from "@/lib/testing/api-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

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

/** Send the form, and read from the address of the answer what became of it. */
async function send(form: Record<string, string>): Promise<string | null> {
  const { POST } = await import("@/app/models/[model]/outcome/route");
  const request = new Request("http://localhost/models/house-price/outcome", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(form),
  });
  const response = await POST(request, { params: Promise.resolve({ model: "house-price" }) });
  expect(response.status).toBe(303);
  return new URL(response.headers.get("location")!, "http://localhost").searchParams.get("outcome");
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
});
