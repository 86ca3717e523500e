/** What the commands need to know of how they were started. */
export interface Start {
  /** What is typed without a command: "node scripts/cli.mjs", "glasshouse". */
  name: string;
  /** What is typed for a command, for help that can be copied; the name and the command where it is left out. */
  type?: (command: string) => string;
  /** Start the server. Handed in, since the server stands above the commands. */
  serve: () => Promise<unknown>;
}
