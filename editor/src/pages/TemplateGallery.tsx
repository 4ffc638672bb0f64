import { SimpleGrid, Skeleton, Text, UnstyledButton } from "@mantine/core";
import { emptyFlow, type Flow, stepDefinitions } from "@ozflow/compiler";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { firstLanguage } from "../model/language-names.ts";
import { sayTerm } from "../model/say.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import classes from "./flows.module.css";

const loadExamples = async () => (await api.examples()).examples;

/** Places kept free for examples until they come: as many as are seen at once. */
const expected = [1, 2, 3, 4, 5, 6, 7, 8];

/** Icons shown on a template: kinds of step, in the order of the palette. */
const maxIcons = 5;

export function TemplateGallery({ onChoose }: { onChoose(flow: Flow): void }) {
  const { t, i18n } = useTranslation();
  const { value: examples, error } = useLoaded(loadExamples);
  const empty = emptyFlow(t("flows.untitled"), firstLanguage(i18n.language, navigator.languages));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm">
      <Template name={t("flows.emptyTemplate")} text={t("flows.emptyTemplateText")} flow={empty} onChoose={onChoose} />
      {examples?.map((one) => (
        <Template
          key={one.id}
          name={sayTerm(one.name)}
          text={sayTerm(one.description)}
          flow={one.flow}
          onChoose={onChoose}
        />
      ))}
      {examples === undefined &&
        error === undefined &&
        expected.map((key) => <Skeleton key={key} mih={154} radius="lg" />)}
    </SimpleGrid>
  );
}

function Template({
  name,
  text,
  flow,
  onChoose,
}: {
  readonly name: string;
  readonly text: string;
  readonly flow: Flow;
  onChoose(flow: Flow): void;
}) {
  const used = new Set(flow.steps.map((step) => step.type));
  const kinds = stepDefinitions.map((one) => one.type).filter((type) => used.has(type));
  return (
    <UnstyledButton className={classes.template} onClick={() => onChoose(flow)}>
      <span className={classes.icons}>
        {kinds.slice(0, maxIcons).map((type) => (
          <StepIcon key={type} type={type} size={26} />
        ))}
        {kinds.length === 0 && (
          <span className={classes.blank}>
            <IconPlus size={16} stroke={1.75} />
          </span>
        )}
      </span>
      <Text fw={600} size="md">
        {name}
      </Text>
      <Text size="sm" c="dimmed" className={classes.text}>
        {text}
      </Text>
    </UnstyledButton>
  );
}
