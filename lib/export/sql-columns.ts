import { isDatePart, type DatePart } from "../formula/expression";
import { writeExpression, type Expression, type Syntax } from "../formula/parse";
import { ANY, LARGEST, LARGEST_EXPONENT, rangeOf, SMALLEST, type Range } from "../formula/range";
import { distinctNames, mapOperands, operandsOf } from "../formula/tree";
import type { Dialect } from "./dialects";
import type { Step } from "../model/predictor";
import { sqlSyntax } from "./sql-syntax";

interface Column {
  name: string;
  text: string;
  /** It is computed in the first subquery after those of the columns that it names. */
  level: number;
  range: Range;
}

/**
 * The columns that a SELECT computes, level by level. What could fail (a division by zero, the logarithm of a negative
 * number, an overflow) gets a column of its own, with a condition, over columns for its operands: so no text is
 * written twice, however deep a formula goes.
 */
export class Columns {
  /** The columns that are null where an input is missing or not allowed, or a formula has no value. */
  readonly required: string[] = [];
  /** The column of the table that holds each date, by the name of the date as a number. */
  readonly dates = new Map<string, string>();
  private readonly columns = new Map<string, Column>();
  private readonly syntax: Syntax;

  constructor(readonly dialect: Dialect) {
    this.syntax = sqlSyntax(dialect, (name) => this.nameOf(name));
  }

  nameOf(name: string): string {
    return this.dialect.prefix + name;
  }

  levels(): Column[][] {
    const levels: Column[][] = [];
    for (const column of this.columns.values()) (levels[column.level] ??= []).push(column);
    return levels;
  }

  /** Add a column whose text names some of those before it. */
  add(name: string, text: string, { uses = [] as string[], range = ANY } = {}): Expression {
    const level = Math.max(-1, ...uses.map((used) => this.columns.get(used)!.level)) + 1;
    this.columns.set(name, { name: this.nameOf(name), text, level, range });
    return { kind: "name", name };
  }

  /** Add one that may be null. */
  require(name: string, text: string, options: { uses: string[]; range?: Range }): Expression {
    this.required.push(name);
    return this.add(name, text, options);
  }

  addStep({ name, expression, label, limit = Infinity }: Step): void {
    const settled = this.settle(expression, label !== undefined);
    const range = this.rangeOf(settled);
    if (range.low >= -limit && range.high <= limit) {
      this.add(name, this.write(settled), { uses: distinctNames(settled), range });
    } else this.limit(this.bind(settled), Math.min(limit, LARGEST), name);
  }

  /**
   * An expression of the same value, in which whatever could fail has become a column.
   *
   * @param checked false for arithmetic of our own that cannot fail for inputs within their ranges, except for exp
   */
  private settle(expression: Expression, checked: boolean): Expression {
    const settled = mapOperands(expression, (operand) => this.settle(operand, checked));
    const name = settled.kind === "call" ? settled.function : undefined;
    if (settled.kind === "call" && isDatePart(settled.function)) return this.datePart(settled, settled.function);
    if (!checked && name !== "exp") return settled;
    // Its operand is written three times.
    const ready = name === "log1p" ? mapOperands(settled, (operand) => this.bind(operand)) : settled;
    return rangeOf(ready, this.rangesOf(ready)) ? ready : this.guard(ready);
  }

  /** A part of a date, from the table's own column: null only where the date is. */
  private datePart(call: Expression, part: DatePart): Expression {
    const [date = ""] = distinctNames(call);
    const name = `${part}_of_${date}`;
    const range = this.rangeOf(call);
    const { dates, double } = this.dialect;
    if (this.columns.has(name)) return { kind: "name", name };
    return this.add(name, `CAST(${dates.part(part, this.dates.get(date)!)} AS ${double})`, { range });
  }

  private rangeOf(expression: Expression): Range {
    if (expression.kind === "name") return this.columns.get(expression.name)!.range;
    return rangeOf(expression, this.rangesOf(expression)) ?? ANY;
  }

  private rangesOf(expression: Expression): Range[] {
    return operandsOf(expression).map((operand) => this.rangeOf(operand));
  }

  private write(expression: Expression): string {
    return writeExpression(expression, this.syntax);
  }

  /** Give an expression a column, unless it is one or is a number. */
  private bind(expression: Expression): Expression {
    if (expression.kind === "name" || expression.kind === "number") return expression;
    const range = this.rangeOf(expression);
    return this.add(this.newName(), this.write(expression), { uses: distinctNames(expression), range });
  }

  /** A column that is null beyond a limit, and 0 where the value is too near to 0 to compute with. */
  private limit(value: Expression, limit: number, name = this.newName()): Expression {
    const { number } = this.dialect;
    const text = this.write(value);
    return this.require(
      name,
      `CASE WHEN ABS(${text}) < ${number(SMALLEST)} THEN ${number(0)} WHEN ABS(${text}) <= ${number(limit)} THEN ${text} END`,
      { uses: distinctNames(value), range: { low: -limit, high: limit, smallest: SMALLEST } },
    );
  }

  private newName(): string {
    return `part_${this.columns.size}`;
  }

  /** A column for an operation that may be undefined, overflow or underflow. */
  private guard(operation: Expression): Expression {
    const bound = mapOperands(operation, (operand) => this.bind(operand));
    const uses = distinctNames(bound);
    const [a = "", b = ""] = operandsOf(bound).map((operand) => this.write(operand));
    const text = this.write(bound);
    const [zero, one, exponent, least] = [0, 1, LARGEST_EXPONENT, -LARGEST_EXPONENT].map(this.dialect.number);
    const condition = (cases: string) => this.require(this.newName(), `CASE ${cases} END`, { uses });

    if (bound.kind === "call" && bound.function === "log") return condition(`WHEN ${a} > ${zero} THEN ${text}`);
    if (bound.kind === "call" && bound.function === "log1p") {
      return condition(`WHEN ${a} > ${this.dialect.number(-1)} THEN ${text}`);
    }
    if (bound.kind === "call" && bound.function === "sqrt") return condition(`WHEN ${a} >= ${zero} THEN ${text}`);
    if (bound.kind === "call" && bound.function === "exp") {
      return condition(`WHEN ${a} < ${least} THEN ${zero} WHEN ${a} <= ${exponent} THEN ${text}`);
    }
    if (bound.kind === "binary" && bound.operator === "^") {
      const size = `${b} * LN(ABS(${a}))`;
      return condition(
        `WHEN ${a} = ${zero} THEN CASE WHEN ${b} > ${zero} THEN ${zero} WHEN ${b} = ${zero} THEN ${one} END` +
          ` WHEN ${a} < ${zero} AND ${b} <> FLOOR(${b}) THEN NULL` +
          ` WHEN ${size} < ${least} THEN ${zero} WHEN ${size} <= ${exponent} THEN ${text}`,
      );
    }
    const isQuotient = bound.kind === "binary" && bound.operator === "/";
    const result = isQuotient ? `${a} / NULLIF(${b}, ${zero})` : text;
    return this.limit(this.add(this.newName(), result, { uses }), LARGEST);
  }
}
