import { Skeleton, Stack, Text } from "@mantine/core";
import type { Variable } from "@ozflow/compiler";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { setVariables } from "../model/changes/index.ts";
import { AddButton } from "../parts/AddButton.tsx";
import { useDocument, useEditor } from "../workplace.tsx";

/** With its controls; a flow without variables needs none of them. */
const VariableRow = lazy(() => import("./VariableRow.tsx"));

/** Pixels of a row, kept free until it comes. */
const rowHeight = 118;

/** The flow's variables: what is remembered during a call. */
export function VariableEditor() {
  const { t } = useTranslation();
  const { document } = useEditor();
  const variables = useDocument((state) => state.flow.variables);
  const write = (next: readonly Variable[], group?: string) => document.commit(setVariables(next, group));
  const add = () => {
    const taken = new Set(variables.map((one) => one.name));
    let number = variables.length + 1;
    while (taken.has(`value${number}`)) number += 1;
    write([...variables, { name: `value${number}`, type: "text" }]);
  };
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t("variables.text")}
      </Text>
      <Suspense fallback={<Skeleton height={rowHeight * variables.length} />}>
        {variables.map((variable, index) => (
          <VariableRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the name is being edited, so the place is what stays.
            key={index}
            variable={variable}
            taken={variables.some((one, at) => at !== index && one.name === variable.name)}
            change={(next, group) => write(variables.with(index, next), group && `variable ${index} ${group}`)}
            remove={() => write(variables.toSpliced(index, 1))}
            leave={() => document.seal()}
          />
        ))}
      </Suspense>
      <AddButton onClick={add}>{t("variables.add")}</AddButton>
    </Stack>
  );
}
