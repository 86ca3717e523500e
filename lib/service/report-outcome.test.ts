import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUSE, house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
let service: typeof import("./report-outcome");
beforeEach(async () => {
  started = await startAppWithStore();
  service = await import("./report-outcome");
});
afterEach(() => started.stop());

async function predict(): Promise<{ receipt: string; estimate: number }> {
  const headers = { "content-type": "application/json" };
  return (await started.app.request(HOUSE, { method: "POST", headers, body: JSON.stringify(house) })).json();
}

describe("reportOutcome(report, at)", () => {
  it("stores a report once, and a correction in its place", async () => {
    const { receipt, estimate } = await predict();
    const report = async (actual: number) => service.reportOutcome({ receipt, actual }, Date.now());
    expect(await report(95_000)).toEqual({ status: "stored", model: "house-price", estimate });
    expect(await report(95_000)).toMatchObject({ status: "known" });
    expect(await report(96_000)).toMatchObject({ status: "corrected" });
  });

  it("takes nineteen corrections of a receipt, then none, and knows the last one still", async () => {
    const { receipt } = await predict();
    const report = async (actual: number) => service.reportOutcome({ receipt, actual }, Date.now());
    expect(await report(90_000)).toMatchObject({ status: "stored" });
    for (let time = 1; time <= 19; time++) expect(await report(90_000 + time)).toMatchObject({ status: "corrected" });
    expect(await report(95_000)).toMatchObject({
      verdict: "spent",
      faults: [{ name: "receipt", detail: expect.stringContaining("has been corrected 19 times") }],
    });
    expect(await report(90_019)).toMatchObject({ status: "known" });
    expect(await service.reportOutcome({ receipt, opinion: "too high" }, Date.now())).toMatchObject({
      status: "stored",
    });
  });

  it("says what is wrong as a verdict with the field, and stores nothing", async () => {
    const { receipt } = await predict();
    const verdict = async (report: Parameters<typeof service.reportOutcome>[0]) => {
      const refused = await service.reportOutcome(report, Date.now());
      return "verdict" in refused ? [refused.verdict, refused.faults.map(({ name }) => name)] : refused;
    };
    expect(await verdict({ receipt: "x", actual: 95_000 })).toEqual(["not-genuine", ["receipt"]]);
    expect(await verdict({ receipt, actual: 0, confirm: true })).toEqual(["impossible", ["actual"]]);
    expect(await verdict({ receipt, actual: 9_000_000 })).toEqual(["unlikely", ["actual"]]);
    expect(await verdict({ receipt, actual: 9_000_000, confirm: true })).toMatchObject({ status: "stored" });
  });
});

describe("reportOutcomes(rows, at)", () => {
  it("answers each row in its place, and a row at fault spoils no other", async () => {
    const [one, two] = [await predict(), await predict()];
    const rows = [{ receipt: one.receipt, actual: 1_000 }, { actual: 1 }, { receipt: two.receipt, actual: 90_000 }];
    const [first, second, third] = await service.reportOutcomes(rows, Date.now());
    expect(first).toMatchObject({ verdict: "unlikely" });
    expect(second).toMatchObject({ verdict: "faulty", faults: [{ name: "receipt" }] });
    expect(third).toEqual({ status: "stored", model: "house-price", estimate: two.estimate });
  });
});
