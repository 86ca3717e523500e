import { processState } from "../process-state";

/** How a command is typed here: "npm run train --" beside the sources, "glasshouse train" where it is installed. */
type TypeCommand = (command: string) => string;

/** As beside the sources, where `npm start` serves. */
export const withNpm: TypeCommand = (command) => (command === "serve" ? "npm start --" : `npm run ${command} --`);

const state = processState("typed-command", (): { type: TypeCommand } => ({ type: withNpm }));

/** Say how the command line of this process is typed. */
export function setTypedCommand(type: TypeCommand): void {
  state.type = type;
}

/** A command as a person types it here, without what follows it. */
export function typedCommand(command: string): string {
  return state.type(command);
}

/** The same of a command that nothing follows: "npm start", "glasshouse serve". */
export function typedAlone(command: string): string {
  return typedCommand(command).replace(/ --$/, "");
}
