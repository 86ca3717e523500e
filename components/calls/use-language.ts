import { useEffect, useSyncExternalStore } from "react";

const KEPT_AS = "glasshouse-language";

let latest: string | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | undefined {
  try {
    return latest ?? localStorage.getItem(KEPT_AS) ?? undefined;
  } catch {
    return undefined;
  }
}

function choose(language: string): void {
  latest = language;
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing for pages has the choice until the page is left.
  }
  for (const listener of listeners) listener();
}

/**
 * The language in which a person reads samples, the same on every page of this browser: the first until another is
 * chosen. An address that ends in "#" and the id of one chooses it.
 */
export function useLanguage(ids: string[], show: () => void): [chosen: string, choose: (id: string) => void] {
  const kept = useSyncExternalStore(subscribe, read, () => undefined);
  useEffect(() => {
    const follow = () => {
      const id = location.hash.slice(1);
      if (!ids.includes(id)) return;
      choose(id);
      show();
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [ids, show]);
  return [ids.find((id) => id === kept) ?? ids[0]!, choose];
}
