import { showLoading } from "./components/navigation/loading-state";

/** Next calls this when a reader goes to another page of the site without loading it whole. */
export function onRouterTransitionStart(url: string): void {
  showLoading(url);
}
