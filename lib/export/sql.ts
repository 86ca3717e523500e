import type { Model } from "../model/model";
import { dialects, SOURCE, type Dialect, type DialectName } from "./dialects";
import type { PredictorPlan } from "../model/predictor";
import { exactLevels } from "./levels";
import { leastOf, planPrediction, type Plan } from "./plan";
import { Columns } from "./sql-columns";
import { addInput } from "./sql-inputs";

/**
 * Write a model as one SELECT: every column of a table, and `estimate`, `low` and `high` as `predict` gives them.
 *
 * `low` and `high` are null for a model without intervals. All are null where an input is missing or not allowed, where a formula has no value, and where `predict` refuses.
 * Within a formula, what lies beyond 1e150 counts as undefined, and what is nearer to 0 than 1e-150 as 0: past that,
 * engines differ in what they answer, and some refuse the whole query. A column of dates may hold dates, points in time or
 * ISO texts; PostgreSQL, Snowflake and Spark refuse the whole query where a text is no date.
 *
 * @param planned of the model's predictor
 * @param table see `isTableName`; its columns are called as the inputs are
 * @param level of the interval
 */
export function writeSql(
  model: Model,
  planned: PredictorPlan,
  { dialect: dialectName, table, level }: { dialect: DialectName; table: string; level: number },
): string {
  const dialect: Dialect = dialects[dialectName];
  const plan = planPrediction(model, planned, level);
  const columns = new Columns(dialect);
  for (const input of plan.inputs) addInput(columns, input);
  for (const step of plan.steps) columns.addStep(step);
  addAnswered(columns, plan, leastOf(model.spec));

  const from = table.split(".").map(dialect.quote).join(".");
  const levels = columns.levels();
  const subqueries = levels.map((added, index) => {
    const kept = index === 0 ? dialect.carry : "*";
    const source = index === 0 ? `${from} AS ${SOURCE}` : subqueryName(index - 1);
    const selected = [kept, ...added.map(({ name, text }) => `${text} AS ${name}`)];
    return `${subqueryName(index)} AS (\n  SELECT ${selected.join(",\n    ")}\n  FROM ${source}${dialect.fence}\n)`;
  });
  const restored = dialect.restore(levels.flat().map(({ name }) => name));
  const valueOf = (name: string) => {
    if (plan.hasInterval || name === "estimate") return columns.nameOf(name);
    // Null with the type of a number, which NULL alone has not everywhere.
    return `NULLIF(${columns.nameOf("estimate")}, ${columns.nameOf("estimate")})`;
  };
  const answers = ["estimate", "low", "high"].map(
    (name) => `CASE WHEN ${columns.nameOf("answered")} = 1 THEN ${valueOf(name)} END AS ${dialect.quote(name)}`,
  );
  return [
    `-- ${model.spec.id}, version ${model.version}, for ${dialect.title}; ${plan.hasInterval ? `low and high are the interval of level ${level}` : "the model has no interval, so low and high are null"}`,
    ...exactLevels(plan).map((line) => `-- ${line}`),
    `WITH ${subqueries.join(", ")}`,
    `SELECT ${[restored, ...answers].join(",\n  ")}`,
    `FROM ${subqueryName(levels.length - 1)}${dialect.join(from)};\n`,
  ].join("\n");
}

const subqueryName = (level: number) => `glasshouse_${level}`;

/** Whether there is an answer: nothing is missing, and `predict` would not refuse. */
function addAnswered(columns: Columns, { reach, hasInterval }: Plan, least: ReturnType<typeof leastOf>): void {
  const { dialect, required } = columns;
  const conditions = [
    ...required.map((name) => `${columns.nameOf(name)} IS NOT NULL`),
    ...(reach ? [`${columns.nameOf(reach.step)} <= ${dialect.number(reach.largest)}`] : []),
    ...(least ? [`${columns.nameOf(least.step)} ${least.strict ? ">" : ">="} ${dialect.number(0)}`] : []),
  ];
  const steps = [...(reach ? [reach.step] : []), ...(least ? [least.step] : [])];
  const uses = [...required, ...steps, "estimate", ...(hasInterval ? ["low", "high"] : [])];
  columns.add("answered", `CASE WHEN ${conditions.join(" AND ")} THEN 1 ELSE 0 END`, { uses });
}

/** Whether a text is one to three names joined by dots, without anything that quotes would not hold. */
export function isTableName(table: string): boolean {
  return /^[\p{L}\p{N}_$ -]{1,128}(\.[\p{L}\p{N}_$ -]{1,128}){0,2}$/u.test(table);
}
