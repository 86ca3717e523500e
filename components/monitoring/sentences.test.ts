import { expect, test } from "vitest";
import { ownPath } from "@/components/admin/session";
import { defaultAlertRules } from "@/lib/model/alert-rules";
import type { Claim, MonitoringReport } from "@/lib/monitoring/report";
import {
  accuracyInWords,
  findingInWords,
  groupsInWords,
  noClaimsInWords,
  selectionInWords,
} from "./accuracy-sentences";
import { openAlertsInWords, openAlertTitle } from "./alert-sentences";
import { counted } from "./counted";
import { driftInWords, figuresInWords, lookInWords } from "./drift-sentences";
import { sharesInWords, volumeInWords } from "./volume-sentences";

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
  expect(volumeInWords("en", report(37, "as claimed"), 30)).toBe(
    "412 requests and 37 reported outcomes in the last 30 days.",
  );
  expect(volumeInWords("en", report(1, "as claimed"), 7)).toBe(
    "412 requests and 1 reported outcome in the last 7 days.",
  );
  expect([counted("en", 0, "outcome"), counted("en", 1, "estimate"), counted("en", 1234, "estimate")]).toEqual([
    "no outcomes",
    "1 estimate",
    "1,234 estimates",
  ]);
});

test("volumeInWords says that there was nothing, and where there was something of an earlier version", () => {
  const none = { ...report(0, "too few to tell"), volume: { ...seen, predictions: 0, outcomes: 0 } };
  expect(volumeInWords("en", none, 30)).toBe("No requests in the last 30 days.");
  const earlier = [{ version: "0123456789ab" }] as MonitoringReport["earlier"];
  expect(volumeInWords("en", { ...none, earlier }, 30)).toBe(
    "No requests for this version in the last 30 days; earlier versions gave estimates.",
  );
});

test("the typical error is said beside the claim, and not at all of too few outcomes", () => {
  expect(accuracyInWords("en", report(40, "as claimed"))).toBe(
    "The median error of 40 reported outcomes (8% of 500 estimates) is 14%, as claimed (15%).",
  );
  expect(accuracyInWords("en", report(40, "worse than claimed"))).toBe(
    "The median error of 40 reported outcomes (8% of 500 estimates) is 14%, worse than claimed (15%).",
  );
  expect(accuracyInWords("en", report(40, "as claimed", "worse than claimed"))).toBe(
    "The median error of 40 reported outcomes (8% of 500 estimates) is 14%, as claimed (15%); other figures are worse than claimed.",
  );
  expect(accuracyInWords("en", report(29, "as claimed"))).toBe(
    "It is too early to judge the accuracy: a verdict needs at least 30 outcomes.",
  );
});

test("drift names what changed, and says when it is too early to tell", () => {
  const base = report(37, "as claimed");
  expect(driftInWords("en", base)).toBe("It is too early to judge input drift: a verdict needs at least 30 estimates.");
  const features = [
    { label: "Lot area", verdict: "drift" },
    { label: "Bedrooms", verdict: "no drift" },
    { label: "Estimate", verdict: "drift" },
  ];
  const drifted = { ...base, drift: { ...base.drift, verdict: "drift", features } } as MonitoringReport;
  expect(driftInWords("en", drifted)).toBe(
    "Input drift: recent values of lot area and estimate differ from the training data.",
  );
});

test("accuracyInWords(report) of a card without claims, and of truths of 0, names what is measured", () => {
  const base = report(40, "too few to tell");
  const measuring = (measures: Claim[]) => ({ ...base, performance: { ...base.performance, measures } });
  expect(accuracyInWords("en", measuring([{ ...mdape, claimed: null }]))).toBe(
    "The median error of 40 reported outcomes (8% of 500 estimates) is 14%; the model card claims no accuracy to compare it with.",
  );
  const within: Claim = { ...mdape, measure: "within10", now: { value: 0.3, low: 0.2, high: 0.4 } };
  expect(accuracyInWords("en", measuring([{ ...mdape, now: null }, within]))).toContain(
    "The share of estimates within 10% of the outcome is 30% on 40 reported outcomes (8% of 500 estimates), as claimed (15%).",
  );
});

test("findingInWords(report) and selectionInWords(report) speak of reported outcomes", () => {
  expect(findingInWords("en", report(40, "worse than claimed"))).toBe(
    "Significantly worse than claimed: median error. Basis: 40 reported outcomes (8% of 500 estimates).",
  );
  expect(selectionInWords(report(40, "as claimed"))).toBe("The verdicts hold.");
});

