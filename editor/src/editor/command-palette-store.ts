import { createSpotlight } from "@mantine/spotlight";

/** Whether the command palette is open, and how to open it. */
export const [paletteStore, commandPalette] = createSpotlight();
