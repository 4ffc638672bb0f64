import { Alert, Anchor, Button, Group, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconArrowLeft, IconCalendarClock, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { calendarsApi, type ListedCalendar } from "../api/calendars.ts";
import { CalendarForm } from "../calendars/CalendarForm.tsx";
import { CalendarTable } from "../calendars/CalendarTable.tsx";
import classesOfForm from "../calendars/calendars.module.css";
import { addTexts } from "../i18n.ts";
import { calendars as texts } from "../locales/calendars.en.ts";
import { AppHeader } from "../parts/AppHeader.tsx";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { UsedBy } from "../parts/UsedBy.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useMay } from "../session.tsx";
import classes from "./flows.module.css";

addTexts({ calendars: texts });

/** The calendars, or the one that is open; `new` makes one. */
export default function CalendarsPage({ id }: { readonly id: string | undefined }) {
  const { t } = useTranslation();
  useDocumentTitle(t("pageTitle", { page: t("calendars.title") }));
  const { value, error, reload } = useLoaded(calendarsApi.list);
  return (
    <>
      <AppHeader />
      <main className={classes.page}>
        <Arriving isThere={value !== undefined} error={error} height={240} />
        {value !== undefined && id === undefined && <AllCalendars calendars={value.calendars} reload={reload} />}
        {value !== undefined && id !== undefined && (
          <OneCalendar key={id} id={id} calendar={value.calendars.find((one) => one.id === id)} reload={reload} />
        )}
      </main>
    </>
  );
}

function AllCalendars({
  calendars,
  reload,
}: {
  readonly calendars: readonly ListedCalendar[];
  reload(): Promise<void>;
}) {
  const { t } = useTranslation();
  const mayChange = useMay()("addCalendar");
  return (
    <>
      <PageHead title={t("calendars.title")} text={t("calendars.text")}>
        {mayChange && (
          <Button component={Link} href="/calendars/new" flex="none" leftSection={<IconPlus size={16} />}>
            {t("calendars.add")}
          </Button>
        )}
      </PageHead>
      {calendars.length === 0 ? (
        <EmptyCard
          icon={<IconCalendarClock size={24} />}
          title={t("calendars.emptyTitle")}
          text={t("calendars.emptyText")}
        />
      ) : (
        <CalendarTable calendars={calendars} mayChange={mayChange} reload={reload} />
      )}
    </>
  );
}

function OneCalendar({
  id,
  calendar,
  reload,
}: {
  readonly id: string;
  readonly calendar: ListedCalendar | undefined;
  reload(): Promise<void>;
}) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayChange = useMay()("addCalendar");
  const isNew = id === "new";
  return (
    <>
      <Anchor component={Link} href="/calendars" size="sm" c="dimmed">
        <Group gap={4} mb={4}>
          <IconArrowLeft size={14} />
          {t("calendars.back")}
        </Group>
      </Anchor>
      <Title order={1} mb="md" style={{ overflowWrap: "anywhere" }}>
        {calendar?.name ?? t("calendars.add")}
      </Title>
      {calendar === undefined && !isNew ? (
        <Alert color="yellow">{t("calendars.gone")}</Alert>
      ) : (
        <CalendarForm
          calendar={calendar}
          readOnly={!mayChange}
          reload={reload}
          onSaved={async (saved) => {
            await reload();
            if (isNew) navigate(`/calendars/${saved.id}`, { replace: true });
          }}
        >
          {calendar !== undefined && (
            <section className={classesOfForm.panel}>
              <Title order={3} mb={4}>
                {t("calendars.usedBy")}
              </Title>
              <UsedBy flows={calendar.usedBy} none={t("calendars.unused")} />
            </section>
          )}
        </CalendarForm>
      )}
    </>
  );
}
