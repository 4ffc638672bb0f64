import { Combobox, Popover, ScrollArea, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Position } from "../model/changes/index.ts";
import type { Question } from "../model/view-store.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useFocusReturn } from "../parts/use-focus-return.ts";
import { useDocument, useWorkplace } from "../workplace.tsx";
import classes from "./canvas.module.css";
import { answersTo, takeAnswer } from "./questions.ts";
import { canvasRect } from "./show-steps.ts";

/** Asks what an action needs to know: which step, which way out. What is typed narrows the answers. */
export default function OpenQuestion({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const { view } = workplace.editor;
  const flow = useDocument((state) => state.flow);
  const [query, setQuery] = useState("");
  const answers = answersTo(question, flow, query);
  const close = () => view.setState({ question: undefined });
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other answers, of which the first is offered.
  useEffect(() => void selectFirstOption(), [query, selectFirstOption]);
  useFocusReturn();

  const title = t(question.asks === "way" ? `questions.ways.${question.deed}` : `questions.${question.asks}`);
  const search = t(question.asks === "way" || question.asks === "source" ? "questions.search" : "palette.search");
  return (
    // The key that has opened the menu was pressed outside of it, and does not close it.
    <Popover
      opened
      onDismiss={close}
      position="right-start"
      width={280}
      trapFocus
      shadow="md"
      clickOutsideEvents={["mousedown", "touchstart"]}
    >
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={title}
          className={classes.menuAnchor}
          style={seenPlace(question.screen)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={title} p={4}>
        <Combobox
          store={combobox}
          onOptionSubmit={(id) => {
            close();
            takeAnswer(question, id, workplace);
          }}
        >
          <Combobox.EventsTarget>
            <TextInput
              className={classes.quickSearch}
              aria-label={search}
              placeholder={search}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Escape" && close()}
              data-autofocus
            />
          </Combobox.EventsTarget>
          <Combobox.Options aria-label={title}>
            <ScrollArea.Autosize mah={280} type="scroll">
              {answers.map((answer) => (
                <Combobox.Option key={answer.id} value={answer.id} className={classes.answer}>
                  {answer.type !== undefined && <StepIcon type={answer.type} size={26} />}
                  <span>{answer.title}</span>
                  {answer.hint !== undefined && answer.hint !== "" && (
                    <span className={classes.answerHint}>{answer.hint}</span>
                  )}
                </Combobox.Option>
              ))}
            </ScrollArea.Autosize>
            {answers.length === 0 && <Combobox.Empty>{t("questions.nothing")}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Pixels the menu stays away from the edges of the canvas. */
const inset = 24;

/** The place, or the nearest one on the canvas: the card may lie beyond what is seen. */
function seenPlace({ x, y }: Position): { readonly left: number; readonly top: number } {
  const { left, right, top, bottom } = canvasRect();
  return {
    left: Math.max(left + inset, Math.min(x, right - inset)),
    top: Math.max(top + inset, Math.min(y, bottom - inset)),
  };
}
