import { binary, call, number, variable } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { mapOperands } from "../../formula/tree";
import type { ModelDescription, Reading } from "../estimator/description";
import { ImportError } from "../import-error";
import type { Categories } from "./categories";

/** Writes formulas over readings as formulas over inputs that are numbers and readings of categories. */
export class Rewriter {
  private readonly readings: Map<string, Reading>;

  /**
   * @param names of the inputs, by their position
   * @param fills what stands for an input that is missing, by its position
   */
  constructor(
    private readonly description: ModelDescription,
    private readonly names: string[],
    private readonly categories: Categories,
    private readonly fills: ReadonlyMap<number, number>,
  ) {
    this.readings = new Map(description.readings.map((reading) => [reading.id, reading]));
  }

  /** A column over the new names: of inputs that are numbers, and of the readings of categories. */
  rewrite(expression: Expression): Expression {
    if (expression.kind === "name") return this.valueOf(this.readings.get(expression.name)!);
    if (expression.kind === "call" && expression.function === "missing") {
      const [operand] = expression.arguments;
      if (operand?.kind !== "name") throw new ImportError("the model tests whether a formula is missing");
      return this.isMissing(this.readings.get(operand.name)!);
    }
    const { kind } = expression;
    if (kind === "binary" && expression.operator === "==") {
      const level = this.isLevel(expression.left, expression.right);
      if (level) return level;
    }
    return mapOperands(expression, (part) => this.rewrite(part));
  }

  /** Of an input that is a number everywhere else, whether it is at a level: `seats == 5`. */
  private isLevel(left: Expression, right: Expression): Expression | undefined {
    const reading = left.kind === "name" ? this.readings.get(left.name) : undefined;
    if (!reading?.lookup || this.isCategory(reading) || right.kind !== "number") return undefined;
    const { levels, values } = this.openLookup(reading);
    const own = levels.filter((_, index) => values[index] === right.value);
    const tests = own.map((level) => binary("==", this.valueOf({ ...reading, lookup: null }), number(Number(level))));
    return tests.length === 0 ? number(0) : tests.reduce((sum, test) => binary("+", sum, test));
  }

  private isCategory({ input }: Reading): boolean {
    return this.description.inputs[input]!.kind === "category";
  }

  private valueOf(reading: Reading): Expression {
    const { input, lookup, fill } = reading;
    if (this.isCategory(reading)) return variable(this.categories.note(reading, "code"));
    const name = variable(this.names[input]!);
    if (lookup) {
      const { levels, values, unknown } = this.openLookup(reading);
      return levels.reduce<Expression>((sum, level, index) => {
        const more = binary("*", number(Number(values[index]) - unknown), binary("==", name, number(Number(level))));
        return binary("+", sum, more);
      }, number(unknown));
    }
    const assumed = this.fills.get(input);
    if (fill === null || fill === assumed) return name;
    const missing = call("missing", name);
    return binary("+", binary("*", missing, number(fill)), binary("*", binary("-", number(1), missing), name));
  }

  private openLookup({ input, lookup }: Reading) {
    const { levels, values, unknown } = lookup!;
    if (typeof unknown !== "number" || values.some((value) => typeof value !== "number")) {
      const { name, id } = this.description.inputs[input]!;
      throw new ImportError(`the model takes ${name ?? id} both as a number and as one of a few levels`);
    }
    return { levels, values, unknown };
  }

  private isMissing(reading: Reading): Expression {
    if (this.isCategory(reading)) return variable(this.categories.note(reading, "missing"));
    return call("missing", variable(this.names[reading.input]!));
  }
}
