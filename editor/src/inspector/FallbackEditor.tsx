import { Button, Stack, Text } from "@mantine/core";
import { type Fallback, takeoverSchema } from "@ozflow/compiler";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { fallback as texts } from "../locales/fallback.en.ts";
import { setFallback } from "../model/changes/index.ts";
import { languageName } from "../model/language-names.ts";
import { withApology } from "../model/new-fallback.ts";
import { PhoneInput } from "../parts/PhoneInput.tsx";
import { useDocument, useEditor } from "../workplace.tsx";
import { ApologyInput } from "./ApologyInput.tsx";
import { useFocusedField } from "./use-focused-field.ts";

addTexts({ fallback: texts });

/** What callers hear when a call cannot go on, in each language, and who takes over. */
export default function FallbackEditor({ fallback }: { readonly fallback: Fallback }) {
  const { t, i18n } = useTranslation();
  const { document, canDraw } = useEditor();
  const [first = "", ...others] = useDocument((state) => state.flow.languages);
  const fields = useRef<HTMLDivElement>(null);
  useFocusedField(fields, undefined);
  const write = (next: Fallback | undefined, group: string) => document.commit(setFallback(next, `fallback ${group}`));
  const name = (language: string) =>
    others.length === 0
      ? t("fallback.heard")
      : t("fallback.heardIn", { language: languageName(language, i18n.language) });
  return (
    <Stack gap="sm" ref={fields}>
      <Text size="xs" c="dimmed">
        {t("fallback.text")} {others.length > 0 && t("fallback.several")}
      </Text>
      <ApologyInput
        field="fallback.prompt"
        label={name(first)}
        value={fallback.prompt}
        onChange={(apology) => write(withApology(fallback, undefined, apology), "words")}
      />
      {others.map((language) => (
        <ApologyInput
          key={language}
          field={`fallback.translations.${language}`}
          label={name(language)}
          value={fallback.translations?.[language]}
          onChange={(apology) => write(withApology(fallback, language, apology), language)}
        />
      ))}
      <TransferTo
        value={fallback.transferTo ?? ""}
        onChange={(transferTo) => {
          const { transferTo: _, ...rest } = fallback;
          write(transferTo === "" ? rest : { ...rest, transferTo }, "transfer");
        }}
      />
      {canDraw && (
        <Button variant="subtle" color="gray" size="compact-xs" w="fit-content" onClick={() => write(undefined, "end")}>
          {t("fallback.remove")}
        </Button>
      )}
    </Stack>
  );
}

/** What is no number yet is shown and not kept. */
function TransferTo({ value, onChange }: { readonly value: string; onChange(number: string): void }) {
  const { t } = useTranslation();
  const { document } = useEditor();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value;
  const isNumber = (text: string) => text === "" || takeoverSchema.safeParse(text).success;
  return (
    <PhoneInput
      label={t("fallback.transferTo")}
      placeholder={t("fallback.nobody")}
      error={isNumber(shown) ? undefined : t("fallback.noNumber")}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        if (isNumber(text)) onChange(text);
      }}
      onBlur={() => {
        if (isNumber(shown)) setTyped(undefined);
        document.seal();
      }}
    />
  );
}
