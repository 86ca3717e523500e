import { describe, expect, test } from "vitest";
import { trainModel } from "../testing/models";
import {
  expectedAnswer,
  expectSameAnswers,
  exportedModels,
  faultOf,
  randomRows,
  type Answer,
} from "../testing/exports";
import { LEVEL } from "../testing/engines";
import { askPython, hasPython } from "../testing/modules";

const models = (await exportedModels()).map((model) => [model.spec.id, model] as const);

describe.skipIf(!hasPython)("the Python of a model", () => {
  test.each(models)("%s answers 10,000 rows as predict does, and refuses the others in the same words", (_, model) => {
    const rows = randomRows(model, 10_000);
    const answers = askPython(model, rows).map(({ fault, ...answer }, index): Answer => {
      if (fault === undefined) return answer;
      const { detail, ofFormula } = faultOf(model, rows[index]!)!;
      if (!ofFormula) expect(fault).toBe(detail);
      return { estimate: null, low: null, high: null };
    });
    expectSameAnswers(
      rows,
      answers,
      rows.map((row) => expectedAnswer(model, row, LEVEL)),
    );
  });

  test("takes an input that is called like a keyword, a built-in or a variable of its own", async () => {
    const names = ["class", "float", "low", "center", "math", "input_low"];
    const inputs = names.map((name) => ({ name, label: `The ${name}`, kind: "number" }));
    const rows = Array.from({ length: 20 }, (_, index) => ({
      inputs: Object.fromEntries(names.map((name, at) => [name, Math.sin(7 * index * (at + 1))])),
      actual: index % 3,
    }));
    const model = await trainModel({ inputs, terms: names }, rows);
    const { class: reserved, ...others } = rows[3]!.inputs;
    const [answer] = askPython(model, [{ ...others, class_: reserved! }]);
    const { estimate, low, high } = expectedAnswer(model, rows[3]!.inputs, LEVEL);
    expect(answer).toMatchObject({
      estimate: expect.closeTo(estimate!, 9),
      low: expect.closeTo(low!, 9),
      high: expect.closeTo(high!, 9),
    });
  });
});
