import { ConfigError, readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { startServer } from "./start-server.ts";
import { DatabaseError } from "./store/engines/engine.ts";

try {
  const config = readConfig(process.env);
  const { level, showDigits } = config.log;
  const format = config.log.format !== "auto" ? config.log.format : process.stderr.isTTY ? "pretty" : "json";
  const log = createLog({ level, format, showDigits, output: process.stderr });
  const server = await startServer(config, { log });
  console.log(`OzFlow is ready: ${server.url}`);
  if (server.pbxUrl !== undefined) console.log(`The virtual PBX listens at ${server.pbxUrl}/api`);
  if (server.adminPassword !== undefined) {
    console.log(`First login: ${config.admin.email} with the password ${server.adminPassword} (shown only now)`);
  }
  const stop = async (signal: string) => {
    log.info("Stopping", { signal });
    await server.stop();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `A port is taken already (${error.message}). Stop the other program, or choose PORT and VIRTUAL_PBX_PORT.`;
  }
  return `OzFlow could not start: ${error instanceof Error ? (error.stack ?? error.message) : error}`;
}
