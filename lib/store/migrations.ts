import { PostgresAdapter, sql, type Kysely, type Migration } from "kysely";

/*
 * How the tables came to be, oldest first. A migration that has been released is never changed, and each leaves the
 * tables so that the release before it can still use them: instances of both run while one replaces the other.
 */

/** Those of the first release, which refuses a store whose list of migrations names any other: see `migrate`. */
export const firstMigrations: Record<string, Migration> = {
  "001-predictions-outcomes-keys": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("secret")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("value", "text", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("prediction")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("inputs", "text")
        .addColumn("estimate", "double precision")
        .addColumn("low", "double precision")
        .addColumn("high", "double precision")
        .addColumn("level", "double precision")
        .addColumn("refusal", "text")
        .addColumn("warnings", "text", (column) => column.notNull())
        .addColumn("weight", "double precision", (column) => column.notNull())
        .addPrimaryKeyConstraint("prediction_key", ["model", "at", "id"])
        .execute();
      await database.schema
        .createTable("outcome")
        .addColumn("receipt", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("reported_at", "bigint", (column) => column.notNull())
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("predicted_at", "bigint", (column) => column.notNull())
        .addColumn("inputs", "text")
        .addColumn("estimate", "double precision", (column) => column.notNull())
        .addColumn("low", "double precision", (column) => column.notNull())
        .addColumn("high", "double precision", (column) => column.notNull())
        .addColumn("level", "double precision", (column) => column.notNull())
        .addColumn("actual", "double precision")
        .addColumn("opinion", "text")
        .addColumn("date", "text")
        .addColumn("note", "text")
        .addPrimaryKeyConstraint("outcome_key", ["receipt", "kind", "revision"])
        .execute();
      await database.schema
        .createIndex("outcome_by_time")
        .on("outcome")
        .columns(["model", "kind", "predicted_at", "receipt"])
        .execute();
      await database.schema
        .createTable("api_key")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("scopes", "text", (column) => column.notNull())
        .addColumn("digest", "text", (column) => column.notNull().unique())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addColumn("used_at", "bigint")
        .addColumn("revoked_at", "bigint")
        .execute();
    },
  },
  "002-alerts": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("alert")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("rule", "text", (column) => column.notNull())
        .addColumn("since", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("alert_key", ["model", "rule"])
        .execute();
      await database.schema
        .createTable("alert_event")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("rule", "text", (column) => column.notNull())
        .addColumn("event", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("detail", "text", (column) => column.notNull())
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("next_at", "bigint")
        .addColumn("told_at", "bigint")
        .execute();
      await database.schema.createIndex("alert_event_by_time").on("alert_event").columns(["model", "at"]).execute();
      await database.schema
        .createTable("lease")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("until", "bigint", (column) => column.notNull())
        .execute();
    },
  },
};

