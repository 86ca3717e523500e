import { publishedModel } from "@/lib/testing/models";
import { matchColumns } from "@/lib/model/inputs/columns";
import { expect, test } from "vitest";
import { previewRows } from "./preview-rows";
import { readStart } from "./slices";

const { spec } = await publishedModel("salary");
const HEADER = "name;Experience;test_score;interview_score";

test("a row's cells are those of the model's columns, and the one at fault is marked", async () => {
  const start = await readStart(new Blob([`${HEADER}\r\n"A; B";2,5;9;6\r\nC;99;;6\r\n`]), 10);
  const columns = matchColumns(spec, start.header.names);
  const answer = `${HEADER};estimate;low;high;within_10;warnings;error\r
"A; B";2,5;9;6;52062,5;50000;54000;0,75;"one; two";\r
C;99;;6;;;;;;experience must be between 0 and 60 years; test score is required\r
`
    .replace("experience must", '"experience must')
    .replace("required", 'required"');
  const rows = previewRows(start, columns, new TextEncoder().encode(answer));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    row: 2,
    cells: [
      { name: "experience", text: "2,5", faulty: false },
      { name: "test_score", text: "9", faulty: false },
      { name: "interview_score", text: "6", faulty: false },
    ],
    answer: { estimate: 52062.5, low: 50000, high: 54000, within: 0.75, warnings: "one; two", error: "" },
  });
  expect(rows[1]).toMatchObject({ row: 3, answer: { estimate: NaN } });
  expect(rows[1]!.cells.map(({ text, faulty }) => [text, faulty])).toEqual([
    ["99", true],
    ["", true],
    ["6", false],
  ]);
});
