import { eraseEstimate } from "../service/erase-estimate";
import { closeStore } from "../store/store";

/** `npm run --silent erase -- <receipt>`: forget an estimate and all that was said about it. */
async function main(token: string | undefined): Promise<void> {
  if (!token) throw new Error("usage: npm run --silent erase -- <receipt>");
  const rows = await eraseEstimate(token);
  if (rows === undefined) throw new Error("the receipt must be one of this service, whole and unchanged");
  process.stdout.write(rows === 0 ? "nothing was kept of it\n" : `forgot it: ${rows} ${rows === 1 ? "row" : "rows"}\n`);
}

main(process.argv[2])
  .catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  })
  .finally(closeStore);