test("groupsInWords(worse, judged, groups) names up to four groups, and says where none can be judged", () => {
  expect(groupsInWords("en", [], 0, 0)).toBe(
    "The model card makes no claims for groups: the model has too few training rows.",
  );
  expect(groupsInWords("en", [], 0, 3)).toBe("It is too early to judge any group.");
  expect(groupsInWords("en", [], 1, 3)).toBe("No group is significantly worse than the model card claims.");
  expect(groupsInWords("en", ["basement: yes", "stories: 2"], 9, 9)).toBe(
    "The median error is worse than the model card claims for basement: yes; stories: 2.",
  );
  expect(groupsInWords("en", ["a", "b", "c", "d", "e"], 9, 9)).toBe(
    "The median error is worse than the model card claims in 5 of 9 groups.",
  );
});

test("lookInWords, figuresInWords, noClaimsInWords, openAlertsInWords and sharesInWords say what was found", () => {
  expect(lookInWords("en", report(0, "too few to tell"))).toBe(
    "Without drift, at most 5% of reports give the verdict “drift”. An alert needs stronger evidence.",
  );
  expect(figuresInWords("en", { stabilityIndex: 0.2104, wasserstein: 0.44 })).toBe(
    "Stability index 0.210. Wasserstein distance 0.440 standard deviations of the training data.",
  );
  expect(figuresInWords("en", { stabilityIndex: null, wasserstein: null })).toBe("");
  expect(noClaimsInWords("en", 0)).toContain("No outcome is reported yet.");
  expect(noClaimsInWords("en", 1)).toContain("Reported outcomes show how accurate it is.");
  expect(openAlertsInWords("en", {}, defaultAlertRules)).toBe("No open alerts.");
  expect(openAlertsInWords("en", { drift: Date.UTC(2026, 5, 29) }, defaultAlertRules)).toBe(
    "1 open alert: input drift, opened 29 Jun 2026.",
  );
  expect(openAlertsInWords("en", { gone: Date.UTC(2026, 5, 29) }, [])).toBe("1 open alert: gone, opened 29 Jun 2026.");
  expect(sharesInWords("en", { ...seen, refusals: 0 })).toBe("412 requests: none refused, 2% with a warning.");
  expect(sharesInWords("en", { ...seen, predictions: 3, refusals: 1, warned: 1 })).toBe(
    "3 requests: 1 refused, 1 with a warning.",
  );
  expect(sharesInWords("en", { ...seen, predictions: 3, refusals: 2, warned: 0 })).toBe(
    "3 requests: 2 refused, none with a warning.",
  );
});

test("every sentence is German for a German reader, with its numbers, plurals and lists", () => {
  const base = report(40, "worse than claimed");
  expect(volumeInWords("de", report(1, "as claimed"), 7)).toBe(
    "412 Anfragen und 1 gemeldetes Ergebnis in den letzten 7 Tagen.",
  );
  expect(counted("de", 0, "reported")).toBe("keine gemeldeten Ergebnisse");
  expect(counted("de", 1234, "estimate")).toBe("1.234 Schätzungen");
  expect(sharesInWords("de", { ...seen, predictions: 1 })).toBe("1 Anfrage: 3 abgelehnt, 9 mit Warnung.");
  expect(accuracyInWords("de", base)).toBe(
    "40 gemeldete Ergebnisse (8\u00a0% von 500 Schätzungen): Medianfehler 14\u00a0%, schlechter als angegeben (15\u00a0%).",
  );
  const features = ["Lot area", "Bedrooms", "Stories"].map((label) => ({ label, verdict: "drift" }));
  expect(
    driftInWords("de", { ...base, drift: { ...base.drift, verdict: "drift", features } } as MonitoringReport),
  ).toBe("Eingabedrift: Aktuelle Werte weichen von den Trainingsdaten ab. Betroffen: Lot area, Bedrooms und Stories.");
  expect(
    openAlertsInWords("de", { drift: Date.UTC(2026, 5, 29), refusals: Date.UTC(2026, 4, 1) }, defaultAlertRules),
  ).toBe("2 offene Alarme: Eingabedrift, seit 29. Juni 2026; abgelehnte Anfragen, seit 1. Mai 2026.");
  expect(openAlertTitle("de", "Eingabedrift", Date.UTC(2026, 5, 29), "Hauspreis")).toBe(
    "Offener Alarm („Hauspreis“): Eingabedrift, seit 29. Juni 2026",
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
