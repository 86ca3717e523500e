import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The floor: the same arithmetic in Node's own server, without validation, range, explanation or a framework. */
const { predictor } = JSON.parse(
  readFileSync(new URL("../../model/house-price/artifact.json", import.meta.url), "utf8"),
);
const beta = predictor.coefficients;

function predict({ area, bedrooms, bathrooms, stories, guest_rooms, basement, parking }) {
  const row = [area, bedrooms, bathrooms, stories, +guest_rooms, +basement, parking];
  row.push(area / bedrooms, bathrooms / bedrooms);
  return row.reduce((sum, value, index) => sum + value * beta[index + 1], beta[0]);
}

createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const body = JSON.stringify({ estimate: predict(JSON.parse(Buffer.concat(chunks).toString())) });
    response
      .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
      .end(body);
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
