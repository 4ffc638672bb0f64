import { Skeleton, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AddButton } from "../parts/AddButton.tsx";
import { useDocument } from "../workplace.tsx";
import classes from "./inspector.module.css";

/** Most flows promise nothing. */
const PromisesEditor = lazy(() => import("../proofs/PromisesEditor.tsx"));

/** What callers are promised. */
export function PromisesSection() {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const isThere = useDocument((state) => state.flow.promises !== undefined);
  return (
    <section className={classes.section}>
      <Title order={3} mb={8}>
        {t("settings.promises")}
      </Title>
      {isThere || isWanted ? (
        <Suspense fallback={<Skeleton height={180} />}>
          <PromisesEditor />
        </Suspense>
      ) : (
        <AddButton onClick={() => setWanted(true)}>{t("settings.promise")}</AddButton>
      )}
    </section>
  );
}
