import { Badge, ScrollArea, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Revision } from "../api/versions.ts";
import { clockTime } from "../parts/time.ts";
import { useSync, useWorkplace } from "../workplace.tsx";
import classes from "./versions.module.css";

export const draft = "draft";

/** What is drawn now, or a revision by its number. */
export type Version = number | typeof draft;

interface Props {
  readonly revisions: readonly Revision[];
  readonly shown: Version;
  show(version: Version): void;
}

/** The draft and everything that was published, the newest first. */
export function VersionList({ revisions, shown, show }: Props) {
  const { t } = useTranslation();
  const { publishedStore } = useWorkplace();
  const onTheLine = useStore(publishedStore, (state) => state.published?.revision);
  const savedAt = useSync((state) => state.updatedAt);
  return (
    <ScrollArea className={classes.list} type="hover">
      <nav aria-label={t("versions.list")}>
        <Entry isShown={shown === draft} show={() => show(draft)} title={t("versions.draft")} at={savedAt}>
          <Text size="xs">{t("versions.draftText")}</Text>
        </Entry>
        {revisions.map(({ revision, publishedAt, publishedBy, message }) => (
          <Entry
            key={revision}
            isShown={shown === revision}
            show={() => show(revision)}
            title={t("versions.revision", { revision })}
            at={publishedAt}
            by={publishedBy}
            isOnTheLine={revision === onTheLine}
          >
            {message !== "" && (
              <Text size="sm" lineClamp={4} className={classes.message}>
                {message}
              </Text>
            )}
          </Entry>
        ))}
        {revisions.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t("versions.none")}
          </Text>
        )}
      </nav>
    </ScrollArea>
  );
}

interface EntryProps {
  readonly title: string;
  readonly at: string;
  readonly by?: string;
  readonly isShown: boolean;
  readonly isOnTheLine?: boolean;
  readonly children: React.ReactNode;
  show(): void;
}

function Entry({ title, at, by = "", isShown, isOnTheLine = false, show, children }: EntryProps) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.version} data-shown={isShown || undefined} aria-current={isShown} onClick={show}>
      <span className={classes.versionHead}>
        <Text fw={600} size="sm">
          {title}
        </Text>
        {isOnTheLine && (
          <Badge variant="light" size="sm">
            {t("versions.onTheLine")}
          </Badge>
        )}
      </span>
      {children}
      <Text size="xs" c="dimmed">
        {by === "" ? clockTime(at) : t("versions.byAt", { by, at: clockTime(at) })}
      </Text>
    </UnstyledButton>
  );
}
