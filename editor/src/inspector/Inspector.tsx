import { ScrollArea, Skeleton, Stack } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useDocument, useView, useWorkplace } from "../workplace.tsx";
import { FlowSettings } from "./FlowSettings.tsx";
import classes from "./inspector.module.css";
import { SelectionSummary } from "./SelectionSummary.tsx";

/** With all its controls; nobody needs them before a step is selected. */
const StepForm = lazy(() => import("./StepForm.tsx"));

/** What is selected, to be edited; the flow itself when nothing is. */
export function Inspector() {
  const { t } = useTranslation();
  const { surface } = useWorkplace();
  const selected = useView((state) => state.steps);
  const [only] = selected.size === 1 ? selected : [];
  const step = useDocument((state) => state.flow.steps.find((one) => one.id === only));
  return (
    <aside
      className={classes.inspector}
      data-region="inspector"
      tabIndex={-1}
      aria-label={t("inspector.label")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isListOpen(event.target)) surface.leaveFields();
      }}
    >
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

/** Escape closes that first; a list without anything to offer is not seen, though the field calls itself expanded. */
function isListOpen(field: EventTarget): boolean {
  if (!(field instanceof Element) || field.ariaExpanded !== "true") return false;
  return document.getElementById(field.getAttribute("aria-controls") ?? "")?.checkVisibility() === true;
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
