import { Input, SegmentedControl, Stack, Textarea } from "@mantine/core";
import type { Apology } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { apologyIn, maxApology } from "../model/new-fallback.ts";
import { AudioInput } from "../prompts/AudioInput.tsx";
import { useEditor } from "../workplace.tsx";

interface ApologyInputProps {
  /** Where it lies in the flow, as views address it. */
  readonly field: string;
  readonly label: string;
  readonly value: Apology | undefined;
  /** Undefined: nothing is left of it. */
  onChange(apology: Apology | undefined): void;
}

/** Words to read out or a sound. What was emptied and left stays empty only where it need not hold anything. */
export function ApologyInput({ field, label, value, onChange }: ApologyInputProps) {
  const { t } = useTranslation();
  const { document } = useEditor();
  const [kind, setKind] = useState<"say" | "play">(value !== undefined && "play" in value ? "play" : "say");
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? wordsOrFile(value)[kind] ?? "";
  const write = (text: string) => {
    setTyped(text);
    onChange(apologyIn(text, value, kind));
  };
  const leave = () => {
    setTyped(undefined);
    document.seal();
  };
  return (
    <Stack gap={6}>
      <Input.Label component="div">{label}</Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={kind}
        onChange={(next) => setKind(next === "play" ? "play" : "say")}
        data={[
          { value: "say", label: t("fallback.say") },
          { value: "play", label: t("fallback.play") },
        ]}
      />
      <div data-field={`${field}.${kind}`}>
        {kind === "say" ? (
          <Textarea
            aria-label={label}
            placeholder={t("fallback.words")}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={maxApology}
            value={shown}
            onChange={(event) => write(event.currentTarget.value)}
            onBlur={leave}
          />
        ) : (
          <AudioInput
            aria-label={label}
            placeholder={t("fallback.file")}
            maxLength={maxApology}
            value={shown}
            onChange={write}
            onBlur={leave}
          />
        )}
      </div>
    </Stack>
  );
}

function wordsOrFile(apology: Apology | undefined): { readonly say?: string; readonly play?: string } {
  return apology ?? {};
}
