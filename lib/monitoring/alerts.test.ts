import { expect, test } from "vitest";
import { publishedModel } from "../testing/models";
import { alertRulesSchema, defaultAlertRules, type AlertRule } from "../model/alert-rules";
import { evaluateAlerts } from "./alerts";
import { monitor } from "./monitor";
import type { Drift, MonitoringReport } from "./report";

const at = "2026-01-02T00:00:00.000Z";

async function reportWith(changes: Partial<MonitoringReport>): Promise<MonitoringReport> {
  const empty = await monitor(await publishedModel("house-price"), { predictions: [], outcomes: [] }, new Date(at));
  return { ...empty, earlier: [], ...changes };
}

const driftRule: AlertRule[] = [{ id: "drift", metric: "drift" }];
const drift = (verdict: Drift["verdict"]) => ({ drift: { verdict, detail: verdict } as Drift });

test("an alert fires once, stays while there are too few rows to tell, and is cleared once", async () => {
  let state = {};
  const told: string[] = [];
  for (const verdict of [
    "too few to tell",
    "no drift",
    "drift",
    "drift",
    "too few to tell",
    "drift",
    "no drift",
    "no drift",
    "too few to tell",
  ] as const) {
    const result = evaluateAlerts(driftRule, await reportWith(drift(verdict)), state);
    state = result.state;
    told.push(result.events.map(({ event }) => event).join());
  }
  expect(told).toEqual(["", "", "fired", "", "", "", "cleared", "", ""]);
  expect(state).toEqual({});
});

test("an alert keeps the moment since when it stands, and is forgotten with its rule", async () => {
  const before = { drift: "2026-01-01T00:00:00.000Z" };
  expect(evaluateAlerts(driftRule, await reportWith(drift("drift")), before).state).toEqual(before);
  expect(evaluateAlerts([], await reportWith(drift("drift")), before)).toEqual({ state: {}, events: [] });
});

test("refusals fire where their share is proven to be above the limit, and never on 29 predictions", async () => {
  const rules: AlertRule[] = [{ id: "refusals", metric: "refusals", above: 0.1 }];
  const eventsOf = async (predictions: number, refusals: number, weight = 1) => {
    const volume = { predictions, refusals, warned: 0, logged: predictions / weight, outcomes: 0 };
    return evaluateAlerts(rules, await reportWith({ volume }), {}).events.map(({ event }) => event);
  };
  expect(await eventsOf(29, 29)).toEqual([]);
  expect(await eventsOf(100, 12)).toEqual([]);
  expect(await eventsOf(100, 20)).toEqual(["fired"]);
  // The same shares in a sample of two in five, of 40 rows, could be chance.
  expect(await eventsOf(100, 20, 2.5)).toEqual([]);
});

test("volume fires where there are fewer predictions than expected", async () => {
  const rules: AlertRule[] = [{ id: "silence", metric: "volume", below: 10 }];
  const volume = { predictions: 9, refusals: 0, warned: 0, logged: 9, outcomes: 0 };
  const [event] = evaluateAlerts(rules, await reportWith({ volume }), {}).events;
  expect(event).toEqual({
    rule: "silence",
    event: "fired",
    at,
    detail: "there were 9 predictions, where at least 10 are expected",
  });
});

test("rules have sane defaults, and two of one id are refused", () => {
  expect(defaultAlertRules.map(({ metric }) => metric)).toEqual(["drift", "accuracy", "refusals"]);
  expect(alertRulesSchema.parse([{ id: "a", metric: "refusals" }])).toEqual([
    { id: "a", metric: "refusals", above: 0.1 },
  ]);
  expect(alertRulesSchema.safeParse([...driftRule, ...driftRule]).success).toBe(false);
});
