import { ActionIcon, createTheme, type MantineColorsTuple, type MantineThemeOverride } from "@mantine/core";

/** The product's own green-blue. White on shade 7 and shade 4 on the dark ground both exceed 4.5:1 (WCAG AA). */
const harbour: MantineColorsTuple = [
  "#e8f8f4",
  "#d2efe7",
  "#a5dfd0",
  "#74cdb6",
  "#45bb9e",
  "#219f82",
  "#0f8a6f",
  "#0a755e",
  "#085e4c",
  "#06483b",
];

/** Quiet greys with a trace of blue. */
const slate: MantineColorsTuple = [
  "#f7f8fa",
  "#eff1f4",
  "#e3e7ec",
  "#d2d8e0",
  "#b3bcc8",
  "#8590a0",
  "#5f6b7c",
  "#465162",
  "#2f3948",
  "#1c2430",
];

const night: MantineColorsTuple = [
  "#e4e8ee",
  "#c3cad5",
  "#98a3b3",
  "#6b7789",
  "#465063",
  "#333c4d",
  "#252d3b",
  "#1a212d",
  "#131922",
  "#0c1118",
];

const overlayProps = { backgroundOpacity: 0.35, blur: 1 };
const dialogTitle = { fontSize: "1.0625rem", fontWeight: 650 };

/** For what ends or deletes something. White on shade 7 exceeds 4.5:1. */
const alarm: MantineColorsTuple = [
  "#fdecec",
  "#fbd5d6",
  "#f6abad",
  "#f07f82",
  "#e9585d",
  "#df3b42",
  "#d42e36",
  "#c4232b",
  "#a61a22",
  "#861219",
];

const smallPrint = { fontSize: "var(--mantine-font-size-xs)", lineHeight: 1.4 };

/** Pixels; what can be pointed at is no smaller (WCAG 2.2, 2.5.8). */
const smallestTarget = "24px";

/** The look of everything. The library has buttons of its own, which need words for those who do not see them. */
export function makeTheme(words: { readonly close: string }): MantineThemeOverride {
  const closeButtonProps = { "aria-label": words.close };
  return createTheme({
    primaryColor: "harbour",
    primaryShade: 7,
    colors: { harbour, red: alarm, gray: slate, dark: night },
    autoContrast: true,
    luminanceThreshold: 0.32,
    fontFamily: '"Inter Variable", "Segoe UI", system-ui, sans-serif',
    fontFamilyMonospace: '"JetBrains Mono Variable", "Cascadia Mono", ui-monospace, monospace',
    fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
    spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
    radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
    defaultRadius: "md",
    headings: {
      fontWeight: "650",
      sizes: {
        h1: { fontSize: "1.5rem", lineHeight: "1.3" },
        h2: { fontSize: "1.125rem", lineHeight: "1.4" },
        h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
      },
    },
    cursorType: "pointer",
    respectReducedMotion: true,
    components: {
      Button: { defaultProps: { size: "sm" } },
      ActionIcon: ActionIcon.extend({
        defaultProps: { variant: "subtle", color: "gray" },
        vars: (_, { size }) => ({ root: size === "sm" ? { "--ai-size": smallestTarget } : {} }),
      }),
      Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
      TextInput: { defaultProps: { size: "sm" } },
      InputWrapper: { styles: { description: smallPrint, error: smallPrint } },
      Badge: { styles: { root: { fontWeight: 550, textTransform: "none" } } },
      Paper: { styles: { root: { "--paper-border-color": "var(--line)" } } },
      Table: {
        defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" },
        styles: { table: { "--table-border-color": "var(--line)" } },
      },
      SegmentedControl: { styles: { root: { backgroundColor: "var(--track)" } } },
      // Without `extend`: the first page has no tabs.
      Tabs: {
        styles: { list: { "--tab-border-color": "var(--line)" } },
        vars: () => ({ root: { "--tabs-color": "var(--accent)" } }),
      },
      Spotlight: { defaultProps: { overlayProps } },
      Modal: {
        defaultProps: { centered: true, radius: "lg", padding: "lg", overlayProps, closeButtonProps },
        styles: { title: dialogTitle, header: { minHeight: 56 }, content: { boxShadow: "var(--dialog-shadow)" } },
      },
      Drawer: { defaultProps: { padding: "lg", overlayProps, closeButtonProps }, styles: { title: dialogTitle } },
      Notification: { defaultProps: { closeButtonProps } },
      // Inside of a dialog a header is not the page's.
      ModalHeader: { defaultProps: { component: "div" } },
      DrawerHeader: { defaultProps: { component: "div" } },
      // Without its placeholder, which screen readers would meet, the first entry has the focus.
      Menu: { defaultProps: { shadow: "md", radius: "md", withInitialFocusPlaceholder: false } },
    },
  });
}
