import { compileFormula } from "../formula/parse";
import { factorise } from "../formula/factors";
import { fillOf } from "../model/inputs/kinds";
import { INTERCEPT, type Coding } from "../model/predictor";
import { compileReading, type Computed } from "../model/reading";
import type { Spec } from "../model/spec";
import { parseTerm, type Term } from "../model/terms";
import type { Block, CodedTerm, Column, Design } from "./design";
import { groupLevels, PLAIN, type Groups } from "./groups";
import { codeColumns } from "./own-columns";

type Evaluate = (encoded: ArrayLike<number>) => number;

/** A value, or what is assumed where it is missing. */
const given = (value: number, fill: number) => (Number.isNaN(value) ? fill : value);

const cache = new WeakMap<Spec, WeakMap<Coding, Design>>();

/** Code the terms of a description; the same objects give the same design. */
export function compileDesign(spec: Spec, coding: Coding = PLAIN): Design {
  let designs = cache.get(spec);
  if (!designs) cache.set(spec, (designs = new WeakMap()));
  let design = designs.get(coding);
  if (!design) designs.set(coding, (design = makeDesign(spec, coding)));
  return design;
}

function makeDesign(spec: Spec, coding: Coding): Design {
  const dropped = new Set(coding.dropped);
  const { intercept } = spec;
  const columns: Column[] = [];
  const own = coding.own && codeColumns(spec, coding.own);
  const blocks = (own?.terms ?? codeTerms(spec, coding)).map((made): Block => {
    const start = columns.length + Number(intercept);
    // The position of each in a row, −1 for those that are dropped.
    const positions = new Int32Array(made.columns.length).fill(-1);
    made.columns.forEach((column, index) => {
      if (!dropped.has(column.name)) positions[index] = columns.push(column) - 1 + Number(intercept);
    });
    const { columns: _, indexOf, ...block } = made;
    const columnOf = (encoded: ArrayLike<number>) => {
      const index = indexOf(encoded);
      return index < 0 ? -1 : positions[index]!;
    };
    return { ...block, start, count: columns.length + Number(intercept) - start, columnOf };
  });
  const categories = own?.categories ?? [...new Set(blocks.flatMap((block) => block.groups))];
  const open = categories.filter(({ input, of }) => isOpen(spec.inputs[input]!, of));
  return {
    intercept,
    columns,
    blocks,
    categories,
    readings: own?.readings ?? [],
    names: [...(intercept ? [INTERCEPT] : []), ...columns.map(({ name }) => name)],
    writeRow: compileWriter(spec, blocks, intercept),
    hasUnknown(encoded) {
      for (let index = 0; index < open.length; index++) {
        const { of, input } = open[index]!;
        if (of(encoded[input]!) < 0) return true;
      }
      return false;
    },
  };
}

/** Whether a category takes texts that are not listed, of which no row says anything. */
const isOpen = (input: Spec["inputs"][number], of: Groups["of"]) =>
  input.kind === "category" && input.other !== undefined && of(input.levels.length) < 0;

/** The columns of the terms of a description, with all that does not depend on which of them are dropped. */
function codeTerms(spec: Spec, coding: Coding): CodedTerm[] {
  const computed = new Map(compileReading(spec).terms.map((term) => [term.name, term]));
  const groups = new Map(
    spec.inputs.flatMap((input, position) =>
      input.kind === "category" ? [[input.name, groupLevels(input, position, coding)] as const] : [],
    ),
  );
  return spec.terms.map((text) => makeColumns(spec, parseTerm(spec, text), computed.get(text) ?? null, groups));
}

function makeColumns(spec: Spec, term: Term, computed: Computed | null, all: Map<string, Groups>): CodedTerm {
  const groups = term.categories.map((name) => all.get(name)!);
  const rest = computed && computed.evaluate;
  // Treatment coding, as in R: the first group is the reference and has no column of its own.
  const widths = groups.map(({ names }) => names.length - 1);
  const count = widths.reduce((product, width) => product * width, 1);
  const indexOf: Evaluate = (encoded) => {
    let index = 0;
    for (let at = groups.length - 1; at >= 0; at--) {
      const { of, input } = groups[at]!;
      const group = of(encoded[input]!);
      if (group < 1) return -1;
      index = index * widths[at]! + group - 1;
    }
    return index;
  };
  const inputs = [...new Set([...groups.map(({ input }) => input), ...(computed?.inputs ?? [])])];
  const formula = computed && computed.formula;
  const columns = Array.from({ length: count }, (_, index): Column => {
    let left = index;
    const indicates = groups.map((each, at) => {
      const group = 1 + (left % widths[at]!);
      left = Math.floor(left / widths[at]!);
      return { groups: each, group };
    });
    const evaluate: Evaluate =
      groups.length === 0 ? rest! : (encoded) => (indexOf(encoded) === index ? (rest ? rest(encoded) : 1) : 0);
    return { name: nameOf(term, indicates), inputs, evaluate, formula, indicates };
  });
  return { term, inputs, groups, formula, rest, factors: computed && factorsOf(computed, spec), columns, indexOf };
}

function factorsOf({ formula, inputs, evaluate }: Computed, spec: Spec): Evaluate[] | null {
  if (inputs.length === 1) return [evaluate];
  const indexOf = (name: string) => spec.inputs.findIndex((input) => input.name === name);
  const fillFor = (name: string) => fillOf(spec.inputs[indexOf(name)]!);
  return factorise(formula)?.map((factor) => compileFormula(factor, indexOf, fillFor)) ?? null;
}

/** "heating[gas]:area", its factors in the order of the term. */
function nameOf({ text, factors, categories }: Term, indicates: Column["indicates"]): string {
  if (categories.length === 0) return text;
  let at = 0;
  const parts = factors.map((factor) => {
    if ("text" in factor) return factor.text;
    const { groups, group } = indicates[at++]!;
    return `${factor.category}[${groups.names[group]!}]`;
  });
  return parts.join(":");
}

function compileWriter({ inputs }: Spec, blocks: Block[], intercept: boolean): Design["writeRow"] {
  // Most terms are an input as it is: no formula has to be evaluated for those.
  const written = blocks.map((block) => {
    const expression = block.groups.length === 0 ? block.formula?.expression : undefined;
    const plain = expression?.kind === "name" && expression.name === inputs[block.inputs[0]!]!.name;
    const copied = plain ? block.inputs[0]! : -1;
    return { ...block, copied, fill: plain ? (fillOf(inputs[copied]!) ?? NaN) : NaN };
  });
  return (encoded, out, offset = 0) => {
    if (intercept) out[offset] = 1;
    for (let index = 0; index < written.length; index++) {
      const { start, count, rest, groups, columnOf, copied, fill } = written[index]!;
      const at = offset + start;
      if (copied >= 0) out[at] = given(encoded[copied]!, fill);
      else if (groups.length === 0) out[at] = rest!(encoded);
      else if (count > 0) {
        for (let column = at; column < at + count; column++) out[column] = 0;
        const value = rest === null ? 1 : rest(encoded);
        const column = columnOf(encoded);
        if (column >= 0) out[offset + column] = value;
        // Where a formula has no value, neither has the row, whatever its levels are.
        else if (!Number.isFinite(value)) out[at] = value;
      }
    }
  };
}
