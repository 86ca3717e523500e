import { expect, test } from "vitest";
import { CsvError } from "./dialect";
import { openTable } from "./table";

const faultOf = (text: string, mostRecordBytes?: number) =>
  openTable([new TextEncoder().encode(text)], { blockBytes: 16, mostRecordBytes }).then(
    async ({ blocks }) => {
      for await (const _ of blocks);
      throw new Error("no fault");
    },
    (error: CsvError) => error,
  );

test("CsvError.messageIn(locale) is the message in the language of a reader", async () => {
  const fault = await faultOf("PK\u0003\u0004");
  expect(fault.messageIn("en")).toBe(fault.message);
  expect(fault.messageIn("de")).toMatch(/^die Datei muss CSV sein, keine Tabellenkalkulation/);
  const long = await faultOf(`"${"x".repeat(9_000)}`, 4_096);
  expect(long.message).toBe("the first line is longer than 4,096 bytes; is a quote left open?");
  expect(long.messageIn("de")).toBe(
    "die erste Zeile ist länger als 4.096 Byte; ist ein Anführungszeichen offen geblieben?",
  );
});

test("CsvError.messageIn(locale) of a text that is in no catalogue is the text", () => {
  expect(new CsvError("there must be a column area for lot area").messageIn("de")).toBe(
    "there must be a column area for lot area",
  );
});
