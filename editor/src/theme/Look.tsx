import { MantineProvider } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { nonce } from "../nonce.ts";
import { makeTheme } from "./theme.ts";

/** The component library, with our look and in the language of the interface. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const close = t("close");
  const theme = useMemo(() => makeTheme({ close }), [close]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      {children}
    </MantineProvider>
  );
}
