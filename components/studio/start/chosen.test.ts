import { expect, test } from "vitest";
import { lookAt } from "./chosen";

test("lookAt(files, locale) says in the language of the reader why a table cannot be read", async () => {
  const file = new File(["PK\u0003\u0004"], "prices.csv");
  expect(await lookAt([file], "de")).toMatchObject({
    kind: "faulty",
    fault: "die Datei muss CSV sein, keine Tabellenkalkulation und kein Archiv; speichern Sie sie als CSV",
  });
  expect(await lookAt([file])).toMatchObject({ fault: expect.stringMatching(/^the file must be CSV/) });
});

test("lookAt(files) names the model after the file, with umlauts spelled out", async () => {
  const file = new File(["Wohnfläche;Preis\n80;200\n"], "Häuser Köln.csv");
  expect(await lookAt([file], "de")).toMatchObject({
    ...{ kind: "table", id: "haeuser-koeln", columns: ["Wohnfläche", "Preis"], rows: [["80", "200"]] },
  });
});
