import type { TFunction } from "i18next";
import { showOnce } from "./ShownOnce.tsx";

export function showPassword(t: TFunction, name: string, password: string): void {
  showOnce({
    title: t("serverSettings.users.passwordTitle", { name }),
    text: t("serverSettings.users.passwordText"),
    label: t("serverSettings.users.password"),
    value: password,
  });
}