/** Those since then. */
export const migrations: Record<string, Migration> = {
  "003-outcomes-without-range": {
    async up(database: Kysely<unknown>) {
      for (const column of ["low", "high", "level"]) await allowNull(database, "outcome", column);
    },
  },
  "004-alerts-by-version": {
    /**
     * The alerts that stand get a table of their own, with the version in its key. The first release goes on with
     * `alert`, where it would otherwise clear those of every version at once.
     */
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("standing_alert")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("rule", "text", (column) => column.notNull())
        .addColumn("since", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("standing_alert_key", ["model", "version", "rule"])
        .execute();
      await database.schema.alterTable("alert_event").addColumn("version", "text").execute();
    },
  },
  "005-settings": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("setting")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("value", "text", (column) => column.notNull())
        .execute();
    },
  },
  "006-tallies": {
    /** The release before writes rows of the log without tallies, which are counted when monitoring finds them missing. */
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("tally")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("day", "bigint", (column) => column.notNull())
        .addColumn("rows", "bigint", (column) => column.notNull())
        .addColumn("predictions", "double precision", (column) => column.notNull())
        .addColumn("refusals", "double precision", (column) => column.notNull())
        .addColumn("warned", "double precision", (column) => column.notNull())
        .addColumn("first", "bigint", (column) => column.notNull())
        .addColumn("last", "bigint", (column) => column.notNull())
        .addColumn("counts", "text")
        .addPrimaryKeyConstraint("tally_key", ["model", "day", "version"])
        .execute();
      await database.schema
        .createTable("page_view")
        .addColumn("day", "bigint", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("page_view_key", ["day", "key"])
        .execute();
    },
  },
  "007-ended-sessions": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("ended_session")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("until", "bigint", (column) => column.notNull())
        .execute();
    },
  },
  "008-limits": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("limit_count")
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("client", "text", (column) => column.notNull())
        .addColumn("points", "bigint", (column) => column.notNull())
        .addColumn("ends_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("limit_count_key", ["name", "client"])
        .execute();
    },
  },
  "009-published-models": {
    /** Of an alias the highest number holds: those below it are the way back. A foreign key makes each name a whole version. */
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("version")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("revision", "text", (column) => column.notNull())
        .addColumn("spec", BYTES, (column) => column.notNull())
        .addColumn("bundle", BYTES, (column) => column.notNull())
        .addColumn("spec_size", "bigint", (column) => column.notNull())
        .addColumn("bundle_size", "bigint", (column) => column.notNull())
        .addColumn("figures", "text", (column) => column.notNull())
        .addColumn("origin", "text", (column) => column.notNull())
        .addColumn("author", "text", (column) => column.notNull())
        .addColumn("note", "text")
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("version_key", ["model", "version", "revision"])
        .execute();
      await database.schema
        .createTable("alias")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("alias", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("revision", "text", (column) => column.notNull())
        .addColumn("set_at", "bigint", (column) => column.notNull())
        .addColumn("set_by", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("alias_key", ["model", "alias", "number"])
        .addForeignKeyConstraint("alias_version", ["model", "version", "revision"], "version", [
          "model",
          "version",
          "revision",
        ])
        .execute();
      await database.schema
        .createTable("change_count")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("count", "bigint", (column) => column.notNull())
        .execute();
      await sql`insert into change_count (name, count) values ('models', 0)`.execute(database);
      await database.schema
        .createTable("audit")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("action", "text", (column) => column.notNull())
        .addColumn("model", "text")
        .addColumn("version", "text")
        .addColumn("detail", "text", (column) => column.notNull())
        .execute();
      await database.schema.createIndex("audit_by_time").on("audit").columns(["at", "id"]).execute();
    },
  },
  "010-studio": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("file")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("size", "bigint", (column) => column.notNull())
        .addColumn("hash", "text")
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("file_part")
        .addColumn("file", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("bytes", BYTES, (column) => column.notNull())
        .addPrimaryKeyConstraint("file_part_key", ["file", "number"])
        .execute();
      await database.schema
        .createTable("draft")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("owner", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("status", "text", (column) => column.notNull())
        .addColumn("progress", "double precision")
        .addColumn("fault", "text")
        .addColumn("file", "text", (column) => column.notNull())
        .addColumn("copy", "text")
        .addColumn("options", "text", (column) => column.notNull())
        .addColumn("spec", "text")
        .addColumn("guesses", "text")
        .addColumn("preview", "text")
        .addColumn("bundle", BYTES)
        .addColumn("model", "text")
        .addColumn("base", "text")
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .execute();
      // The rows that a version was trained on, from which it can be trained again.
      await database.schema.alterTable("version").addColumn("file", "text").execute();
      await database.schema
        .createTable("shadow")
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("challenger", "text", (column) => column.notNull())
        .addColumn("estimate", "double precision")
        .addColumn("challenger_estimate", "double precision")
        .addColumn("challenger_low", "double precision")
        .addColumn("challenger_high", "double precision")
        .addColumn("level", "double precision")
        .addPrimaryKeyConstraint("shadow_key", ["model", "at", "id"])
        .execute();
      await database.schema
        .createTable("proposal")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("revision", "text", (column) => column.notNull())
        .addColumn("reason", "text", (column) => column.notNull())
        .addColumn("override", "integer", (column) => column.notNull())
        .addColumn("before", "text")
        .addColumn("checks", "text", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addColumn("made_by", "text", (column) => column.notNull())
        .addColumn("status", "text", (column) => column.notNull())
        .addColumn("decided_at", "bigint")
        .addColumn("decided_by", "text")
        .addColumn("decision", "text")
        .execute();
      await database.schema.createIndex("proposal_by_model").on("proposal").columns(["model", "made_at"]).execute();
    },
  },
};

/** What PostgreSQL calls bytes; SQLite takes any name and keeps bytes as they are. */
const BYTES = sql`bytea`;

/** Let a column of double precision be null. PostgreSQL has words for it; libSQL takes the whole column anew. */
async function allowNull(database: Kysely<unknown>, table: string, column: string): Promise<void> {
  const isPostgres = database.getExecutor().adapter instanceof PostgresAdapter;
  const change = isPostgres ? "DROP NOT NULL" : `TO ${column} double precision`;
  await sql.raw(`ALTER TABLE ${table} ALTER COLUMN ${column} ${change}`).execute(database);
}
