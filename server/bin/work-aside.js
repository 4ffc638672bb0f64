// Begins a thread of the server, not a command.
import { register } from "tsx/esm/api";

register();
await import("../src/aside/thread.ts");
