import { parentPort, workerData } from "node:worker_threads";
import { type Work, works } from "./works.ts";

// Given by `run-aside.ts`, whose types tie what is given to the name.
const { name, given } = workerData as Work;
const work = works[name] as (...all: readonly unknown[]) => unknown;
parentPort?.postMessage(work(...given));
