import { Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api } from "../../api/client.ts";
import type { FlowListItem } from "../../api/types.ts";
import { together } from "../../model/change.ts";
import { readCalledFlow, useCalledFlow } from "../../sub-flows/flow-library.ts";
import { returnsOf } from "../../sub-flows/returns-of.ts";
import { useEditor } from "../../workplace.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";
import { LibrarySelect } from "./LibrarySelect.tsx";

/** A flow of the server that calls go through. Beside it in the data lie `ends`: its returns, which come with the choice. */
export function FlowControl({ field: { meta }, path }: ControlProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [, navigate] = useLocation();
  const { value, error, change } = useField(path);
  const ends = useField([...path.slice(0, -1), "ends"]);
  const [flows, setFlows] = useState<readonly FlowListItem[]>([]);
  const id = typeof value === "string" ? value : "";
  const called = useCalledFlow(id);
  useEffect(() => {
    // Without a list the one that is chosen is still shown, and told of.
    void api.flows().then(
      (listed) => setFlows(listed.flows),
      () => {},
    );
  }, []);

  const choose = async (next: string) => {
    const sub = (await readCalledFlow(next))?.subFlows[next];
    const changes = sub === undefined ? [] : [ends.change(returnsOf(sub))];
    editor.document.commit(together("edit-step", change(next), ...changes));
  };
  const open = { label: t("stepForm.openFlow"), icon: IconExternalLink, run: () => navigate(`/flows/${id}`) };
  return (
    <>
      <LibrarySelect
        meta={meta}
        value={value}
        error={error}
        entries={flows.filter((one) => one.id !== editor.flowId)}
        name={called?.subFlows[id]?.name}
        words={{ choose: t("stepForm.chooseFlow"), none: t("stepForm.noFlow") }}
        deeds={id === "" ? [] : [open]}
        onChoose={(next) => void choose(next)}
      />
      {called !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {called.revision === null
            ? t("stepForm.flowAsSaved")
            : t("stepForm.flowAsPublished", { revision: called.revision })}
        </Text>
      )}
    </>
  );
}
