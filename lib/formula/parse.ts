import jsep from "jsep";
import type { BinaryOperator, Expression, Formula, FunctionName } from "./expression";

export { compileFormula, explainUndefined } from "./evaluate";
export type { BinaryOperator, Expression, Formula, FunctionName } from "./expression";
export { expressionText, writeExpression, type Syntax } from "./write";

/** A text that is not a formula; the message says what is wrong with it. */
export class FormulaError extends Error {
  override name = "FormulaError";
}

/** Fewest and most arguments of each function; `log` is the natural logarithm. */
const ARITY: Record<FunctionName, readonly [number, number]> = {
  log: [1, 1],
  exp: [1, 1],
  sqrt: [1, 1],
  abs: [1, 1],
  min: [2, 20],
  max: [2, 20],
};
const BINARY_OPERATORS: readonly string[] = ["+", "-", "*", "/", "^"];
const NAME = /^[a-z][a-z0-9_]*$/;
const MAXIMUM_LENGTH = 500;
const MAXIMUM_DEPTH = 100;

export const FUNCTION_NAMES: readonly string[] = Object.keys(ARITY);

/**
 * Read a formula.
 *
 * @throws FormulaError saying what is wrong, as in "log takes one argument"
 */
export function parseFormula(text: string): Formula {
  if (text.length > MAXIMUM_LENGTH)
    throw new FormulaError(`a formula must be at most ${MAXIMUM_LENGTH} characters long`);
  if (text.trim() === "") throw new FormulaError("a formula must not be empty");
  const names = new Set<string>();
  const expression = convert(readTree(text), names, 1);
  return { text, expression, names: [...names] };
}

interface Parser {
  readonly expr: string;
  readonly char: string;
  index: number;
  gobbleSpaces(): void;
  gobbleExpression(): jsep.Expression | false;
  gobbleToken(): jsep.Expression | false;
  gobbleGroup(): jsep.Expression;
  gobbleArguments(close: number): jsep.Expression[];
  throwError(message: string): never;
}

/** jsep exports the parser's class but does not declare it. */
const { Jsep } = jsep as unknown as { Jsep: new (text: string) => Parser };

/**
 * jsep's operator tables are global to the page or process, so they stay as they are. What differs here is
 * overridden: powers and signs are read as one token, which places `^` above the sign and the sign above
 * `*`, and parentheses hold expressions with commas between arguments, where jsep also takes spaces.
 */
class FormulaParser extends Jsep {
  read(): jsep.Expression {
    const node = this.required();
    return this.index < this.expr.length ? this.throwError("unexpected text") : node;
  }

  override gobbleToken(): jsep.Expression | false {
    this.gobbleSpaces();
    if (this.char === "-" || this.char === "+") {
      const operator = this.take();
      return { type: "UnaryExpression", operator, argument: this.operand() };
    }
    const left = super.gobbleToken();
    this.gobbleSpaces();
    if (!left || this.char !== "^") return left;
    const operator = this.take();
    return { type: "BinaryExpression", operator, left, right: this.operand() };
  }

  override gobbleGroup(): jsep.Expression {
    this.take();
    const node = this.required();
    if (this.char !== ")") this.throwError("missing )");
    this.take();
    return node;
  }

  override gobbleArguments(close: number): jsep.Expression[] {
    const closing = String.fromCharCode(close);
    const nodes: jsep.Expression[] = [];
    this.gobbleSpaces();
    if (this.char !== closing) nodes.push(this.required());
    while (this.char === ",") {
      this.take();
      nodes.push(this.required());
    }
    if (this.char !== closing) this.throwError(`missing ${closing}`);
    this.take();
    return nodes;
  }

  private required(): jsep.Expression {
    return this.gobbleExpression() || this.throwError("missing expression");
  }

  private operand(): jsep.Expression {
    return this.gobbleToken() || this.throwError("missing operand");
  }

  private take(): string {
    return this.expr.charAt(this.index++);
  }
}

function readTree(text: string): jsep.Expression {
  const parser = new FormulaParser(text);
  try {
    return parser.read();
  } catch {
    if (parser.index >= text.trimEnd().length) throw new FormulaError("the formula ends too early");
    throw new FormulaError(`cannot read the formula at character ${parser.index + 1}`);
  }
}

function convert(tree: jsep.Expression, names: Set<string>, depth: number): Expression {
  if (depth > MAXIMUM_DEPTH) throw new FormulaError(`a formula must be at most ${MAXIMUM_DEPTH} operations deep`);
  const inner = (child: jsep.Expression) => convert(child, names, depth + 1);
  const node = tree as jsep.CoreExpression;

  switch (node.type) {
    case "Literal":
      if (typeof node.value !== "number") throw new FormulaError(`${node.raw} is not a number`);
      if (!Number.isFinite(node.value)) throw new FormulaError(`${node.raw} is too large a number`);
      return { kind: "number", value: node.value };
    case "Identifier":
      names.add(checkName(node.name));
      return { kind: "name", name: node.name };
    case "UnaryExpression":
      if (node.operator === "+") return inner(node.argument);
      if (node.operator === "-") return { kind: "unary", operator: "-", operand: inner(node.argument) };
      throw noSuchOperator(node.operator);
    case "BinaryExpression":
      if (!isBinaryOperator(node.operator)) throw noSuchOperator(node.operator);
      return {
        kind: "binary",
        operator: node.operator,
        left: inner(node.left),
        right: inner(node.right),
      };
    case "CallExpression": {
      const name = checkCall(node);
      return {
        kind: "call",
        function: name,
        arguments: node.arguments.map(inner),
      };
    }
    default:
      throw new FormulaError("a formula must use only numbers, names, + - * / ^, parentheses and functions");
  }
}

const isBinaryOperator = (operator: string): operator is BinaryOperator => BINARY_OPERATORS.includes(operator);
const isFunctionName = (name: string): name is FunctionName => FUNCTION_NAMES.includes(name);

function noSuchOperator(operator: string): FormulaError {
  return new FormulaError(`there is no operator ${operator}; the operators are + - * / ^`);
}

/** Names that every JavaScript object answers to are refused, so that a lookup by name is always safe. */
function checkName(name: string): string {
  if (isFunctionName(name)) throw new FormulaError(`${name} must be followed by its arguments in parentheses`);
  if (!NAME.test(name)) {
    throw new FormulaError(`${name} must be lower-case letters, digits and underscores, starting with a letter`);
  }
  if (name in Object.prototype) throw new FormulaError(`${name} cannot be used as a name`);
  return name;
}

function checkCall(node: jsep.CallExpression): FunctionName {
  if (node.callee.type !== "Identifier") throw new FormulaError("only a function can be followed by parentheses");
  const name = (node.callee as jsep.Identifier).name;
  if (!isFunctionName(name)) {
    throw new FormulaError(`there is no function ${name}; the functions are ${FUNCTION_NAMES.join(", ")}`);
  }
  const [fewest, most] = ARITY[name];
  const count = node.arguments.length;
  if (count < fewest || count > most) {
    throw new FormulaError(most === 1 ? `${name} takes one argument` : `${name} takes ${fewest} to ${most} arguments`);
  }
  return name;
}
