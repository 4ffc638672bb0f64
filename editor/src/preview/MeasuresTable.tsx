import { SegmentedControl, Skeleton, Tooltip, VisuallyHidden } from "@mantine/core";
import type { Measures } from "@ozflow/compiler";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { measures as texts } from "../locales/measures.en.ts";
import { type Cost, type Trace, traces } from "../worker/protocol.ts";
import classes from "./preview.module.css";

addTexts({ measures: texts });

/** Which documents are shown, and beside each choice what it costs callers and servers. */
export function MeasuresTable({
  cost,
  trace,
  onTrace,
}: {
  readonly cost: Cost;
  readonly trace: Trace;
  onTrace(trace: Trace): void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.measures}>
      <SegmentedControl
        size="xs"
        flex="none"
        orientation="vertical"
        aria-label={t("measures.choose")}
        data={traces.map((one) => ({ value: one, label: t(`measures.trace.${one}`) }))}
        value={trace}
        onChange={(next) => onTrace(traces.find((one) => one === next) ?? trace)}
      />
      <table aria-label={t("measures.title")} aria-busy={cost === undefined}>
        <tbody>
          {traces.map((one) => (
            <tr key={one} data-shown={one === trace || undefined}>
              <th scope="row">
                <VisuallyHidden>{t(`measures.trace.${one}`)}</VisuallyHidden>
              </th>
              {cost === undefined ? <NotYet /> : <Figures measures={cost[one]} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NotYet() {
  const { t } = useTranslation();
  return (
    <td>
      <Skeleton height={10} width={420} radius="sm" role="status" aria-label={t("measures.measuring")} />
    </td>
  );
}

function Figures({ measures }: { readonly measures: Measures }) {
  const { t, i18n } = useTranslation();
  const { documents, bytes, staticShare, callbacks, onePerWait } = measures;
  const number = (value: number, digits: number) =>
    value.toLocaleString(i18n.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const requests = {
    best: callbacks.best,
    worst: callbacks.worst,
    mean: number(callbacks.mean, 1),
  };
  return (
    <>
      <td>{t("measures.documents", { count: documents })}</td>
      <td>{t("measures.size", { kilobytes: number(bytes / 1024, 1) })}</td>
      <Tooltip label={t("measures.staticHelp")}>
        <td>{t("measures.static", { percent: number(staticShare * 100, 0) })}</td>
      </Tooltip>
      <Tooltip multiline maw={360} label={t("measures.requestsHelp")}>
        <td>{t("measures.requests", requests)}</td>
      </Tooltip>
      <Tooltip multiline maw={360} label={t("measures.perWaitHelp")}>
        <td>{t("measures.perWait", { perWait: number(onePerWait, 1) })}</td>
      </Tooltip>
    </>
  );
}
