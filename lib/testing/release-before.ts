import { CompiledQuery, Kysely, Migrator, type Migration } from "kysely";
import { openPostgres } from "../store/postgres";
import { openSqlite } from "../store/sqlite";
import type { Place } from "../store/store";

/** What the release before does with a store, word for word as it sends it to either dialect; `?` is a parameter. */
const MIGRATIONS: Record<string, string[]> = {
  "001-predictions-outcomes-keys": [
    'create table "secret" ("name" text primary key, "value" text not null)',
    'create table "prediction" ("model" text not null, "at" bigint not null, "id" text not null, "version" text not null, "inputs" text, "estimate" double precision, "low" double precision, "high" double precision, "level" double precision, "refusal" text, "warnings" text not null, "weight" double precision not null, constraint "prediction_key" primary key ("model", "at", "id"))',
    'create table "outcome" ("receipt" text not null, "kind" text not null, "revision" integer not null, "reported_at" bigint not null, "model" text not null, "version" text not null, "predicted_at" bigint not null, "inputs" text, "estimate" double precision not null, "low" double precision not null, "high" double precision not null, "level" double precision not null, "actual" double precision, "opinion" text, "date" text, "note" text, constraint "outcome_key" primary key ("receipt", "kind", "revision"))',
    'create index "outcome_by_time" on "outcome" ("model", "kind", "predicted_at", "receipt")',
    'create table "api_key" ("id" text primary key, "name" text not null, "scopes" text not null, "digest" text not null unique, "made_at" bigint not null, "used_at" bigint, "revoked_at" bigint)',
  ],
  "002-alerts": [
    'create table "alert" ("model" text not null, "rule" text not null, "since" bigint not null, constraint "alert_key" primary key ("model", "rule"))',
    'create table "alert_event" ("id" text primary key, "model" text not null, "rule" text not null, "event" text not null, "at" bigint not null, "detail" text not null, "attempts" integer not null, "next_at" bigint, "told_at" bigint)',
    'create index "alert_event_by_time" on "alert_event" ("model", "at")',
    'create table "lease" ("name" text primary key, "until" bigint not null)',
  ],
};

const NOT_CORRECTED =
  'not exists (select "later"."revision" from "outcome" as "later" where "later"."receipt" = "outcome"."receipt" and "later"."kind" = "outcome"."kind" and "later"."revision" > "outcome"."revision")';

const QUERIES = {
  addPrediction:
    'insert into "prediction" ("model", "at", "id", "version", "inputs", "estimate", "low", "high", "level", "refusal", "warnings", "weight") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  readPredictions:
    'select * from "prediction" where "model" = ? and ("at" > ? or ("at" = ? and "id" > ?)) and "at" >= ? and "at" < ? order by "at", "id" limit ?',
  lastReport:
    'select "revision", "actual", "opinion", "date", "note" from "outcome" where "receipt" = ? and "kind" = ? order by "revision" desc limit ?',
  addReport:
    'insert into "outcome" ("receipt", "kind", "reported_at", "model", "version", "predicted_at", "inputs", "estimate", "low", "high", "level", "actual", "opinion", "date", "note", "revision") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  readOutcomes: `select * from "outcome" where "model" = ? and "kind" = ? and ("predicted_at" > ? or ("predicted_at" = ? and "receipt" > ?)) and "predicted_at" >= ? and "predicted_at" < ? and ${NOT_CORRECTED} order by "predicted_at", "receipt" limit ?`,
  readStanding: 'select "rule", "since" from "alert" where "model" = ?',
  fireAlert: 'insert into "alert" ("model", "rule", "since") values (?, ?, ?) on conflict do nothing returning "rule"',
  clearAlert: 'delete from "alert" where "model" = ? and "rule" = ? returning "rule"',
  addEvent:
    'insert into "alert_event" ("rule", "event", "at", "detail", "id", "model", "attempts", "next_at", "told_at") values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  dueEvent: 'select * from "alert_event" where "next_at" <= ? order by "next_at" limit ?',
  takeEvent: 'update "alert_event" set "attempts" = ?, "next_at" = ? where "id" = ? and "attempts" = ? returning *',
  settleEvent: 'update "alert_event" set "told_at" = ?, "next_at" = ? where "id" = ?',
  takeLease:
    'insert into "lease" ("name", "until") values (?, ?) on conflict ("name") do update set "until" = ? where "lease"."until" <= ? returning "name"',
  erasePrediction: 'delete from "prediction" where "model" = ? and "at" = ? and "id" = ?',
  eraseOutcomes: 'delete from "outcome" where "receipt" = ?',
};

/** The release before, with a store of its own open. */
export class ReleaseBefore {
  private constructor(
    private readonly store: Kysely<unknown>,
    private readonly numbered: boolean,
  ) {}

  /**
   * Start it, as its first request does.
   *
   * @throws what its migrator throws, as it does where the list of migrations names one that it does not have
   */
  static async start({ DATABASE_URL, DATA_DIR }: Place): Promise<ReleaseBefore> {
    const dialect = DATABASE_URL ? await openPostgres(DATABASE_URL) : await openSqlite(DATA_DIR!);
    const release = new ReleaseBefore(new Kysely<unknown>({ dialect }), DATABASE_URL !== undefined);
    const provider = { getMigrations: async () => release.#migrations() };
    const { error } = await new Migrator({ db: release.store, provider }).migrateToLatest();
    if (!error) return release;
    await release.stop();
    throw error;
  }

  #migrations(): Record<string, Migration> {
    const up = (statements: string[]) => async (store: Kysely<unknown>) => {
      for (const statement of statements) await store.executeQuery(CompiledQuery.raw(statement));
    };
    return Object.fromEntries(Object.entries(MIGRATIONS).map(([name, statements]) => [name, { up: up(statements) }]));
  }

  async run(name: keyof typeof QUERIES, ...parameters: unknown[]): Promise<Record<string, unknown>[]> {
    let position = 0;
    const text = this.numbered ? QUERIES[name].replaceAll("?", () => `$${++position}`) : QUERIES[name];
    return (await this.store.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, parameters))).rows;
  }

  stop(): Promise<void> {
    return this.store.destroy();
  }
}
