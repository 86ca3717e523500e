import { binary, call, number, variable } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import type { Counts, Lookup } from "../estimator/description";
import { mapCell, type Cell } from "../estimator/sums";
import { MOST_ARGUMENTS, type Scope } from "./scope";
import { numberOf, type Element } from "./xml";

/** A straight line through two points. */
export function continuous(scope: Scope, element: Element): Cell {
  const points = element.all("LinearNorm").map((point) => [point.number("orig"), point.number("norm")] as const);
  const [[from, low] = [NaN, NaN], [to, high] = [NaN, NaN], other] = points;
  if (other || !(to > from)) element.refuse("it is no straight line through two points");
  if ((element.get("outliers") ?? "asIs") === "asMissingValues") element.refuse("its outliers are asMissingValues");
  const cell = scope.field(element.need("field"), element);
  const line = mapCell(cell, scope.algebra(element), (value) => {
    const share = binary("/", binary("-", value, number(from)), number(to - from));
    const isHeld = element.get("outliers") === "asExtremeValues";
    const held = isHeld ? call("min", number(1), call("max", number(0), share)) : share;
    return binary("+", number(low), binary("*", held, number(high - low)));
  });
  return scope.filled(line, element);
}

/** A number for each interval. */
export function discretized(scope: Scope, element: Element): Cell {
  const cell = scope.field(element.need("field"), element);
  const bins = element.all("DiscretizeBin");
  if (bins.length === 0 || bins.length > MOST_ARGUMENTS) element.refuse(`it has ${bins.length} bins`);
  const otherwise = element.get("defaultValue");
  if (otherwise !== undefined && element.number("defaultValue") !== 0) element.refuse("its defaultValue is not 0");
  const made = mapCell(cell, scope.algebra(element), (value) =>
    bins
      .map((bin) =>
        binary(
          "*",
          number(bin.number("binValue")),
          within(value, bin.first("Interval") ?? bin.refuse("it has no interval")),
        ),
      )
      .reduce((left, right) => binary("+", left, right)),
  );
  return scope.filled(made, element);
}

/** A number for each level of one field. */
export function mapped(scope: Scope, element: Element): Cell {
  const [pair, other] = element.all("FieldColumnPair");
  const rows = element.first("InlineTable")?.all("row") ?? element.refuse("it has no table of its own");
  if (!pair || other) return element.refuse("it maps several fields at once");
  const name = pair.need("field");
  const field = scope.fields.given(name);
  if (!field) return element.refuse(`it maps ${name.slice(0, 60)}, which is computed`);
  const [from, to] = [pair.need("column"), element.need("outputColumn")];
  scope.workspace.spend(rows.length);
  const cells = rows.map((row) =>
    [from, to].map((column) =>
      row.children.find((cell) => cell.fullName === column || cell.name === column)?.text.trim(),
    ),
  );
  const numbers = cells.map(
    ([, text]) => numberOf(text ?? "") ?? element.refuse("it maps to texts, and numbers are needed"),
  );
  const counted = (attribute: string, otherwise: Counts): Counts =>
    element.get(attribute) === undefined ? otherwise : element.number(attribute);
  const levels = cells.map(([text = ""]) => field.levelOf(text));
  const missing = counted("mapMissingTo", "missing");
  const isRefused = field.isCategory && field.data.first("Value") !== undefined && field.invalid === "refused";
  const lookup: Lookup = {
    levels,
    values: numbers,
    unknown: isRefused ? "refused" : counted("defaultValue", "missing"),
    missing,
  };
  if (field.replacement !== undefined) {
    const at = levels.indexOf(field.levelOf(field.replacement));
    lookup.missing = at < 0 ? lookup.unknown : numbers[at]!;
  }
  const { id } = scope.workspace.reading(field.position, lookup, null);
  return { kind: "value", label: name, expression: variable(id) };
}

/** 1 within an interval, 0 outside. */
function within(value: Expression, interval: Element): Expression {
  const closure = interval.need("closure");
  const [left, right] = [interval.get("leftMargin"), interval.get("rightMargin")];
  const parts = [
    ...(left === undefined
      ? []
      : [binary(closure.startsWith("closed") ? ">=" : ">", value, number(interval.number("leftMargin")))]),
    ...(right === undefined
      ? []
      : [binary(closure.endsWith("Closed") ? "<=" : "<", value, number(interval.number("rightMargin")))]),
  ];
  return parts.length === 0 ? interval.refuse("it has no margins") : parts.reduce((one, two) => binary("*", one, two));
}
