import { send } from "./send";
import type { Route } from "./send-hostile";
import { ESTIMATE_PAGE } from "./through-proxy";

export const PAGES = [
  "/",
  "/docs",
  "/import",
  "/pipeline",
  "/models/house-price",
  "/models/house-price/api",
  "/models/house-price/batch",
  "/models/house-price/card",
  "/compare",
  "/compare/house-price",
  "/monitoring",
  "/monitoring/house-price",
  "/admin/keys",
  ESTIMATE_PAGE,
];
export const FORMS = ["/models/house-price/outcome", "/admin/login", "/admin/logout", "/admin/keys/change"];

/** Every operation that the server's own description names, for a model that is there. */
export async function apiRoutes(url: string): Promise<Route[]> {
  const { version } = (await send(`${url}/api/models/house-price`)).json() as { version: string };
  const { paths } = (await send(`${url}/api/openapi.json`)).json() as { paths: Record<string, object> };
  return Object.entries(paths).flatMap(([template, item]) => {
    const path = template
      .replace(/\{(version|model_version)\}/gi, version)
      .replace(/\{[^}]+\}/g, "house-price")
      .replace(/\/export$/, "/export?format=json")
      .replace(/^\/invocations$/, "/invocations?model=house-price");
    const methods = Object.keys(item).filter((name) => /^(get|put|post|delete|patch)$/.test(name));
    return methods.map((method) => ({ method: method.toUpperCase(), path }));
  });
}
