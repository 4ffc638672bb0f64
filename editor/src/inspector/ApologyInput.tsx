import { Input, SegmentedControl, Stack, Textarea } from "@mantine/core";
import type { Apology } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AudioInput } from "../prompts/AudioInput.tsx";
import { useEditor } from "../workplace.tsx";

interface ApologyInputProps {
  readonly label: string;
  readonly value: Apology | undefined;
  /** Undefined: nothing is left of it. */
  onChange(apology: Apology | undefined): void;
}

/** Characters; the file format's own bound. */
const maxLength = 1000;

/** Words to read out or a sound. What was emptied and left stays empty only where it need not hold anything. */
export function ApologyInput({ label, value, onChange }: ApologyInputProps) {
  const { t } = useTranslation();
  const { document } = useEditor();
  const [kind, setKind] = useState<"say" | "play">(value !== undefined && "play" in value ? "play" : "say");
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? wordsOrFile(value)[kind] ?? "";
  const write = (text: string) => {
    setTyped(text);
    const voice = value !== undefined && "language" in value ? { language: value.language } : {};
    if (text.trim() === "") onChange(undefined);
    else onChange(kind === "say" ? { say: text, ...voice } : { play: text });
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
      {kind === "say" ? (
        <Textarea
          aria-label={label}
          placeholder={t("fallback.words")}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={maxLength}
          value={shown}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={leave}
        />
      ) : (
        <AudioInput
          aria-label={label}
          placeholder={t("fallback.file")}
          maxLength={maxLength}
          value={shown}
          onChange={write}
          onBlur={leave}
        />
      )}
    </Stack>
  );
}

function wordsOrFile(apology: Apology | undefined): { readonly say?: string; readonly play?: string } {
  return apology ?? {};
}
