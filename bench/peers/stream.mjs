/** Sends a table to be scored by a number of calls at once, and reads the answers. Arguments: address, key, table, calls. */
import { createReadStream } from "node:fs";
import { request as send } from "node:http";

const [url, key, table, calls] = process.argv.slice(2);
const headers = { "content-type": "text/csv", authorization: `Bearer ${key}` };

function stream() {
  return new Promise((resolve, reject) => {
    const request = send(url, { method: "POST", headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    });
    createReadStream(table).pipe(request.on("error", reject));
  });
}

await Promise.all(Array.from({ length: Number(calls) }, stream));
