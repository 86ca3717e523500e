import { useEffect } from "react";

const PAUSE_MILLISECONDS = 1_000;

/**
 * Looks at once, then again each second for as long as something goes on; not while the page is hidden.
 *
 * @param look stays the same between renders
 */
export function usePolling(look: () => Promise<void>, goesOn: boolean): void {
  useEffect(() => {
    void look();
  }, [look]);

  useEffect(() => {
    if (!goesOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const next = () => {
      clearTimeout(timer);
      if (!ended && !document.hidden) timer = setTimeout(() => void look().finally(next), PAUSE_MILLISECONDS);
    };
    next();
    document.addEventListener("visibilitychange", next);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", next);
    };
  }, [look, goesOn]);
}
