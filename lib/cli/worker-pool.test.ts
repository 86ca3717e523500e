import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { WorkerPool } from "./worker-pool";

/** A pool of one thread that runs this text. */
function poolOf(script: string) {
  const start = 'import { parentPort } from "node:worker_threads";';
  return new WorkerPool<number, string>(new URL(`data:text/javascript,${encodeURIComponent(start + script)}`), 1);
}

async function* numbers(count: number, pause = 0) {
  for (let number = 0; number < count; number++) {
    if (pause > 0) await setTimeout(pause);
    yield number;
  }
}

async function answersOf(pool: WorkerPool<number, string>, messages: AsyncIterable<number>): Promise<string[]> {
  const answers: string[] = [];
  for await (const answer of pool.map(
    messages,
    (number) => `${number}`,
    () => [],
  ))
    answers.push(answer);
  return answers;
}

describe("a pool of threads", () => {
  it("answers in the order of the messages, whoever answers", async () => {
    const pool = poolOf(
      'parentPort.on("message", (number) => setTimeout(() => parentPort.postMessage(`${number}`), 5));',
    );
    expect(await answersOf(pool, numbers(50))).toEqual(Array.from({ length: 50 }, (_, number) => `${number}`));
    await pool.close();
  });

  it.each([
    ["throws", 'parentPort.on("message", () => { throw new Error("no more") });', "no more"],
    ["ends with a message", 'parentPort.on("message", () => process.exit());', "a thread ended before its work did"],
    ["ends without one", 'setTimeout(() => process.exit(), 20); parentPort.on("message", () => 0);', "a thread ended"],
  ])("fails when a thread %s", async (_, script, message) => {
    const pool = poolOf(script);
    await expect(answersOf(pool, numbers(20, 20))).rejects.toThrow(message);
    await pool.close();
  });
});
