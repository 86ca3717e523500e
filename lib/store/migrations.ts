import type { Kysely, Migration } from "kysely";

/**
 * How the tables came to be, oldest first. A migration that has been released is never changed, and each leaves the
 * tables so that the release before it can still use them: instances of both run while one replaces the other.
 */
export const migrations: Record<string, Migration> = {
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
};
