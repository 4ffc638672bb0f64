import { config } from "zod";

// zod would try whether it may make functions from text; the page's policy forbids it, and the try is reported.
config({ jitless: true });
