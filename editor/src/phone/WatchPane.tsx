import { ScrollArea, SegmentedControl, Text } from "@mantine/core";
import { isOwnVariable } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { callClock } from "../parts/time.ts";
import { DocumentPane } from "./DocumentPane.tsx";
import { type Asked, askedUntil } from "./heard-so-far.ts";
import classes from "./phone.module.css";
import type { PhoneCallStore } from "./phone-call.ts";

const views = ["document", "variables", "requests"] as const;

/** What is behind the call: the document that runs, what is remembered, what the phone system has asked for. */
export function WatchPane({ call }: { readonly call: PhoneCallStore }) {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>("document");
  const played = useStore(call, (state) => state.played);
  const count = useStore(call, (state) =>
    state.played === undefined ? 0 : askedUntil(state.played, state.nowMs).length,
  );
  const asked = played === undefined ? [] : askedUntil(played, Number.POSITIVE_INFINITY).slice(0, count);
  return (
    <section className={classes.watch} aria-label={t("phone.behind")}>
      <SegmentedControl
        size="xs"
        fullWidth
        className={classes.watchViews}
        aria-label={t("phone.behind")}
        data={views.map((one) => ({ value: one, label: t(`phone.views.${one}`, { count }) }))}
        value={view}
        onChange={(next) => setView(views.find((one) => one === next) ?? view)}
      />
      {asked.length === 0 ? (
        <Text size="xs" c="dimmed" p="sm">
          {t(`phone.nothing.${view}`)}
        </Text>
      ) : (
        <>
          {view === "document" && <DocumentPane call={call} />}
          {view === "variables" && <Variables asked={asked} />}
          {view === "requests" && <Requests asked={asked} />}
        </>
      )}
    </section>
  );
}

/** As our server knew them when it last answered; what has changed since the answer before stands out. */
function Variables({ asked }: { readonly asked: readonly Asked[] }) {
  const { t } = useTranslation();
  const values = asked.at(-1)?.callback.values ?? {};
  const before = asked.at(-2)?.callback.values;
  const names = Object.keys(values).filter((name) => !isOwnVariable(name));
  if (names.length === 0) {
    return (
      <Text size="xs" c="dimmed" p="sm">
        {t("phone.noVariables")}
      </Text>
    );
  }
  return (
    <ScrollArea type="hover" className={classes.watched} viewportProps={{ tabIndex: 0 }}>
      <table className={classes.values} aria-label={t("phone.views.variables")}>
        <tbody>
          {names.map((name) => (
            <tr key={name} data-changed={(before !== undefined && before[name] !== values[name]) || undefined}>
              <th scope="row">{name}</th>
              <td>{JSON.stringify(values[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Requests({ asked }: { readonly asked: readonly Asked[] }) {
  const { t } = useTranslation();
  return (
    <ScrollArea type="hover" className={classes.watched} viewportProps={{ tabIndex: 0 }}>
      <table className={classes.values} aria-label={t("phone.views.requests", { count: asked.length })}>
        <tbody>
          {asked.map(({ atMs, callback: { notification, document } }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: requests only ever come at the end.
            <tr key={index}>
              <td>
                <time>{callClock(atMs)}</time>
              </td>
              <th scope="row">{notification}</th>
              <td>{document}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
