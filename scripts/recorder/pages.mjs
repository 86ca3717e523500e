import { below, chance, oneOf, upTo } from "./draw.mjs";
import { pathOf } from "./predictions.mjs";
import { BAD_JSON, CSV_TYPE, get, post } from "./request.mjs";
import { anyModel, anyReach, MODELS, rowOf, spoiledText, textOf } from "./rows.mjs";

/**
 * Requests for pages, as a browser sends them, and what is said of an estimate, on its page or by the API. `keep` has the
 * recorder keep the receipt of an answer, `pause` has it wait before a request for so many milliseconds.
 */
const HTML = { accept: "text/html,application/xhtml+xml" };
const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
const UNKNOWN = [
  ["/nope", "/models", "/models/nope", "/models/nope/card", "/models/salary/nope", "/models/Salary", "/compare/salary"],
  ["/compare/house-price/more", "/monitoring/nope", "/admin", "/docs/nope", "/apis", "/models/nope/estimate?area=1"],
].flat();
const PLAIN = ["/", "/docs", "/pipeline", "/monitoring", "/compare", "/admin/keys"];

function page(path, query = {}) {
  const text = new URLSearchParams(query).toString();
  return get("page", text ? `${path}?${text}` : path, HTML);
}

/** Each page once. */
export const everyPage = () => [
  ...PLAIN.map((path) => page(path)),
  ...MODELS.flatMap(({ id }) => [
    ...["", "/card", "/batch", "/api", "/estimate"].map((rest) => page(`/models/${id}${rest}`)),
    page(`/monitoring/${id}`),
  ]),
];

export const goodText = (model) => textOf(model, rowOf(model));
export const farText = (model) => textOf(model, rowOf(model, oneOf(["wide", "corner"])));
const anyText = (model) =>
  oneOf([() => textOf(model, rowOf(model, anyReach())), () => spoiledText(model), () => ({})])();

export function estimatePage(makeText) {
  const model = anyModel();
  return page(`/models/${model.id}/estimate`, { ...makeText(model), ...(chance(0.1) && { utm_source: "mail" }) });
}

export function comparePage() {
  return page(oneOf(["/compare", "/compare", ...MODELS.map(({ id }) => `/compare/${id}`)]), anyText(MODELS[1]));
}

export function modelPage() {
  const model = anyModel();
  return page(`/models/${model.id}${oneOf(["", "", "/api", "/api", "/card", "/batch"])}`, anyText(model));
}

export function otherPage() {
  const method = oneOf(["HEAD", "POST", "PUT", "OPTIONS"]);
  return oneOf([
    () => page(oneOf([...PLAIN, "/admin/login", "/monitoring/salary?days=7"])),
    () => page(oneOf(UNKNOWN)),
    () => page(oneOf(UNKNOWN)),
    () => ({ ...page(oneOf(["/", "/compare", "/models/salary"])), method }),
    () => post("page", oneOf(["/admin/login", "/admin/keys/change", "/models/nope/outcome"]), "password=wrong", FORM),
  ])();
}

function report() {
  const said = { receipt: chance(0.85) ? "{{receipt}}" : oneOf(["{{changed}}", "x", 7, ""]) };
  if (chance(0.7)) said.actual = oneOf([70_000, 70_000, 81_500.5, 9e6, 900, 0, -5, "70000"]);
  else said.opinion = oneOf(["too high", "about right", "too low", "good"]);
  const more = [{ date: "2026-01-31" }, { date: "31.1.2026" }, { confirm: true }, { note: "new roof" }, { x: 1 }];
  return chance(0.4) ? { ...said, ...oneOf(more) } : said;
}

/** An estimate, and right after it what is said of its receipt. */
export function outcomes() {
  const model = anyModel();
  const row = rowOf(model);
  const asked = { ...post("predict", pathOf(model), row), keep: true };
  const first = post("outcome", "/api/outcomes", { receipt: "{{receipt}}", actual: 70_000 });
  const lines = upTo(4, report).map(({ receipt, actual = "", opinion = "" }) => `${receipt},${actual},${opinion}\n`);
  const header = `receipt,actual,${oneOf(["opinion", "opinion", "x"])}\n`;
  return [
    ...[asked, first, ...(chance(0.5) ? [first] : [])],
    ...upTo(3, () => post("outcome", "/api/outcomes", report())),
    post("outcome", "/api/outcomes", header + lines.join(""), CSV_TYPE),
    post("outcome", oneOf(["/api/outcomes", "/api/erase"]), oneOf([...BAD_JSON, '{"receipt":"{{receipt}}"}'])),
  ];
}

/** The same on the page of the estimate. */
export function outcomeForm() {
  const model = anyModel();
  const row = rowOf(model);
  const form = { actual: oneOf(["70,000", "70000", "x", "9000000", ""]), opinion: oneOf(["", "too low"]), note: "" };
  const told = { ...textOf(model, row), outcome: oneOf(["stored", "known", "unlikely", "faulty", "away"]) };
  const { path, ...estimate } = page(`/models/${model.id}/estimate`, told);
  return [
    { ...post("predict", pathOf(model), row), keep: true },
    post("outcome form", `/models/${model.id}/outcome`, `receipt={{receipt}}&${new URLSearchParams(form)}`, FORM),
    { ...estimate, path: `${path}&receipt={{receipt}}&actual=70000` },
  ];
}

/** Estimates of one model and what came true of each: enough to judge the model by. */
export function outcomesToJudgeBy() {
  const [, model] = MODELS;
  return Array.from({ length: 60 }, () => [
    { ...post("predict", pathOf(model), rowOf(model)), keep: true },
    post("outcome", "/api/outcomes", { receipt: "{{receipt}}", actual: 40_000 + below(80_000) }),
  ]).flat();
}

/** Long enough for the log to be written, which is done once a second. */
const LOGGED_MILLISECONDS = 3_000;

/** What the owner alone is shown. */
export function everyOwnersPage() {
  const paths = ["/monitoring", ...MODELS.map(({ id }) => `/monitoring/${id}`), "/admin/keys", "/pipeline"];
  const queries = ["", "?days=1", "?days=90", "?days=x"];
  const requests = [
    ...paths.flatMap((path) => [page(path), page(path, { days: 7 })]),
    ...MODELS.flatMap(({ id }) => queries.map((query) => get("report", `/api/models/${id}/monitoring${query}`))),
  ];
  return requests.map((request, index) => ({
    ...request,
    headers: { ...request.headers, cookie: "{{session}}" },
    pause: index === 0 ? LOGGED_MILLISECONDS : 0,
  }));
}
