import { processState } from "../process-state";

/** What has become of the models, in one sentence; the log is above the registry, so it has to listen. */
export interface News {
  level: "debug" | "warn";
  message: string;
  /** Where the fault is ours. */
  fault?: Error;
}

interface Kept {
  hear?: (news: News) => void;
  /** What nobody has heard yet. */
  waiting: News[];
}
const kept = processState("registry-news", (): Kept => ({ waiting: [] }));

export function tellNews(news: News): void {
  if (kept.hear) kept.hear(news);
  else kept.waiting.push(news);
}

/** Hear of every change, also of those before; one listener at a time. */
export function hearNews(hear: (news: News) => void): void {
  kept.hear = hear;
  for (const news of kept.waiting.splice(0)) hear(news);
}
