import { Alert, Code, CopyButton, Group, ScrollArea, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { findStepDefinition, type Step } from "@ozflow/compiler";
import { IconHelpCircle } from "@tabler/icons-react";
import { lazy, memo, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { stepForm } from "../locales/step-form.en.ts";
import { setLabel } from "../model/changes/index.ts";
import { fieldsOf } from "../model/fields.ts";
import { type WayHere, waysHere } from "../model/leads-here.ts";
import { canBeLedTo } from "../model/ports.ts";
import { say } from "../model/say.ts";
import { descriptionOf, titleOf } from "../model/step-words.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { useDocument, useEditor, useFindingsOf, useView } from "../workplace.tsx";
import { DrawnFields } from "./DrawnFields.tsx";
import { FieldList } from "./FieldList.tsx";
import classes from "./inspector.module.css";
import { StepProvider } from "./step-form.tsx";
import { useFocusedField } from "./use-focused-field.ts";

addTexts({ stepForm });

const StepHelp = lazy(() => import("./StepHelp.tsx"));

export default function StepForm({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const { document, view } = useEditor();
  const isHelpOpen = useView((state) => state.help);
  const helpLabel = t(isHelpOpen ? "stepForm.closeHelp" : "stepForm.openHelp");
  const definition = findStepDefinition(step.type);
  const form = useRef<HTMLDivElement>(null);
  useFocusedField(form, step.id);
  return (
    <>
      <header className={classes.head}>
        <StepIcon type={step.type} size={34} />
        <div className={classes.what}>
          <div className={classes.kind}>{titleOf(step.type)}</div>
          <div className={classes.description}>{definition && descriptionOf(definition)}</div>
        </div>
        <ToolButton
          label={helpLabel}
          icon={IconHelpCircle}
          iconSize={18}
          variant={isHelpOpen ? "light" : "subtle"}
          color={isHelpOpen ? "harbour" : "gray"}
          aria-pressed={isHelpOpen}
          onClick={() => view.setState({ help: !isHelpOpen })}
        />
      </header>
      {isHelpOpen && (
        <ScrollArea className={classes.helpBody} type="hover" viewportProps={{ tabIndex: 0 }}>
          <Suspense fallback={null}>
            <StepHelp type={step.type} />
          </Suspense>
        </ScrollArea>
      )}
      <ScrollArea className={classes.body} type="hover">
        <Stack ref={form} gap="md" className={classes.fields}>
          <DrawnFields>
            <TextInput
              label={t("stepForm.stepLabel")}
              value={step.label}
              onChange={(event) => document.commit(setLabel(step.id, event.currentTarget.value))}
              onBlur={() => document.seal()}
            />
            <StepFaults step={step} />
            {definition !== undefined && (
              <StepProvider value={step}>
                <FieldList schema={definition.schema} data={step.data} path={[]} />
              </StepProvider>
            )}
          </DrawnFields>
          {canBeLedTo(step) && <WhoLeadsHere id={step.id} />}
          <Group gap="xs" className={classes.section}>
            <Text size="xs" c="dimmed">
              {t("stepForm.id")}
            </Text>
            <CopyButton value={step.id}>
              {({ copied, copy }) => (
                <UnstyledButton onClick={copy} aria-label={t("stepForm.copyId", { id: step.id })}>
                  <Code>{copied ? t("copied") : step.id}</Code>
                </UnstyledButton>
              )}
            </CopyButton>
          </Group>
        </Stack>
      </ScrollArea>
    </>
  );
}

/** Faults that belong to the step and to none of its fields: a way out that leads nowhere, a step nobody comes to. */
function StepFaults({ step }: { readonly step: Step }) {
  const found = useFindingsOf(step.id);
  const schema = findStepDefinition(step.type)?.schema;
  const fields = new Set(schema === undefined ? [] : fieldsOf(schema).map((field) => field.key));
  const ofStep = found.filter((one) => !fields.has(String(one.path?.[0])));
  if (ofStep.length === 0) return null;
  return (
    <Stack gap="xs">
      {ofStep.map((one) => (
        <Alert key={one.code + one.message} color={one.severity === "error" ? "red" : "yellow"} p="xs">
          {say(one)}
        </Alert>
      ))}
    </Stack>
  );
}

function WhoLeadsHere({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const flow = useDocument((state) => state.flow);
  const ways = waysHere(flow, id);
  return (
    <section className={classes.section}>
      <Text size="sm" fw={600} mb={4}>
        {t("stepForm.leadsHere")}
      </Text>
      {ways.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("stepForm.nobodyLeadsHere")}
        </Text>
      )}
      {ways.map((way) => (
        <Way key={`${way.step} ${way.port}`} {...way} />
      ))}
    </section>
  );
}

/** Hundreds may lead to one step; what is typed into it draws none of them anew. */
const Way = memo(function Way({ step, label, portTitle }: WayHere) {
  const { view } = useEditor();
  return (
    <UnstyledButton className={classes.way} onClick={() => view.selectSteps([step])}>
      <span>{label}</span>
      <span className={classes.wayPort}>{portTitle}</span>
    </UnstyledButton>
  );
});
