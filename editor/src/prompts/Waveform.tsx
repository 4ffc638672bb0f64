import { ActionIcon, Group, useComputedColorScheme, useMantineTheme } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import WaveSurfer from "wavesurfer.js";
import { addTexts } from "../i18n.ts";
import { prompts as texts } from "../locales/prompts.en.ts";
import { nonce } from "../nonce.ts";
import classes from "./prompts.module.css";

addTexts({ prompts: texts });

/** A sound to look at and to listen to. */
export default function Waveform({ path, name }: { readonly path: string; readonly name: string }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const player = useRef<WaveSurfer>(undefined);
  const [isPlaying, setPlaying] = useState(false);
  const theme = useMantineTheme();
  const isDark = useComputedColorScheme() === "dark";
  const shades = theme.colors[theme.primaryColor];
  const waveColor = (isDark ? theme.colors.dark[2] : theme.colors.gray[4]) ?? "";
  const progressColor = shades?.[isDark ? 4 : 6] ?? "";
  useEffect(() => {
    if (place.current === null) return;
    const surfer = WaveSurfer.create({
      container: place.current,
      url: path,
      cspNonce: nonce,
      height: 36,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      cursorWidth: 1,
      normalize: true,
      waveColor,
      progressColor,
    });
    surfer.on("play", () => setPlaying(true));
    surfer.on("pause", () => setPlaying(false));
    // Left before it was loaded: nobody waits for it.
    surfer.on("error", () => setPlaying(false));
    player.current = surfer;
    return () => surfer.destroy();
  }, [path, waveColor, progressColor]);
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon
        variant="light"
        radius="xl"
        size="lg"
        aria-label={t(isPlaying ? "prompts.pause" : "prompts.play", { name })}
        onClick={() => void player.current?.playPause()}
      >
        {isPlaying ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
      </ActionIcon>
      <div ref={place} className={classes.wave} aria-hidden />
    </Group>
  );
}
