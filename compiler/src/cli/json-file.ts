import { readFile } from "node:fs/promises";
import { z } from "zod";
import { CommandError } from "./flow-file.ts";

/** What stands in a JSON file, held to its shape. Throws {@link CommandError} with a sentence for each fault. */
export async function readJsonFile<Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new CommandError(`${path} cannot be read: is the name right?`);
  }
  return readJson(text, shape, path);
}

/** The same of a text. `name`: what it is called in the sentence. */
export function readJson<Shape>(text: string, shape: z.ZodType<Shape>, name: string): Shape {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${name} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const { data, error } = shape.safeParse(json);
  if (error !== undefined) throw new CommandError(`${name} is not as it should be:\n${z.prettifyError(error)}`);
  return data;
}
