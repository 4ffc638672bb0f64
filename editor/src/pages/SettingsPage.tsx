import { Loader, NavLink } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect } from "wouter";
import { addTexts } from "../i18n.ts";
import { serverSettings } from "../locales/server-settings.en.ts";
import { AppHeader } from "../parts/AppHeader.tsx";
import { useMay } from "../session.tsx";
import { sections } from "../settings/sections.ts";
import classes from "./settings.module.css";

addTexts({ serverSettings });

/** Everything that is set once and not for a flow: a list of subjects, and the one that is open. */
export default function SettingsPage({ section: name }: { readonly section: string | undefined }) {
  const { t } = useTranslation();
  const may = useMay();
  const shown = sections.filter(({ needs }) => needs === undefined || may(needs));
  const open = shown.find(({ id }) => id === name);
  useDocumentTitle(
    t("pageTitle", { page: open === undefined ? t("serverSettings.title") : t(`serverSettings.${open.id}.title`) }),
  );
  if (open === undefined) return <Redirect to={`/settings/${shown[0]?.id}`} replace />;
  return (
    <>
      <AppHeader />
      <div className={classes.page}>
        <nav className={classes.sections} aria-label={t("serverSettings.title")}>
          {shown.map(({ id, icon: SectionIcon }) => (
            <NavLink
              key={id}
              component={Link}
              href={`/settings/${id}`}
              active={id === open.id}
              aria-current={id === open.id ? "page" : undefined}
              label={t(`serverSettings.${id}.title`)}
              leftSection={<SectionIcon size={18} stroke={1.75} />}
              className={classes.section}
            />
          ))}
        </nav>
        <main className={classes.content}>
          <Suspense fallback={<Loader type="dots" />}>
            <open.Content />
          </Suspense>
        </main>
      </div>
    </>
  );
}
