/** What tests, the command line and whoever embeds the server use. */
export { type Config, ConfigError, readConfig } from "./config.ts";
export type { Clock, Log } from "./deps.ts";
export { createLog } from "./log.ts";
export { type RunningServer, type ServerParts, startServer } from "./start-server.ts";
