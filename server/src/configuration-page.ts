import { z } from "zod";
import { environment } from "./config.ts";

/** docs/configuration.md, from the schema that the server reads its environment with. */
export function configurationPage(): string {
  const { properties = {} } = z.toJSONSchema(environment, { io: "input", unrepresentable: "any" });
  const rows = Object.entries(properties).map(([name, property]) => {
    const { description = "", default: standard } = typeof property === "object" ? property : {};
    const isFolder = typeof standard === "string" && standard.startsWith("/");
    const shown = standard === undefined || isFolder ? "" : `\`${standard}\``;
    return `| \`${name}\` | ${description} | ${shown} |`;
  });
  return `# Configuration

Made by \`npm run docs\` from the schema in \`server/src/config.ts\`. The server reads these variables of its environment
once, when it starts. An empty one counts as not set; a wrong one stops the start with a sentence that says what is allowed.

| variable | meaning | default |
|---|---|---|
${rows.join("\n")}
`;
}
