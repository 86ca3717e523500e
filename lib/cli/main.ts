import { exitCodes } from "./exit-codes";
import { setTypedCommand, withNpm } from "../registry/typed-command";
import type { Start } from "./start";

/**
 * Run a command line, as in `["score", "house-price", "--in", "houses.csv"]`; an empty one serves. Sets the exit code;
 * a command that fails ends the process with it, whatever is under way, such as a table that is still coming in.
 */
export async function main(args: string[], start: Start): Promise<void> {
  try {
    setTypedCommand(start.npm ? withNpm : (command) => `${start.name} ${command}`);
    // The server starts at once: it does not wait for commander, which has nothing to read.
    if (args.length === 0) return void (await start.serve());
    // A reader such as `head` may have seen enough.
    process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
      process.exit(code === "EPIPE" ? exitCodes.done : exitCodes.service),
    );
    const { makeProgram } = await import("./program");
    await makeProgram(start).parseAsync(args, { from: "user" });
  } catch (error) {
    const { explain } = await import("./explain");
    const { message, code } = explain(error);
    if (message) process.stderr.write(`${message}\n`, () => process.exit(code));
    else process.exitCode = code;
  }
}
