import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page's script runs by now: before that, controls are what HTML makes of them. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
