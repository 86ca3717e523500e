import { app } from "@/lib/api/app";

/** The API's second door, for platforms that run Next alone; `server.ts` is the first and the faster one. */
const answer = (request: Request) => app.fetch(request);

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
