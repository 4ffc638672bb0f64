import { Autocomplete, type AutocompleteProps } from "@mantine/core";
import { libraryPrompt, libraryPromptId } from "@ozflow/compiler";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useReadSounds, useSounds } from "./sound-library.ts";

const Waveform = lazy(() => import("./Waveform.tsx"));

interface AudioInputProps extends Omit<AutocompleteProps, "onChange" | "data" | "value"> {
  /** As it stands in the flow: a sound of the library, a file, an address. */
  readonly value: string;
  onChange(audio: string): void;
}

/** A sound of the prompt library, chosen by name, or a file or an address that the phone system knows. */
export function AudioInput({ value, onChange, ...rest }: AudioInputProps) {
  const { t } = useTranslation();
  useReadSounds();
  const prompts = useSounds();
  const chosen = prompts.find((one) => one.id === libraryPromptId(value));
  const write = (text: string) => {
    const named = prompts.find((one) => one.name === text);
    onChange(named === undefined ? text : libraryPrompt(named.id));
  };
  return (
    <>
      <Autocomplete
        {...rest}
        value={chosen?.name ?? value}
        data={[{ group: t("nav.prompts"), items: [...new Set(prompts.map(({ name }) => name))] }]}
        onChange={write}
      />
      {chosen !== undefined && (
        <Suspense>
          <Waveform path={chosen.path} name={chosen.name} />
        </Suspense>
      )}
    </>
  );
}
