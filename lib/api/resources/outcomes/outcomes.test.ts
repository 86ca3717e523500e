import { jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { estimateSchema } from "../predict/schema";
import { problemSchema } from "../../problem/schema";
import { outcomeAnswerSchema, outcomeTableSchema } from "./schema";
import { HOUSE, house } from "../../../testing/api";
import { startApp, stopApp } from "../../../testing/app";
import { startAppWithStore } from "../../../testing/api-store";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
beforeEach(async () => {
  started = await startAppWithStore();
});
afterEach(() => started.stop());

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string";
  return started.app.request(path, {
    method: "POST",
    headers: { "content-type": text ? "text/csv" : "application/json", ...headers },
    body: text ? body : JSON.stringify(body),
  });
}

async function predict(changes = {}): Promise<{ estimate: number; receipt: string }> {
  const answer = estimateSchema.parse(await (await post(HOUSE, { ...house, ...changes })).json());
  return { estimate: answer.estimate, receipt: answer.receipt! };
}

const report = async (body: unknown) => {
  const response = await post("/api/outcomes", body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const decode = (receipt: string) => JSON.parse(Buffer.from(receipt.split(".")[1]!, "base64url").toString());

describe("a receipt", () => {
  it("is a JWS that another library verifies with the key, and says what was asked and answered", async () => {
    const { receipt, estimate } = await predict();
    const { signingKey } = await import("../../../service/signing-key");
    const { payload, protectedHeader } = await jwtVerify(receipt, await signingKey("receipts"));
    expect(protectedHeader).toEqual({ alg: "HS256", typ: "JWT" });
    expect(payload).toMatchObject({
      model: "house-price",
      estimate,
      inputs: { ...house, guest_rooms: false },
      interval: { level: 0.8 },
    });
    expect(payload.artifact).toMatch(/^[0-9a-f]{64}$/);
    expect((payload.artifact as string).startsWith(payload.version as string)).toBe(true);
    expect(Math.abs(payload.iat! * 1000 - Date.now())).toBeLessThan(60_000);
  });

  it("differs for each estimate, also of the same inputs, and is under a kilobyte", async () => {
    const [one, other] = [await predict(), await predict()];
    expect(decode(one.receipt).jti).not.toBe(decode(other.receipt).jti);
    expect(one.receipt.length).toBeLessThan(1_000);
  });

  it("comes with each row of a batch, and with no refusal", async () => {
    const rows = [house, { ...house, area: 50_000, bedrooms: 10 }];
    const response = await post("/api/models/house-price/predict/batch", { rows });
    const { results } = (await response.json()) as { results: { estimate: number | null; receipt?: string }[] };
    expect(results.map(({ estimate, receipt }) => (estimate === null) === (receipt === undefined))).toEqual([
      true,
      true,
    ]);
    expect(results[0]!.receipt).toBeDefined();
  });

  it("is refused when any of its characters is another, with the pointer to it", async () => {
    const { receipt } = await predict();
    const [header, payload, signature] = receipt.split(".") as [string, string, string];
    const said = Buffer.from(JSON.stringify({ ...decode(receipt), estimate: 1 })).toString("base64url");
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    for (const forged of [
      `${header}.${said}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}`,
      `${header}.${payload}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`,
      "",
      "a.b.c",
    ]) {
      const { status, body } = await report({ receipt: forged, actual: 90_000 });
      expect(status).toBe(422);
      expect(problemSchema.parse(body).errors).toEqual([
        {
          pointer: "#/receipt",
          detail: "receipt must be one that came with an estimate of this service, whole and unchanged",
        },
      ]);
    }
  });

  it("of another key is refused, and so is one signed for logins", async () => {
    const { receipt } = await predict();
    const { createHmac } = await import("node:crypto");
    const { deriveKey, signingKey } = await import("../../../service/signing-key");
    const signed = receipt.slice(0, receipt.lastIndexOf("."));
    for (const key of [deriveKey("another secret of thirty-two chars", "receipts"), await signingKey("logins")]) {
      const forged = `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
      expect((await report({ receipt: forged, actual: 90_000 })).status).toBe(422);
    }
  });
});

describe("an outcome", () => {
  it("is stored, known when it is told again, and corrected by another value", async () => {
    const { receipt, estimate } = await predict();
    const told = { receipt, actual: 95_000, date: new Date().toISOString().slice(0, 10), note: "sold in a week" };
    for (const status of ["stored", "known"]) {
      const answer = await report(told);
      expect(answer.status).toBe(200);
      expect(outcomeAnswerSchema.parse(answer.body)).toEqual({ status, model: "house-price", estimate });
    }
    expect((await report({ ...told, actual: 96_000 })).body.status).toBe("corrected");
    const { historyOf } = await import("../../../testing/store-rows");
    const { withStore } = await import("../../../store/store");
    const history = await withStore((store) => historyOf(store, decode(receipt).jti));
    expect(history.map(({ actual }) => actual)).toEqual([95_000, 96_000]);
    expect(JSON.parse(history[0]!.inputs!)).toEqual({ ...house, guest_rooms: false });
  });

  it("some hundred times off is asked about, and taken when it is confirmed", async () => {
    const { receipt } = await predict();
    const asked = await report({ receipt, actual: 9_000_000 });
    expect(asked.status).toBe(409);
    expect(problemSchema.parse(asked.body)).toMatchObject({
      type: "/docs#unlikely",
      detail: "sale price is about 100 times the estimate; if it is right in CAD, send it again with confirm: true",
    });
    expect((await report({ receipt, actual: 900 })).body.detail).toBe(
      "sale price is about 1/100 of the estimate; if it is right in CAD, send it again with confirm: true",
    );
    expect((await report({ receipt, actual: 9_000_000, confirm: true })).body.status).toBe("stored");
    expect((await report({ receipt, actual: 300_000 })).body.status).toBe("corrected");
  });

  it("that cannot be is refused, confirmed or not", async () => {
    const { receipt } = await predict();
    for (const actual of [0, -5]) {
      const { status, body } = await report({ receipt, actual, confirm: true });
      expect([status, body.detail]).toEqual([422, "sale price must be greater than 0"]);
    }
  });

  it("may be an opinion with its reason, beside the actual value", async () => {
    const { receipt } = await predict();
    expect((await report({ receipt, opinion: "too high", note: "no roof" })).body.status).toBe("stored");
    expect((await report({ receipt, actual: 80_000 })).body.status).toBe("stored");
    expect((await report({ receipt, opinion: "too high", note: "no roof" })).body.status).toBe("known");
  });

  it.each([
    [{ actual: 1 }, "receipt is required: the one that came with the estimate"],
    [{ receipt: "x" }, "the body must have either actual or opinion"],
    [{ receipt: "x", actual: 1, opinion: "too high" }, "the body must have either actual or opinion"],
    [{ receipt: "x", actual: "many" }, "actual must be a number"],
    [{ receipt: "x", opinion: "fine" }, 'opinion must be one of "too high", "about right", "too low"'],
    [{ receipt: "x", actual: 1, date: "yesterday" }, "date must be a day such as 2026-01-31"],
    [{ receipt: "x", actual: 1, price: 1 }, /^price is not a member of this body/],
  ])("%j is refused: %s", async (body, detail) => {
    const answer = await report(body);
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toEqual(typeof detail === "string" ? detail : expect.stringMatching(detail));
  });

  it("of a day before the estimate needs to be confirmed, and one of a day to come is refused", async () => {
    const { receipt } = await predict();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const early = { receipt, actual: 95_000, date: day(-9) };
    const asked = await report(early);
    expect([asked.status, asked.body.detail]).toEqual([
      409,
      `date is ${day(-9)}, before the estimate, which is of ${day(0)}; if it is right, send it again with confirm: true`,
    ]);
    expect((await report({ ...early, confirm: true })).body.status).toBe("stored");
    const late = await report({ receipt, actual: 95_000, date: day(9), confirm: true });
    expect([late.status, late.body.detail]).toEqual([422, `date must not be in the future; it is ${day(9)}`]);
  });

  it("in a table may have a decimal comma where its cells or the call say so", async () => {
    const { receipt } = await predict();
    const { body } = await report(`Receipt;Actual;City\n${receipt};95000,5;Windsor\n`);
    expect(body).toMatchObject({ results: [{ status: "stored" }] });
    const again = await post("/api/outcomes?decimal=,", `receipt,actual\n${receipt},"95000,5"\n`);
    expect(await again.json()).toMatchObject({ results: [{ status: "known" }] });
  });

  it("in a table is answered row by row, and a row at fault spoils no other", async () => {
    const [one, two] = [await predict(), await predict({ area: 7000 })];
    const csv = `receipt,actual,note\n${one.receipt},"95,000","with, comma"\nforged,1,\n${two.receipt},9000000,\n${two.receipt},x,\n`;
    const { status, body } = await report(csv);
    expect(status).toBe(200);
    const { results } = outcomeTableSchema.parse(body);
    expect(results.map((row) => row.status)).toEqual(["stored", "refused", "unlikely", "refused"]);
    expect(results[3]).toMatchObject({ errors: [{ pointer: "#/rows/3/actual", detail: "actual must be a number" }] });
    expect((await report(csv)).body).toMatchObject({ results: [{ status: "known" }, {}, {}, {}] });
    expect((await report(`receipt,price\n${one.receipt},1\n`)).body.detail).toMatch(
      /^there must be columns receipt and actual/,
    );
  });
});

describe("erasing", () => {
  const erase = (receipt: string, key?: string) => post("/api/erase", { receipt }, key ? { "x-api-key": key } : {});

  it("takes a key whose scope is admin, and leaves nothing of the estimate, though it was still to be logged", async () => {
    const { receipt } = await predict();
    await report({ receipt, actual: 95_000 });
    expect((await erase(receipt)).status).toBe(401);
    const { makeApiKey } = await import("../../../service/api-keys");
    const weak = await makeApiKey("a script", ["predict"]);
    const admin = await makeApiKey("the owner", ["admin"]);
    expect((await erase(receipt, weak)).status).toBe(403);
    expect(await (await erase(receipt, admin)).json()).toEqual({ rows: 2 });
    expect(await (await erase(receipt, admin)).json()).toEqual({ rows: 0 });
    const { countPredictions } = await import("../../../store/predictions");
    const { withStore } = await import("../../../store/store");
    expect(await withStore((store) => countPredictions(store, "house-price", { from: 0, to: 9e15 }))).toBe(0);
  });
});

describe("a key of the store", () => {
  const batch = (key?: string) =>
    post("/api/models/house-price/predict/batch", { rows: [house] }, key ? { "x-api-key": key } : {});

  it("is asked for as soon as there is one, and refused as soon as it is revoked", async () => {
    expect((await batch()).status).toBe(200);
    const { endApiKey, makeApiKey, readApiKeys } = await import("../../../service/api-keys");
    const [one, other] = [await makeApiKey("one", ["predict"]), await makeApiKey("other", ["predict"])];
    expect((await batch()).status).toBe(401);
    expect((await batch(one)).status).toBe(200);
    const kept = await readApiKeys();
    expect(JSON.stringify(kept)).not.toContain(one);
    await endApiKey(kept.find(({ name }) => name === "one")!.id);
    expect((await batch(one)).status).toBe(403);
    expect((await batch(other)).status).toBe(200);
  });
});

describe("simulated time", () => {
  it("is refused where the operator has not allowed it", async () => {
    const response = await post(HOUSE, house, { "x-simulated-time": "2026-01-01T00:00:00.000Z" });
    expect(response.status).toBe(403);
    expect(problemSchema.parse(await response.json()).type).toBe("/docs#no-simulation");
  });

  it("dates an estimate and its outcome back where it is allowed, and never forward", async () => {
    await started.stop();
    started = await startAppWithStore({ SIMULATION: "1" });
    const at = (time: string) => post(HOUSE, house, { "x-simulated-time": time });
    const { receipt } = (await (await at("2026-01-01T00:00:00.000Z")).json()) as { receipt: string };
    expect(decode(receipt).iat).toBe(Date.UTC(2026, 0, 1) / 1000);
    for (const time of ["2999-01-01T00:00:00.000Z", "yesterday"]) expect((await at(time)).status).toBe(422);
  });
});

describe("where nothing can be stored", () => {
  it("estimates come without a receipt, and outcomes are answered 503 with the variables to set", async () => {
    await started.stop();
    const { app } = await startApp({ DATA_DIR: "none" });
    const call = (path: string, body: unknown) =>
      app.request(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect(await (await call(HOUSE, house)).json()).not.toHaveProperty("receipt");
    const response = await call("/api/outcomes", { receipt: "x", actual: 1 });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBeNull();
    expect(problemSchema.parse(await response.json()).detail).toMatch(/DATABASE_URL.*DATA_DIR/);
    stopApp();
  });
});
