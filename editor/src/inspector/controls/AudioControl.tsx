import { Autocomplete } from "@mantine/core";
import { libraryPrompt, libraryPromptId } from "@ozflow/compiler";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useReadSounds, useSounds } from "../../prompts/sound-library.ts";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

const Waveform = lazy(() => import("../../prompts/Waveform.tsx"));

/** A sound of the prompt library, chosen by name, or a file or an address that the phone system knows. */
export function AudioControl({ field: { meta, optional }, path, named }: ControlProps) {
  const { t } = useTranslation();
  const { value, error, type, leave } = useField(path);
  useReadSounds();
  const prompts = useSounds();
  const audio = typeof value === "string" ? value : "";
  const chosen = prompts.find((one) => one.id === libraryPromptId(audio));
  const write = (text: string) => {
    const named = prompts.find((one) => one.name === text);
    const next = named === undefined ? text : libraryPrompt(named.id);
    type(optional && next === "" ? undefined : next);
  };
  return (
    <>
      <Autocomplete
        {...(named === undefined ? { label: meta.title } : { "aria-label": named })}
        description={meta.help}
        placeholder={meta.placeholder}
        error={error}
        value={chosen?.name ?? audio}
        data={[{ group: t("prompts.title"), items: [...new Set(prompts.map(({ name }) => name))] }]}
        onChange={write}
        onBlur={leave}
      />
      {chosen !== undefined && (
        <Suspense>
          <Waveform path={chosen.path} name={chosen.name} />
        </Suspense>
      )}
    </>
  );
}
