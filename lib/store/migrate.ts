import { Migrator, sql, type Kysely, type Migration } from "kysely";
import { firstMigrations, migrations } from "./migrations";
import type { Tables } from "./tables";

/**
 * Kysely refuses a store whose list of migrations names one that it is not given, and so does the first release. Its own
 * list must therefore stay as it is, or no instance of it could start again beside one of this release; what is new
 * stands in this list, from which later ones are passed over.
 */
const TABLE = "glasshouse_migration";

/**
 * Bring the tables of a store up to date, or leave them where a later release has been here. It is locked in either
 * dialect: of several instances that start at once, one does it and the others wait.
 */
export async function migrate(store: Kysely<Tables>): Promise<void> {
  await apply(new Migrator({ db: store, provider: { getMigrations: async () => firstMigrations } }));
  const all = { ...migrations, ...(await laterMigrations(store)) };
  await apply(new Migrator({ db: store, provider: { getMigrations: async () => all }, migrationTableName: TABLE }));
}

async function apply(migrator: Migrator): Promise<void> {
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** The migrations of a later release, done already. They left tables that this one can use, so there is nothing to do. */
async function laterMigrations(store: Kysely<Tables>): Promise<Record<string, Migration>> {
  const tables = await store.introspection.getTables();
  if (!tables.some(({ name }) => name === TABLE)) return {};
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(store);
  const later = rows.filter(({ name }) => !(name in migrations));
  return Object.fromEntries(later.map(({ name }) => [name, { up: async () => undefined }]));
}
