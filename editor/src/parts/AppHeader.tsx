import {
  ActionIcon,
  Anchor,
  Avatar,
  Group,
  Menu,
  Text,
  Tooltip,
  useMantineColorScheme,
  VisuallyHidden,
} from "@mantine/core";
import { IconCheck, IconLanguage, IconLogout, IconMoon, IconSun, IconUserCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { switchLanguage } from "../i18n.ts";
import { languages } from "../locales/languages.ts";
import { useSession } from "../session.tsx";
import classes from "./app-header.module.css";
import { Brand } from "./Brand.tsx";
import { tellFault } from "./notify.tsx";

export function AppHeader() {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <header className={classes.header}>
      <Anchor component={Link} href="/" underline="never" c="inherit">
        <Brand />
      </Anchor>
      <nav className={classes.nav} aria-label={t("nav.label")}>
        <Link href="/" className={classes.link} data-active={location === "/" || undefined}>
          {t("nav.flows")}
        </Link>
        <Link href="/calls" className={classes.link} data-active={location.startsWith("/calls") || undefined}>
          {t("nav.calls")}
        </Link>
        <Link href="/prompts" className={classes.link} data-active={location === "/prompts" || undefined}>
          {t("nav.prompts")}
        </Link>
        <Link href="/calendars" className={classes.link} data-active={location.startsWith("/calendars") || undefined}>
          {t("nav.calendars")}
        </Link>
        <Link href="/tables" className={classes.link} data-active={location.startsWith("/tables") || undefined}>
          {t("nav.tables")}
        </Link>
        <Link href="/settings" className={classes.link} data-active={location.startsWith("/settings") || undefined}>
          {t("nav.settings")}
        </Link>
      </nav>
      <Group gap="xs" ml="auto">
        <ThemeSwitch />
        <UserMenu />
      </Group>
    </header>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark =
    colorScheme === "dark" || (colorScheme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  const label = dark ? t("theme.toLight") : t("theme.toDark");
  return (
    <Tooltip label={label}>
      <ActionIcon size="lg" aria-label={label} onClick={() => setColorScheme(dark ? "light" : "dark")}>
        {dark ? <IconSun size={18} stroke={1.75} /> : <IconMoon size={18} stroke={1.75} />}
      </ActionIcon>
    </Tooltip>
  );
}

function UserMenu() {
  const { t, i18n } = useTranslation();
  const { user, signOut } = useSession();
  if (!user) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" radius="xl">
          <Avatar size={28} name={user.name} color="harbour" aria-hidden />
          <VisuallyHidden>{t("nav.account")}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm">{user.name}</Text>
          <Text size="xs">{user.email}</Text>
        </Menu.Label>
        <Menu.Item component={Link} href="/settings/account" leftSection={<IconUserCircle size={16} />}>
          {t("nav.myAccount")}
        </Menu.Item>
        <Menu.Label>{t("nav.language")}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={language === i18n.language ? <IconCheck size={16} /> : <IconLanguage size={16} />}
            aria-current={language === i18n.language || undefined}
            onClick={() => void switchLanguage(language).catch(tellFault)}
          >
            {t(`nav.languages.${language}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut().catch(tellFault)}>
          {t("nav.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
