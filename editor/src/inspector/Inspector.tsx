import { ScrollArea, Skeleton, Stack } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useDocument, useView } from "../workplace.tsx";
import { FlowSettings } from "./FlowSettings.tsx";
import classes from "./inspector.module.css";
import { SelectionSummary } from "./SelectionSummary.tsx";

/** With all its controls; nobody needs them before a step is selected. */
const StepForm = lazy(() => import("./StepForm.tsx"));

/** What is selected, to be edited; the flow itself when nothing is. */
export function Inspector() {
  const { t } = useTranslation();
  const selected = useView((state) => state.steps);
  const [only] = selected.size === 1 ? selected : [];
  const step = useDocument((state) => state.flow.steps.find((one) => one.id === only));
  return (
    <aside className={classes.inspector} aria-label={t("inspector.label")}>
      {selected.size > 1 ? (
        <SelectionSummary count={selected.size} />
      ) : step === undefined ? (
        <ScrollArea className={classes.body} type="hover">
          <FlowSettings />
        </ScrollArea>
      ) : (
        <Suspense fallback={<FormToCome />}>
          <StepForm key={step.id} step={step} />
        </Suspense>
      )}
    </aside>
  );
}

function FormToCome() {
  return (
    <Stack p="md" aria-hidden>
      <Skeleton height={28} width="60%" />
      <Skeleton height={60} />
      <Skeleton height={60} />
    </Stack>
  );
}
