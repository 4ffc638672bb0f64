import { Alert, List, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { type Flow, type ImportWarning, importOzml, type OzmlFile } from "@ozflow/compiler";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { say } from "../model/say.ts";

/** Warnings shown; the first ones usually explain the rest. */
const maxWarnings = 12;

/** Makes a flow of OzML, tells what was guessed on the way, and gives it over, made to fit, when the author agrees. */
export function confirmImport(
  files: readonly OzmlFile[],
  take: (flow: Flow) => void,
  fit: (flow: Flow) => Flow = (flow) => flow,
): void {
  const { flow: made, warnings } = importOzml(files, say);
  const flow = fit(made);
  modals.openConfirmModal({
    title: i18next.t("import.title"),
    size: "lg",
    children: <Summary steps={flow.steps.length} warnings={warnings} />,
    labels: { confirm: i18next.t("import.confirm"), cancel: i18next.t("cancel") },
    onConfirm: () => take(flow),
  });
}

function Summary({ steps, warnings }: { readonly steps: number; readonly warnings: readonly ImportWarning[] }) {
  const { t } = useTranslation();
  const more = warnings.length - maxWarnings;
  return (
    <Stack>
      <Text size="sm">{t("import.text", { count: steps })}</Text>
      {warnings.length > 0 && (
        <Alert color="yellow" title={t("import.warnings", { count: warnings.length })}>
          <List size="sm" spacing={4}>
            {warnings.slice(0, maxWarnings).map(({ file, line, column, ...told }) => (
              <List.Item key={`${file} ${line} ${column} ${told.message}`}>
                {line === undefined
                  ? t("import.inFile", { file, message: say(told) })
                  : t("import.atLine", { file, line, column, message: say(told) })}
              </List.Item>
            ))}
          </List>
          {more > 0 && (
            <Text size="sm" mt="xs">
              {t("import.more", { count: more })}
            </Text>
          )}
        </Alert>
      )}
    </Stack>
  );
}
