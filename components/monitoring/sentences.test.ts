import { expect, test } from "vitest";
import { ownPath } from "@/components/admin/session";
import type { Claim, MonitoringReport } from "@/lib/monitoring/report";
import {
  accuracyInWords,
  counted,
  driftInWords,
  figuresInWords,
  findingInWords,
  groupsInWords,
  lookInWords,
  noClaimsInWords,
  openAlertsInWords,
  selectionInWords,
  sharesInWords,
  volumeInWords,
} from "./sentences";

const seen = { predictions: 412.4, refusals: 3, warned: 9, logged: 412, outcomes: 37 };
const mdape: Claim = {
  measure: "mdape",
  label: "Median error",
  now: { value: 0.14, low: 0.1, high: 0.2 },
  claimed: { value: 0.15, low: 0.13, high: 0.16 },
  verdict: "as claimed",
  detail: "",
  alert: "clear",
};

function report(outcomes: number, verdict: Claim["verdict"], whole = verdict): MonitoringReport {
  const performance = {
    verdict: whole,
    detail: "",
    outcomes,
    fewest: 30,
    reported: { outcomes, estimates: 500, share: outcomes / 500, differing: [], detail: "the verdicts hold" },
    measures: [{ ...mdape, verdict }],
    segments: [],
  };
  const drift = { verdict: "too few to tell", detail: "", fewest: 30, significance: 0.05, features: [] };
  return { volume: { ...seen, outcomes }, performance, drift, earlier: [] } as unknown as MonitoringReport;
}

test("volume is said in whole numbers, one or many or none", () => {
  expect(volumeInWords(report(37, "as claimed"), 30)).toBe(
    "412 requests and 37 reported outcomes in the last 30 days.",
  );
  expect(volumeInWords(report(1, "as claimed"), 7)).toBe("412 requests and 1 reported outcome in the last 7 days.");
  expect([counted(0, "outcome"), counted(1, "estimate"), counted(1234, "estimate")]).toEqual([
    "no outcomes",
    "1 estimate",
    "1,234 estimates",
  ]);
});

test("volumeInWords says that there was nothing, and where there was something of an earlier version", () => {
  const none = { ...report(0, "too few to tell"), volume: { ...seen, predictions: 0, outcomes: 0 } };
  expect(volumeInWords(none, 30)).toBe("No requests in the last 30 days.");
  const earlier = [{ version: "0123456789ab" }] as MonitoringReport["earlier"];
  expect(volumeInWords({ ...none, earlier }, 30)).toBe(
    "No requests for this version in the last 30 days; earlier versions gave estimates.",
  );
});

test("the typical error is said beside the claim, and not at all of too few outcomes", () => {
  expect(accuracyInWords(report(40, "as claimed"))).toBe(
    "Of the 40 reported outcomes (8% of 500 estimates), the median error is 14%, as claimed (15%).",
  );
  expect(accuracyInWords(report(40, "worse than claimed"))).toBe(
    "Of the 40 reported outcomes (8% of 500 estimates), the median error is 14%, worse than claimed (15%).",
  );
  expect(accuracyInWords(report(40, "as claimed", "worse than claimed"))).toBe(
    "Of the 40 reported outcomes (8% of 500 estimates), the median error is 14%, as claimed (15%); other figures are worse than claimed.",
  );
  expect(accuracyInWords(report(29, "as claimed"))).toBe(
    "It is too early to judge the accuracy: a verdict needs at least 30 outcomes.",
  );
});

test("drift names what changed, and says when it is too early to tell", () => {
  const base = report(37, "as claimed");
  expect(driftInWords(base)).toBe("It is too early to judge input drift: a verdict needs at least 30 estimates.");
  const features = [
    { label: "Lot area", verdict: "drift" },
    { label: "Bedrooms", verdict: "no drift" },
    { label: "Estimate", verdict: "drift" },
  ];
  const drifted = { ...base, drift: { ...base.drift, verdict: "drift", features } } as MonitoringReport;
  expect(driftInWords(drifted)).toBe(
    "Input drift: recent values of lot area and estimate differ from the training data.",
  );
});

