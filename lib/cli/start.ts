/** What the commands need to know of how they were started. */
export interface Start {
  /** What is typed without a command: "node scripts/cli.mjs", "glasshouse". */
  name: string;
  /** Whether npm's scripts run the commands, as in a checkout: then help and messages show those. */
  npm?: boolean;
  /** Start the server. Handed in, since the server stands above the commands. */
  serve: () => Promise<unknown>;
}
