import { Alert, Skeleton, Stack } from "@mantine/core";
import Markdown from "markdown-to-jsx";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./inspector.module.css";

/** The pages of each step kind lie in its folder, one for each language; only the one that is read is loaded. */
const pages = import.meta.glob<string>("../../../compiler/src/steps/*/*.md", { query: "?raw", import: "default" });

/** The kind's title stands above already. */
const options = { overrides: { h1: () => null } };

/** What a step is for, how it behaves and the OzML it makes. */
export default function StepHelp({ type }: { readonly type: string }) {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState<string>();
  const folder = `../../../compiler/src/steps/${type}`;
  const load = pages[`${folder}/${type}.${i18n.language}.md`] ?? pages[`${folder}/${type}.md`];
  useEffect(() => {
    void load?.().then(setPage);
  }, [load]);
  if (load === undefined) return <Alert color="gray">{t("stepForm.noHelp")}</Alert>;
  if (page === undefined) {
    return (
      <Stack gap="xs">
        <Skeleton height={12} />
        <Skeleton height={12} />
        <Skeleton height={12} width="60%" />
      </Stack>
    );
  }
  return (
    <article className={classes.help}>
      <Markdown options={options}>{page}</Markdown>
    </article>
  );
}
