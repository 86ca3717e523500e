import jsep from "jsep";
import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { daysOfIso } from "./calendar";
import {
  isComparison,
  isDatePart,
  type BinaryOperator,
  type Expression,
  type Formula,
  type FunctionName,
} from "./expression";
import { FORMULA_SENTENCES, type Expected, type FormulaSentences } from "./sentences";

export { compileFormula, explainUndefined } from "./evaluate";
export type { BinaryOperator, Expression, Formula, FunctionName } from "./expression";
export { expressionText, writeExpression, type Syntax } from "./write";

/** A text that is not a formula; the message says what is wrong with it. */
export class FormulaError extends Error {
  override name = "FormulaError";

  constructor(private readonly need: (sentences: FormulaSentences) => string) {
    super(need(FORMULA_SENTENCES[DEFAULT_LOCALE]));
  }

  /** The message in the language of a reader. */
  messageIn(locale: Locale): string {
    return this.need(FORMULA_SENTENCES[locale]);
  }
}

/** Fewest and most arguments of each function; `log` is the natural logarithm, `log1p` that of 1 and its argument. */
const ARITY: Record<FunctionName, readonly [number, number]> = {
  log: [1, 1],
  log1p: [1, 1],
  exp: [1, 1],
  sqrt: [1, 1],
  abs: [1, 1],
  min: [2, 20],
  max: [2, 20],
  year: [1, 1],
  month: [1, 1],
  weekday: [1, 1],
  hour: [1, 1],
  days: [2, 2],
  missing: [1, 1],
};
const BINARY_OPERATORS: readonly string[] = ["+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!="];
const NAME = /^[a-z][a-z0-9_]*$/;
const MAXIMUM_LENGTH = 500;
const MAXIMUM_DEPTH = 100;

export const FUNCTION_NAMES: readonly string[] = Object.keys(ARITY);
/** The functions that nothing else may be called like. A column can well be called year: year(sold) is the function. */
export const RESERVED_NAMES: readonly string[] = ["log", "exp", "sqrt", "abs", "min", "max"];

/**
 * Read a formula.
 *
 * @param longest characters that it may have
 * @throws FormulaError saying what is wrong, as in "log takes one argument"
 */
export function parseFormula(text: string, longest = MAXIMUM_LENGTH): Formula {
  if (text.length > longest) throw new FormulaError(({ tooLong }) => tooLong(longest));
  if (text.trim() === "") throw new FormulaError(({ empty }) => empty);
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

/** The nodes that stand in parentheses. */
const grouped = new WeakSet<jsep.Expression>();

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
    grouped.add(node);
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
  } catch (error) {
    const { index } = parser;
    if (index >= text.trimEnd().length) throw new FormulaError(({ endsEarly }) => endsEarly);
    const char = String.fromCodePoint(text.codePointAt(index)!);
    if (char === "=") throw new FormulaError(({ equals }) => equals(index + 1));
    const expected = expectedBy((error as { description?: string }).description ?? "");
    throw new FormulaError(({ unreadable }) => unreadable(index + 1, char, expected));
  }
}

/** What the parser expects where it stops, by what it says; undefined for a character that is nowhere right. */
function expectedBy(fault: string): Expected | undefined {
  if (/^(missing (expression|operand)|Expected expression)/.test(fault)) return "value";
  if (fault === "missing )") return "closing";
  return fault === "unexpected text" ? "operator" : undefined;
}

function convert(tree: jsep.Expression, names: Set<string>, depth: number): Expression {
  if (depth > MAXIMUM_DEPTH) throw new FormulaError(({ tooDeep }) => tooDeep(MAXIMUM_DEPTH));
  const inner = (child: jsep.Expression) => convert(child, names, depth + 1);
  const node = tree as jsep.CoreExpression;

  switch (node.type) {
    case "Literal":
      if (typeof node.value !== "number") throw new FormulaError(({ noNumber }) => noNumber(node.raw));
      if (!Number.isFinite(node.value)) throw new FormulaError(({ tooLarge }) => tooLarge(node.raw));
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
      if (isComparison(node.operator)) [node.left, node.right].forEach(refuseChain);
      return {
        kind: "binary",
        operator: node.operator,
        left: inner(node.left),
        right: inner(node.right),
      };
    case "CallExpression": {
      const name = checkCall(node);
      const operands = node.arguments.map((argument, index) => {
        return name === "days" && index === 1 ? (dateIn(argument) ?? inner(argument)) : inner(argument);
      });
      if (isDatePart(name) && operands[0]!.kind !== "name") {
        throw new FormulaError(({ datePart }) => datePart(name));
      }
      if (name === "days" && operands.some(({ kind }) => kind !== "name" && kind !== "date")) {
        throw new FormulaError(({ days }) => days);
      }
      if (name === "missing" && operands[0]!.kind !== "name") {
        throw new FormulaError(({ missing }) => missing);
      }
      return {
        kind: "call",
        function: name,
        arguments: operands,
      };
    }
    default:
      throw new FormulaError(({ onlyThese }) => onlyThese);
  }
}

/** The date that stands between quotes; undefined for anything else. */
function dateIn(tree: jsep.Expression): Expression | undefined {
  const node = tree as jsep.CoreExpression;
  if (node.type !== "Literal" || typeof node.value !== "string") return undefined;
  const value = daysOfIso(node.value);
  if (Number.isNaN(value)) throw new FormulaError(({ noDate }) => noDate(node.raw));
  return { kind: "date", text: node.value, value };
}

/** In other languages 1 < a < 9 means two comparisons, or compares a with the 0 or 1 of one. */
function refuseChain(tree: jsep.Expression): void {
  const node = tree as jsep.CoreExpression;
  if (node.type !== "BinaryExpression" || grouped.has(tree) || !isBinaryOperator(node.operator)) return;
  if (isComparison(node.operator)) {
    throw new FormulaError(({ chain }) => chain);
  }
}

const isBinaryOperator = (operator: string): operator is BinaryOperator => BINARY_OPERATORS.includes(operator);
const isFunctionName = (name: string): name is FunctionName => FUNCTION_NAMES.includes(name);

function noSuchOperator(operator: string): FormulaError {
  return new FormulaError(({ noOperator }) => noOperator(operator, BINARY_OPERATORS.join(" ")));
}

/** Names that every JavaScript object answers to are refused, so that a lookup by name is always safe. */
function checkName(name: string): string {
  if (RESERVED_NAMES.includes(name)) throw new FormulaError(({ reserved }) => reserved(name));
  if (!NAME.test(name)) throw new FormulaError(({ noName }) => noName(name));
  if (name in Object.prototype) throw new FormulaError(({ forbidden }) => forbidden(name));
  return name;
}

function checkCall(node: jsep.CallExpression): FunctionName {
  if (node.callee.type !== "Identifier") throw new FormulaError(({ noCall }) => noCall);
  const name = (node.callee as jsep.Identifier).name;
  if (!isFunctionName(name)) {
    throw new FormulaError(({ noFunction }) => noFunction(name, FUNCTION_NAMES.join(", ")));
  }
  const [fewest, most] = ARITY[name];
  const count = node.arguments.length;
  if (count < fewest || count > most) throw new FormulaError((words) => words.arguments(name, fewest, most));
  return name;
}
