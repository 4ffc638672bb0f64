import { Skeleton, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { setFallback } from "../model/changes/index.ts";
import { newFallback } from "../model/new-fallback.ts";
import { AddButton } from "../parts/AddButton.tsx";
import { useDocument, useEditor } from "../workplace.tsx";
import classes from "./inspector.module.css";

/** Most flows say what the server says. */
const FallbackEditor = lazy(() => import("./FallbackEditor.tsx"));

/** What callers hear when a call cannot go on. */
export function FallbackSection() {
  const { t } = useTranslation();
  const { document } = useEditor();
  const fallback = useDocument((state) => state.flow.fallback);
  const languages = useDocument((state) => state.flow.languages);
  return (
    <section className={classes.section}>
      <Title order={3} mb={8}>
        {t("settings.fallback")}
      </Title>
      {fallback === undefined ? (
        <AddButton onClick={() => document.commit(setFallback(newFallback(languages), "begin"))}>
          {t("settings.fallbackOwn")}
        </AddButton>
      ) : (
        <Suspense fallback={<Skeleton height={180} />}>
          <FallbackEditor fallback={fallback} />
        </Suspense>
      )}
    </section>
  );
}
