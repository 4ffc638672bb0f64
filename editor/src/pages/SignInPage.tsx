import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
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
  const form = useForm({ initialValues: { email: "", password: "" } });

  const signIn = form.onSubmit(async ({ email, password }) => {
    setFault(undefined);
    try {
      signedIn((await api.signIn(email, password)).user);
    } catch (error) {
      setFault(sentenceOf(error));
    }
  });

  return (
    <main className={classes.page}>
      <Paper className={classes.card} component="form" onSubmit={signIn} radius="lg" p="xl" withBorder>
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
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            data-autofocus
            size="md"
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("signIn.password")}
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="md" loading={form.submitting}>
            {t("signIn.submit")}
          </Button>
        </Stack>
      </Paper>
    </main>
  );
}
