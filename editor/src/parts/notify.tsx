import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { ApiFault } from "../api/client.ts";
import { sayWords } from "../model/say.ts";

/** The sentence for a failure: the server's own, or ours when it could not be reached. Bugs are not caught here. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiFault)) throw error;
  if (error.code === "unreachable") return i18next.t("fault.unreachable");
  if (error.words !== undefined) return sayWords(error.words);
  return error.message === "" ? i18next.t("fault.unknown", { status: error.status }) : error.message;
}

export function tellFault(error: unknown): void {
  notifications.show({ color: "red", message: sentenceOf(error), autoClose: 8000 });
}

export function tell(message: string): void {
  notifications.show({ message });
}

/** Stays until somebody closes it. */
export function tellToStay(message: string): void {
  notifications.show({ color: "yellow", message, autoClose: false });
}
