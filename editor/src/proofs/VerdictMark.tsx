import { IconCircleCheckFilled, IconCircleXFilled, IconHelpCircleFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ShownClaim } from "../worker/protocol.ts";
import classes from "./proofs.module.css";

const icons = { proven: IconCircleCheckFilled, refuted: IconCircleXFilled, "cannot-tell": IconHelpCircleFilled };

/** `words`: what it is called, where it is about something more special than a claim. */
export function VerdictMark({ verdict, words }: { readonly verdict: ShownClaim["verdict"]; readonly words?: string }) {
  const { t } = useTranslation();
  const Icon = icons[verdict];
  return (
    <span
      className={classes.mark}
      data-verdict={verdict}
      role="img"
      aria-label={words ?? t(`proofs.verdict.${verdict}`)}
    >
      <Icon size={18} />
    </span>
  );
}
