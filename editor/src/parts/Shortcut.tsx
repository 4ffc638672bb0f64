import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/** A hotkey as it is printed on the keys in front of the author. */
export function Shortcut({ keys }: { readonly keys: string | undefined }) {
  const { t } = useTranslation();
  if (keys === undefined) return null;
  const names: Readonly<Record<string, string>> = {
    mod: isMac ? "⌘" : t("keys.ctrl"),
    shift: isMac ? "⇧" : t("keys.shift"),
    ArrowLeft: "←",
    ArrowRight: "→",
    ArrowUp: "↑",
    ArrowDown: "↓",
    Escape: "Esc",
    Delete: t("keys.delete"),
    Backspace: t("keys.backspace"),
    Insert: t("keys.insert"),
  };
  const shown = keys.split("+").map((key) => names[key] ?? key);
  return (
    <Text component="kbd" size="xs" c="inherit" ff="inherit">
      {shown.join(isMac ? "" : "+")}
    </Text>
  );
}
