import { Group, Paper, Portal, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useEffect, useReducer, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./field-fault.module.css";

/** What is wrong with a field of a form that is to be sent, below the field: what browsers show there is theirs in look and language. */
export function FieldFault() {
  const { t } = useTranslation();
  const [field, setField] = useState<HTMLInputElement>();
  const [, measureAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    let isTold = false;
    const tell = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      // All faulty fields of a form are told of at once; the first is where to begin.
      if (isTold) return;
      isTold = true;
      setTimeout(() => {
        isTold = false;
      });
      event.target.focus();
      setField(event.target);
    };
    const forget = () => setField(undefined);
    document.addEventListener("invalid", tell, true);
    document.addEventListener("scroll", measureAgain, true);
    for (const event of endings) document.addEventListener(event, forget, true);
    return () => {
      document.removeEventListener("invalid", tell, true);
      document.removeEventListener("scroll", measureAgain, true);
      for (const event of endings) document.removeEventListener(event, forget, true);
    };
  }, []);
  if (field === undefined) return null;
  const { left, bottom } = field.getBoundingClientRect();
  const { valueMissing, typeMismatch } = field.validity;
  const sentence = valueMissing ? t("validity.missing") : typeMismatch ? t("validity.noAddress") : "";
  return (
    <Portal>
      <Paper role="alert" withBorder className={classes.bubble ?? ""} style={{ left, top: bottom }}>
        <Group gap={6} wrap="nowrap">
          <IconAlertCircle size={16} stroke={1.75} color="var(--fault)" aria-hidden />
          <Text size="sm">{sentence === "" ? field.validationMessage : sentence}</Text>
        </Group>
      </Paper>
    </Portal>
  );
}

/** The field is being mended, or left, also with all that is around it. */
const endings = ["input", "focusout", "pointerdown", "keydown"] as const;
