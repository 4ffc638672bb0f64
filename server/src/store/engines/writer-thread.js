// @ts-check
// The thread of `writer.ts`. Plain JavaScript, because a thread that has to learn TypeScript first takes most of a second to begin.
import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import { asBuffer } from "./as-buffer.js";

/** @import { Asked, Done, Statement, Told } from "./writer.ts" */

/** Texts of statements are few: the hot ones once for each number of rows, the others as they are written. */
const mostPrepared = 500;

/** @type {Map<string, Database.Statement>} */
const prepared = new Map();

/** @type {Database.Database | undefined} */
let opened;

/** A file that cannot be opened is told to whoever asks for something in it. */
function database() {
  opened ??= new Database(workerData);
  return opened;
}

/** Prepares each text once: that costs more than most statements. @param {string} sql */
function statement(sql) {
  const found = prepared.get(sql) ?? database().prepare(sql);
  prepared.delete(sql);
  prepared.set(sql, found);
  for (const oldest of prepared.keys()) {
    if (prepared.size <= mostPrepared) break;
    prepared.delete(oldest);
  }
  return found;
}

/** @param {Statement} asked @returns {Done} */
function run({ sql, parameters }) {
  const ready = statement(sql);
  const given = parameters.map(asBuffer);
  if (ready.reader) return { rows: ready.all(given) };
  const { changes, lastInsertRowid } = ready.run(given);
  return { rows: [], changes, insertId: lastInsertRowid };
}

/** @param {readonly Statement[]} statements Whether all of them did what they must; else nothing is done. */
function runTogether(statements) {
  database().exec("begin immediate");
  try {
    const isDone = statements.every((one) => (run(one).changes ?? 0) >= (one.atLeast ?? 0));
    database().exec(isDone ? "commit" : "rollback");
    return isDone;
  } catch (error) {
    // Where a disk is full the engine may have ended the transaction itself.
    if (database().inTransaction) database().exec("rollback");
    throw error;
  }
}

/** @param {Asked} asked @returns {Told} */
function answer({ id, statements, together }) {
  try {
    return together ? { id, isDone: runTogether(statements) } : { id, done: statements.map(run) };
  } catch (error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error);
    return { id, fault: { message, code } };
  }
}

parentPort?.on("message", (/** @type {Asked | "close"} */ asked) => {
  if (asked !== "close") return parentPort?.postMessage(answer(asked));
  opened?.close();
  parentPort?.close();
});
