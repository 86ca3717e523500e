/** What the commands need to know of how they were started. */
export interface Start {
  /** What is typed before a command, for help that can be copied. */
  name: string;
  /** Start the server. Handed in, since the server stands above the commands. */
  serve: () => Promise<unknown>;
}
