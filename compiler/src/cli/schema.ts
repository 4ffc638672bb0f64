import { Command } from "commander";
import { flowJsonSchema } from "../phases/1-parse/json-schema.ts";
import { printJson } from "./flow-file.ts";

export const schemaCommand = new Command("schema")
  .description("Print the JSON Schema of flow files")
  .action(() => printJson(flowJsonSchema()));
