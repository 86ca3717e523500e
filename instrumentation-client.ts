import { showLoading } from "./components/navigation/loading-state";

/** Next calls this when a reader goes to another page of the site without loading it whole. */
export function onRouterTransitionStart(url: string): void {
  showLoading(url);
}

/** Pages forbid to run text as code, and zod would try it. This is `z.config({ jitless: true })` without loading zod. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
