/**
 * What a process keeps once. Next bundles copies of our modules beside those of server.ts, and more than one: a variable
 * of a module exists once in each copy, so what all of them must share hangs on the global object, under this symbol.
 */
const STATES = Symbol.for("glasshouse");
const shared = globalThis as { [STATES]?: Map<string, object> };

/**
 * The state of a name, the same object for every copy of the module that keeps it.
 *
 * @param name each module has names of its own, so that one name has one type
 * @param make the state at first
 */
export function processState<State extends object>(name: string, make: () => State): State {
  const states = (shared[STATES] ??= new Map());
  let state = states.get(name);
  if (!state) states.set(name, (state = make()));
  return state as State;
}

/** Keep nothing of what was: for tests, in which one process stands for several in turn. */
export function forgetProcessState(): void {
  shared[STATES] = undefined;
}
