import { resolve } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";

const needsPort = "must be a whole number from 0 to 65535";

/** A whole number in digits, which is `otherwise` when not set. */
function wholeNumber(otherwise: number, { from = 0, to }: { from?: number; to: number }) {
  const needs = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,16}$/, needs)
    .transform(Number)
    .refine((value) => value >= from && value <= to, needs)
    .default(otherwise);
}

/** A number from 0 to 1, which is `otherwise` when not set. */
function share(otherwise: number) {
  return z
    .string()
    .regex(/^(0|1|0?\.\d{1,9}|1\.0{1,9})$/, "must be a number from 0 to 1")
    .transform(Number)
    .default(otherwise);
}

/** Items separated by commas, with or without spaces; none when not set. */
function list(item: RegExp, needs: string) {
  return z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .refine((parts) => parts.every((part) => item.test(part)), needs)
    .default([]);
}

/** Something that nobody may guess, of so many characters without the blanks around them. */
function secret(least: number) {
  const needs = `must be at least ${least} characters, not counting blanks at either end`;
  return z.string().refine((text) => text.trim().length >= least, needs);
}

/** 0 or 1; 0 when not set. */
function flag() {
  return z
    .enum(["0", "1"], { error: "must be 0 or 1" })
    .transform((text) => text === "1")
    .default(false);
}

/** Settings whose values are never repeated: they are secrets, or may hold one. */
const SECRETS = [
  ...["API_KEYS", "METRICS_TOKEN", "DATABASE_URL", "SECRET_KEY"],
  ...["ADMIN_PASSWORD", "REVIEWER_PASSWORD", "ALERT_WEBHOOK"],
];

/**
 * The settings: all from the environment, and read nowhere else.
 *
 * | variable        | meaning                                                            | when not set                           |
 * | --------------- | ------------------------------------------------------------------ | -------------------------------------- |
 * | `HOST`          | the address to listen on                                           | 127.0.0.1, or 0.0.0.0 if `PORT` is set |
 * | `PORT`          | the port to listen on; 0 takes a free one                          | 3000                                   |
 * | `MODEL_DIR`     | the folder with a folder for each model                            | `model` where the process was started, or beside the build |
 * | `DEFAULT_MODEL` | the model of `/invocations` where the call names none              | the only model, if there is one        |
 * | `RATE_LIMIT`    | API requests that one client may make in a minute; 0 for any       | 600                                    |
 * | `ROW_LIMIT`     | rows of batches that one client may score in a minute; 0 for any   | 10000000                               |
 * | `TRUST_PROXY`   | how many proxies stand in front and add to `X-Forwarded-For`       | 0: the client is who connects          |
 * | `BODY_LIMIT`    | the largest body of a call, in bytes                               | 1048576                                |
 * | `BATCH_LIMIT`   | the largest batch of CSV or lines of JSON, in bytes, decompressed  | 10737418240 (10 GiB)                   |
 * | `DRAFT_LIMIT`   | the largest file that a model is made of, in bytes, decompressed   | 268435456 (256 MiB)                    |
 * | `SHOW_MODEL`    | who sees coefficients and takes exports: everybody, keys or nobody | everybody                              |
 * | `API_KEYS`      | SHA-256 digests in hex, by commas, of the keys that the API takes  | no key is needed                       |
 * | `CORS_ORIGINS`  | origins, by commas, whose pages may call the API; `*` for every    | only Glasshouse's own pages            |
 * | `EMBED_ORIGINS` | origins, by commas, that may show the pages of models in a frame      | none                                   |
 * | `METRICS_TOKEN` | what `/metrics` wants as `Authorization: Bearer`                   | `/metrics` is open                     |
 * | `LOG_LEVEL`     | the least that is logged: debug, info, warn, error or silent       | info                                   |
 * | `DATABASE_URL`  | the PostgreSQL database that remembers, as postgres://…            | a file in `DATA_DIR` does              |
 * | `DATA_DIR`      | the folder of that file; `none` to remember nothing                | `.data` where the process was started  |
 * | `SECRET_KEY`    | at least 32 characters that sign receipts and logins               | made once and kept in the store        |
 * | `ADMIN_PASSWORD`| at least 8 characters that open the pages under `/admin`           | nobody sees them                       |
 * | `REVIEWER_PASSWORD`| at least 8 other characters that let a second person in         | nobody else is let in                  |
 * | `APPROVALS`     | 1 lets a version become champion only when a second person confirms | 0                                     |
 * | `ALERT_WEBHOOK` | the address that alerts about models are sent to, by POST          | alerts stand on the page alone         |
 * | `LOG_DAYS`      | how many days predictions are kept; 0 to log none                  | 90                                     |
 * | `LOG_SAMPLE`    | the share of predictions that is kept, from 0 to 1                 | 1                                      |
 * | `SHADOW_SHARE`  | the share of those that a challenger answers too, unseen, 0 to 1   | 1                                      |
 * | `DRAIN_SECONDS` | how long requests are still taken after SIGTERM                    | 5                                      |
 * | `WEB_CONCURRENCY`| how many processes answer                                         | 1                                      |
 * | `SIMULATION`    | 1 lets callers date predictions and outcomes back, for shows      | 0                                      |
 * | `LOG_INPUTS`    | whether what people entered is kept with them: yes or no           | yes                                    |
 *
 * A platform that hands out a port (Heroku, App Engine, Cloud Run) reaches the process from outside; on one's own
 * machine nothing should, unless it is told to. Hence the rule for `HOST`.
 *
 * 600 requests a minute are ten a second: more than a person who moves a slider causes, few enough that one client
 * who sends the largest batches all the time leaves the process time for others.
 */
const variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address or the name of a host")
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, needsPort)
    .transform(Number)
    .refine((port) => port < 65536, needsPort)
    .optional(),
  MODEL_DIR: z.string().default("model"),
  DEFAULT_MODEL: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "must be the id of a model")
    .optional(),
  RATE_LIMIT: wholeNumber(600, { to: 1_000_000 }),
  ROW_LIMIT: wholeNumber(10_000_000, { to: 1_000_000_000 }),
  TRUST_PROXY: wholeNumber(0, { to: 10 }),
  BODY_LIMIT: wholeNumber(2 ** 20, { from: 1, to: 2 ** 30 }),
  BATCH_LIMIT: wholeNumber(10 * 2 ** 30, { from: 1, to: 2 ** 50 }),
  DRAFT_LIMIT: wholeNumber(256 * 2 ** 20, { from: 1, to: 2 ** 40 }),
  API_KEYS: list(/^[0-9a-f]{64}$/i, "must be SHA-256 digests in hex, separated by commas"),
  CORS_ORIGINS: list(
    /^(\*|https?:\/\/[\w.[\]:-]+)$/,
    "must be origins such as https://example.com, separated by commas, or *",
  ),
  EMBED_ORIGINS: list(/^https?:\/\/[\w.[\]:-]+$/, "must be origins such as https://example.com, separated by commas"),
  SHOW_MODEL: z
    .enum(["everybody", "keys", "nobody"], { error: "must be everybody, keys or nobody" })
    .default("everybody"),
  METRICS_TOKEN: z.string().regex(/^\S+$/, "must be one word without blanks").optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent" })
    .default("info"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  DATA_DIR: z.string().optional(),
  SECRET_KEY: secret(32).optional(),
  ADMIN_PASSWORD: secret(8).optional(),
  REVIEWER_PASSWORD: secret(8).optional(),
  APPROVALS: flag(),
  ALERT_WEBHOOK: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://example.com/hook" })
    .optional(),
  LOG_DAYS: wholeNumber(90, { to: 36_500 }),
  LOG_SAMPLE: share(1),
  SHADOW_SHARE: share(1),
  DRAIN_SECONDS: wholeNumber(5, { to: 3_600 }),
  WEB_CONCURRENCY: wholeNumber(1, { from: 1, to: 64 }),
  SIMULATION: flag(),
  LOG_INPUTS: z
    .enum(["yes", "no"], { error: "must be yes or no" })
    .transform((answer) => answer === "yes")
    .default(true),
});
/** Who knows one password must not be both persons. */
const consistent = variables.refine(
  ({ ADMIN_PASSWORD, REVIEWER_PASSWORD }) =>
    REVIEWER_PASSWORD === undefined || REVIEWER_PASSWORD.trim() !== ADMIN_PASSWORD?.trim(),
  { path: ["REVIEWER_PASSWORD"], error: "must be another password than ADMIN_PASSWORD" },
);
const settings = consistent.transform(({ HOST, PORT, MODEL_DIR, DATA_DIR, ...others }) => ({
  HOST: HOST ?? (PORT === undefined ? "127.0.0.1" : "0.0.0.0"),
  PORT: PORT ?? 3000,
  MODEL_DIR: resolve(/* turbopackIgnore: true */ MODEL_DIR),
  DATA_DIR: DATA_DIR === "none" ? undefined : resolve(/* turbopackIgnore: true */ DATA_DIR ?? ".data"),
  DATA_DIR_IS_SET: DATA_DIR !== undefined,
  ...others,
}));

