import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { Brand } from "../parts/Brand.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { useSession } from "../session.tsx";
import classes from "./sign-in.module.css";

export function SignInPage() {
  const { t } = useTranslation();
  const { signedIn } = useSession();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    setFault(undefined);
    setBusy(true);
    try {
      signedIn((await api.signIn(String(filled.get("email")), String(filled.get("password")))).user);
    } catch (error) {
      setFault(sentenceOf(error));
      setBusy(false);
    }
  };

  return (
    <main className={classes.page}>
      <Paper
        className={classes.card}
        component="form"
        onSubmit={(event: FormEvent<HTMLFormElement>) => void signIn(event)}
        radius="lg"
        p="xl"
        withBorder
      >
        <Stack>
          <Brand />
          <div>
            <Title order={1}>{t("signIn.title")}</Title>
            <Text c="dimmed" size="sm">
              {t("signIn.text")}
            </Text>
          </div>
          {fault !== undefined && (
            <Alert color="red" role="alert">
              {fault}
            </Alert>
          )}
          <TextInput
            label={t("signIn.email")}
            name="email"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            data-autofocus
            size="md"
          />
          <PasswordInput
            label={t("signIn.password")}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
          />
          <Button type="submit" size="md" loading={busy}>
            {t("signIn.submit")}
          </Button>
        </Stack>
      </Paper>
    </main>
  );
}