test("accuracyInWords(report) of a card without claims, and of truths of 0, names what is measured", () => {
  const base = report(40, "too few to tell");
  const measuring = (measures: Claim[]) => ({ ...base, performance: { ...base.performance, measures } });
  expect(accuracyInWords(measuring([{ ...mdape, claimed: null }]))).toBe(
    "Of the 40 reported outcomes (8% of 500 estimates), the median error is 14%; the card claims no accuracy to compare it with.",
  );
  const within: Claim = { ...mdape, measure: "within10", now: { value: 0.3, low: 0.2, high: 0.4 } };
  expect(accuracyInWords(measuring([{ ...mdape, now: null }, within]))).toContain(
    "the share of estimates within 10% is 30%, as claimed (15%).",
  );
});

test("findingInWords(report) and selectionInWords(report) speak of reported outcomes", () => {
  expect(findingInWords(report(40, "worse than claimed"))).toBe(
    "Of the 40 reported outcomes (8% of 500 estimates), more than chance makes is worse than claimed: median error.",
  );
  expect(selectionInWords(report(40, "as claimed"))).toBe("The verdicts hold.");
});

test("groupsInWords(worse, judged, groups) names up to four groups, and says where none can be judged", () => {
  expect(groupsInWords([], 0, 0)).toBe("The card makes no claims for groups: its table is too small.");
  expect(groupsInWords([], 0, 3)).toBe("It is too early to judge any group.");
  expect(groupsInWords([], 1, 3)).toBe("No group is shown to be worse than the card claims.");
  expect(groupsInWords(["basement: yes", "stories: 2"], 9, 9)).toBe(
    "The median error is worse than the card claims for basement: yes; stories: 2.",
  );
  expect(groupsInWords(["a", "b", "c", "d", "e"], 9, 9)).toBe(
    "The median error is worse than the card claims in 5 of 9 groups.",
  );
});

test("lookInWords(report), figuresInWords(feature), noClaimsInWords(outcomes), openAlertsInWords(standing) and sharesInWords(volume)", () => {
  expect(lookInWords(report(0, "too few to tell"))).toBe(
    "Without any drift, at most 5% of single looks give the verdict “drift”. An alert needs stronger evidence.",
  );
  expect(figuresInWords({ stabilityIndex: 0.2104, wasserstein: 0.44 })).toBe(
    "Stability index 0.210. Wasserstein distance 0.440 standard deviations of training.",
  );
  expect(figuresInWords({ stabilityIndex: null, wasserstein: null })).toBe("");
  expect(noClaimsInWords(0)).toContain("No outcome is reported yet.");
  expect(noClaimsInWords(1)).toContain("Reported outcomes show how accurate it is.");
  expect(openAlertsInWords({})).toBe("No open alerts.");
  expect(openAlertsInWords({ drift: Date.UTC(2026, 5, 29) })).toBe("1 open alert: drift, since 29 Jun 2026.");
  expect(sharesInWords({ ...seen, refusals: 0 })).toBe("Of 412 requests, none was refused and 2% came with a warning.");
  expect(sharesInWords({ ...seen, predictions: 3, refusals: 1, warned: 1 })).toBe(
    "Of 3 requests, 1 was refused and 1 came with a warning.",
  );
  expect(sharesInWords({ ...seen, predictions: 3, refusals: 2, warned: 0 })).toBe(
    "Of 3 requests, 2 were refused and none came with a warning.",
  );
});

test("a login leads back to an owner's page and nowhere else", () => {
  for (const path of ["/monitoring", "/monitoring/house-price", "/studio", "/studio/d1/card"])
    expect(ownPath(path)).toBe(path);
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
