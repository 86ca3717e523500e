import { expect, test } from "vitest";
import { publishedModel } from "../testing/models";
import { alertRulesSchema, defaultAlertRules, type AlertRule } from "../model/alert-rules";
import { evaluateAlerts } from "./alerts";
import { monitor } from "../testing/monitor";
import type { Drift, VersionReport } from "./report";

const at = "2026-01-02T00:00:00.000Z";

async function reportWith(changes: Partial<VersionReport>): Promise<VersionReport> {
  const empty = await monitor(await publishedModel("house-price"), { predictions: [], outcomes: [] }, new Date(at));
  return { ...empty, ...changes };
}

const driftRule: AlertRule[] = [{ id: "drift", metric: "drift" }];
const drift = (alert: Drift["alert"]) => ({ drift: { alert, detail: String(alert) } as Drift });

test("evaluateAlerts(rules, report, standing) fires at strong evidence once, and clears once hardly any is left", async () => {
  let state = {};
  const told: string[] = [];
  for (const step of [null, "clear", "keep", "fire", "keep", "fire", null, "keep", "clear", "keep", null] as const) {
    const result = evaluateAlerts(driftRule, await reportWith(drift(step)), state);
    state = result.state;
    told.push(result.events.map(({ event }) => event).join());
  }
  expect(told).toEqual(["", "", "", "fired", "", "", "", "", "cleared", "", ""]);
  expect(state).toEqual({});
});

test("an alert keeps the moment since when it stands, and is forgotten with its rule", async () => {
  const before = { drift: "2026-01-01T00:00:00.000Z" };
  expect(evaluateAlerts(driftRule, await reportWith(drift("fire")), before).state).toEqual(before);
  expect(evaluateAlerts([], await reportWith(drift("fire")), before)).toEqual({ state: {}, events: [] });
});

test("refusals fire where their share is proven to be above the limit, and never on 29 predictions", async () => {
  const rules: AlertRule[] = [{ id: "refusals", metric: "refusals", above: 0.1 }];
  const eventsOf = async (predictions: number, refusals: number, weight = 1, standing = {}) => {
    const volume = { predictions, refusals, warned: 0, logged: predictions / weight, outcomes: 0 };
    return evaluateAlerts(rules, await reportWith({ volume }), standing).events.map(({ event }) => event);
  };
  expect(await eventsOf(29, 29)).toEqual([]);
  expect(await eventsOf(100, 12)).toEqual([]);
  expect(await eventsOf(100, 22)).toEqual(["fired"]);
  // The same shares in a sample of two in five, of 40 rows, could be chance.
  expect(await eventsOf(100, 22, 2.5)).toEqual([]);
  // What stands is cleared at the limit, not where the share is no longer proven to be above it.
  const standing = { refusals: at };
  expect(await eventsOf(100, 12, 1, standing)).toEqual([]);
  expect(await eventsOf(100, 10, 1, standing)).toEqual(["cleared"]);
});

test("volume fires where there are fewer predictions than expected", async () => {
  const rules: AlertRule[] = [{ id: "silence", metric: "volume", below: 10 }];
  const volume = { predictions: 9, refusals: 0, warned: 0, logged: 9, outcomes: 0 };
  const [event] = evaluateAlerts(rules, await reportWith({ volume }), {}).events;
  expect(event).toEqual({
    rule: "silence",
    event: "fired",
    at,
    detail: "there were 9 requests; at least 10 are expected",
  });
});

test("rules have sane defaults, and two of one id are refused", () => {
  expect(defaultAlertRules.map(({ metric }) => metric)).toEqual(["drift", "accuracy", "refusals"]);
  expect(alertRulesSchema.parse([{ id: "a", metric: "refusals" }])).toEqual([
    { id: "a", metric: "refusals", above: 0.1 },
  ]);
  expect(alertRulesSchema.safeParse([...driftRule, ...driftRule]).success).toBe(false);
});
