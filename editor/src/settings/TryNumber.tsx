import { Button, Group, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Guard, securityApi } from "../api/security.ts";
import { tellFault } from "../parts/notify.tsx";
import { PhoneInput } from "../parts/PhoneInput.tsx";

/** Asks whether a number could be dialled, under the patterns as they stand in the form. */
export function TryNumber({ allowed, denied }: Pick<Guard, "allowed" | "denied">) {
  const { t } = useTranslation();
  const [number, setNumber] = useState("");
  const [judged, setJudged] = useState<{
    readonly number: string;
    readonly allowed: boolean;
    readonly pattern?: string;
  }>();
  const judge = () =>
    securityApi
      .tryNumber(number, { allowed, denied })
      .then((judgement) => setJudged({ number, ...judgement }), tellFault);
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <PhoneInput
          flex={1}
          label={t("serverSettings.guard.try")}
          value={number}
          onChange={setNumber}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void judge();
          }}
        />
        <Button variant="default" disabled={number.trim() === ""} onClick={() => void judge()}>
          {t("serverSettings.guard.tryNow")}
        </Button>
      </Group>
      <Group gap={6} mt={judged === undefined ? 0 : 6} aria-live="polite">
        {judged !== undefined && (
          <>
            {judged.allowed ? (
              <IconCircleCheck size={16} color="var(--accent)" />
            ) : (
              <IconCircleX size={16} color="var(--fault)" />
            )}
            <Text size="sm">
              {t(judged.allowed ? "serverSettings.guard.may" : "serverSettings.guard.mayNot", {
                number: judged.number,
              })}{" "}
              {judged.pattern !== undefined && t("serverSettings.guard.because", { pattern: judged.pattern })}
            </Text>
          </>
        )}
      </Group>
    </div>
  );
}
