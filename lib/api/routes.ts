import type { Hono } from "hono";
import { authorize } from "./middleware/authorize";
import { revalidate } from "./middleware/revalidate";
import { answeringStoreFaults } from "./problem/store-faults";
import type { AnyResource } from "./resource";

/** Route resources: who may call them, then whether their answer is known, then the answer. */
export function addRoutes(app: Hono, resources: AnyResource[]): void {
  for (const { method, path, auth, revalidated, problems = [], handler } of resources) {
    app.on(method.toUpperCase(), path, ...authorize(auth), ...(revalidated ? revalidate : []), (context) =>
      problems.includes("no-store") ? answeringStoreFaults(context, () => handler(context)) : handler(context),
    );
  }
}