export type Settings = z.infer<typeof settings>;

/** A setting that cannot be used: one line for each variable at fault, with its name, what it must be and what it is. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * The settings as they are now: read when asked for, so that no build freezes them. A variable that is empty
 * counts as not set.
 *
 * @throws SettingsError naming each variable at fault
 */
export function env(): Settings {
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  const result = settings.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map(({ path, message }) => describeFault(String(path[0]), message)).join("\n"),
  );
}

/** Longer values are cut: a line is for reading. */
const SHOWN_CHARACTERS = 80;

function describeFault(name: string, needs: string): string {
  if (SECRETS.includes(name)) return `${name} ${needs}`;
  return `${name} ${needs}; it is ${JSON.stringify(process.env[name]?.slice(0, SHOWN_CHARACTERS))}`;
}

/** Names as short as HOST and PORT are one letter from too many words. */
const LEAST_LETTERS = 6;

/**
 * The variables whose names are one letter from that of a setting, a line each: they were probably meant for it. What
 * Kubernetes sets for a service called glasshouse, such as `GLASSHOUSE_PORT`, is far from all of ours.
 */
export function describeMisspelt(): string[] {
  const names = Object.keys(variables.shape).filter((name) => name.length >= LEAST_LETTERS);
  return Object.keys(process.env).flatMap((given) => {
    const near = closest(given.toUpperCase(), names);
    if (Object.hasOwn(variables.shape, given) || distance(given.toUpperCase(), near) > 1) return [];
    return [`${given} is no setting and changes nothing; did you mean ${near}?`];
  });
}

/** The path that `BASE_PATH` names now, "" where it names none: the build has one already, and only another build another. */
export function wantedBasePath(): string {
  return process.env.BASE_PATH ?? "";
}

/** Whether somebody works on the pages, with Next's development server. */
export function inDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

/** Sets what Next's production server expects of the environment when it is started by another server. */
export function announceNext(config: unknown): void {
  Object.assign(process.env, { NODE_ENV: "production", __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) });
}

/** Sets where to listen, as a command line has it. A port given there opens nothing to other machines: `HOST` stays. */
export function listenAt({ host, port }: { host?: string; port?: string }): void {
  const { HOST, PORT } = env();
  Object.assign(process.env, { HOST: host ?? HOST, PORT: port ?? String(PORT) });
}

/** Sets the folder of models, as a command line has it. */
export function serveModels(folder: string): void {
  process.env.MODEL_DIR = folder;
}
