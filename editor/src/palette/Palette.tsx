import { ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { type StepDefinition, stepDefinitions } from "@ozflow/compiler";
import { IconChevronDown, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDocument } from "../workplace.tsx";
import { byFamily, contextsOf, splitByContext } from "./families.ts";
import { PaletteItem } from "./PaletteItem.tsx";
import classes from "./palette.module.css";
import { searchSteps } from "./search-steps.ts";

/** The fold of what stands only in flows that begin otherwise. */
const others = "others";

/** Every kind of step, to be dragged onto the canvas or added by a click; what a search finds is never folded away. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const [folded, setFolded] = useLocalStorage<readonly string[]>({
    key: "ozflow.palette.folded",
    defaultValue: [others],
    getInitialValueInEffect: false,
  });
  const contexts = useDocument((state) => contextsOf(state.flow));
  const isSearching = query.trim() !== "";
  const split = splitByContext(stepDefinitions, contexts);
  const found = isSearching ? searchSteps(stepDefinitions, query) : split.fitting;
  const toggle = (name: string) =>
    setFolded((now) => (now.includes(name) ? now.filter((one) => one !== name) : [...now, name]));
  const fold = (name: string) => ({
    opened: isSearching || !folded.includes(name),
    ...(isSearching ? {} : { toggle: () => toggle(name) }),
  });
  return (
    <nav className={classes.palette} data-region="palette" tabIndex={-1} aria-label={t("palette.label")}>
      <TextInput
        className={classes.search}
        leftSection={<IconSearch size={16} />}
        placeholder={t("palette.search")}
        aria-label={t("palette.search")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ScrollArea className={classes.list} type="hover" scrollbarSize={8}>
        {found.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t("palette.nothing", { query })}
          </Text>
        )}
        {byFamily(found).map(({ family, members }) => (
          <Section key={family} title={t(`families.${family}`)} members={members} {...fold(family)} />
        ))}
        {!isSearching && split.others.length > 0 && (
          <Section title={t("palette.others")} members={split.others} {...fold(others)} />
        )}
      </ScrollArea>
    </nav>
  );
}

function Section({
  title,
  members,
  opened,
  toggle,
}: {
  readonly title: string;
  readonly members: readonly StepDefinition[];
  readonly opened: boolean;
  /** Left out where it cannot be folded. */
  readonly toggle?: () => void;
}) {
  return (
    <section aria-label={title} className={classes.section}>
      <h2 className={classes.family}>
        {toggle === undefined ? (
          title
        ) : (
          <UnstyledButton className={classes.fold} onClick={toggle} aria-expanded={opened}>
            {title}
            {!opened && <span className={classes.count}>{members.length}</span>}
            <IconChevronDown size={14} stroke={1.75} className={classes.chevron} aria-hidden />
          </UnstyledButton>
        )}
      </h2>
      {opened && members.map((definition) => <PaletteItem key={definition.type} definition={definition} />)}
    </section>
  );
}
