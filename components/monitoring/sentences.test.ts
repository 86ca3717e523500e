import { expect, test } from "vitest";
import { ownPath } from "@/components/admin/session";
import type { Claim, MonitoringReport } from "@/lib/monitoring/report";
import { accuracyInWords, counted, driftInWords, volumeInWords } from "./sentences";

const seen = { predictions: 412.4, refusals: 3, warned: 9, logged: 412, outcomes: 37 };
const mdape: Claim = {
  measure: "mdape",
  label: "Median error",
  now: { value: 0.14, low: 0.1, high: 0.2 },
  claimed: { value: 0.15, low: 0.13, high: 0.16 },
  verdict: "as claimed",
  detail: "",
};

function report(outcomes: number, verdict: Claim["verdict"], whole = verdict): MonitoringReport {
  const performance = {
    verdict: whole,
    detail: "",
    outcomes,
    fewest: 30,
    measures: [{ ...mdape, verdict }],
    segments: [],
  };
  const drift = { verdict: "too few to tell", detail: "", fewest: 30, significance: 0.05, features: [] };
  return { volume: { ...seen, outcomes }, performance, drift, earlier: [] } as unknown as MonitoringReport;
}

test("volume is said in whole numbers, one or many or none", () => {
  expect(volumeInWords(report(37, "as claimed"), 30)).toBe(
    "In the last 30 days there were 412 estimates, and 37 outcomes are known.",
  );
  expect(volumeInWords(report(1, "as claimed"), 7)).toMatch("1 outcome is known.");
  expect([counted(0, "outcome"), counted(1, "estimate"), counted(1234, "estimate")]).toEqual([
    "no outcomes",
    "1 estimate",
    "1,234 estimates",
  ]);
});

test("volumeInWords says that there was nothing, and where there was something of an earlier version", () => {
  const none = { ...report(0, "too few to tell"), volume: { ...seen, predictions: 0, outcomes: 0 } };
  expect(volumeInWords(none, 30)).toBe("Nobody has asked in the last 30 days.");
  const earlier = [{ version: "0123456789ab" }] as MonitoringReport["earlier"];
  expect(volumeInWords({ ...none, earlier }, 30)).toBe(
    "In the last 30 days earlier versions gave estimates, and this one gave none.",
  );
});

test("the typical error is said beside the claim, and not at all of too few outcomes", () => {
  expect(accuracyInWords(report(37, "as claimed"))).toBe("The typical error is 14\u00a0%, as claimed.");
  expect(accuracyInWords(report(37, "worse than claimed"))).toBe(
    "The typical error is 14\u00a0%, worse than claimed (15\u00a0%).",
  );
  expect(accuracyInWords(report(37, "as claimed", "worse than claimed"))).toBe(
    "The typical error is 14\u00a0%, as claimed; but other figures are worse than claimed.",
  );
  expect(accuracyInWords(report(29, "as claimed"))).toContain("too early to tell: that takes at least 30 outcomes");
});

test("drift names what changed, and says when it is too early to tell", () => {
  const base = report(37, "as claimed");
  expect(driftInWords(base)).toContain("too early to tell: that takes at least 30 estimates");
  const features = [
    { label: "Lot area", verdict: "drift" },
    { label: "Bedrooms", verdict: "no drift" },
  ];
  const drifted = { ...base, drift: { ...base.drift, verdict: "drift", features } } as MonitoringReport;
  expect(driftInWords(drifted)).toBe("What it is asked about is no longer what it learned from: lot area.");
});

test("a login leads back to an owner's page and nowhere else", () => {
  for (const path of ["/monitoring", "/monitoring/house-price"]) expect(ownPath(path)).toBe(path);
  for (const path of [
    "https://there.example",
    "//there.example",
    "/monitoring/../x",
    "/monitoring?x",
    null,
    undefined,
  ]) {
    expect(ownPath(path)).toBe("/admin/keys");
  }
});
