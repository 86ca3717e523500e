import { matchColumns } from "@/lib/model/inputs/columns";
import { instructionOf } from "@/lib/model/inputs/instruction";
import { specIn } from "@/lib/model/translate";
import { publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { labelsOf } from "./labels";
import { previewRows } from "./preview-rows";
import { readStart } from "./slices";

const { spec } = await publishedModel("salary");
const german = specIn(spec, "de");
const labels = labelsOf(spec);
const HEADER = "name;Experience;test_score;interview_score";

async function preview(rows: string, answers: string, own = spec) {
  const start = await readStart(new Blob([`${HEADER}\r\n${rows}`]), 10);
  const columns = matchColumns(spec, start.header.names);
  const answer = `${HEADER};estimate;low;high;within_10;warnings;error\r\n${answers}`;
  const options = { spec: own, labels, columns, dialect: start.header.dialect };
  return previewRows(start, new TextEncoder().encode(answer), options);
}

const ROWS = '"A; B";2,5;9;6\r\nC;99;;6\r\n';
const ANSWERS = `"A; B";2,5;9;6;52062,5;50000;54000;0,75;"one; two";\r
C;99;;6;;;;;;"experience must be between 0 and 60 years; test score is required"\r
`;

test("previewRows(slice, answer, options) has the cells of the model's columns, and marks the ones at fault", async () => {
  const rows = await preview(ROWS, ANSWERS);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    row: 2,
    cells: [
      { name: "experience", text: "2,5", faulty: false },
      { name: "test_score", text: "9", faulty: false },
      { name: "interview_score", text: "6", faulty: false },
    ],
    answer: { estimate: 52062.5, low: 50000, high: 54000, within: 0.75, warnings: "one; two", error: "" },
    fault: "",
  });
  expect(rows[1]).toMatchObject({ row: 3, answer: { estimate: NaN }, fault: "" });
  expect(rows[1]!.cells.map(({ text, faulty }) => [text, faulty])).toEqual([
    ["99", true],
    ["", true],
    ["6", false],
  ]);
});

test("previewRows(slice, answer, options) has the words of the form for readers of another language", async () => {
  const rows = await preview(ROWS, ANSWERS, german);
  const [experience, score] = german.inputs;
  expect(rows[0]!.fault).toBe("");
  expect(rows[1]!.fault).toBe(`${instructionOf(experience!, 99)}. ${instructionOf(score!, undefined)}.`);
  expect(rows[1]!.cells.map(({ faulty }) => faulty)).toEqual([true, true, false]);
});

test("previewRows(slice, answer, options) says what is wrong with a row as a whole in that language too", async () => {
  const error = "the row must have 4 columns, as the first line has, and has 2";
  const [row] = await preview("A;2\r\n", `A;2;;;;;;;;"${error}"\r\n`, german);
  expect(row!.fault).toBe("Die Zeile muss 4 Spalten haben wie die erste Zeile; sie hat 2.");
});

test("previewRows(slice, answer, options) leaves a reason that only the server knows to the server", async () => {
  const error = "these values are too far from all 20 rows; test score is required";
  const [row] = await preview("A;2;9;6\r\n", `A;2;9;6;;;;;;"${error}"\r\n`, german);
  expect(row!.fault).toBe("");
});
