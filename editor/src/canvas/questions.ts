import { type Flow, findStepDefinition, type StepDefinition, stepDefinitions } from "@ozflow/compiler";
import type { ActionContext } from "../commands/action.ts";
import { findAction, runAction } from "../commands/actions.ts";
import { placeBeside } from "../commands/add-beside.ts";
import { commitAndSelect } from "../commands/selection.ts";
import { waysFor } from "../commands/ways.ts";
import { addStep, connect, insertStep, replaceStep } from "../model/changes/index.ts";
import { waysHere } from "../model/leads-here.ts";
import { stepsInOrder, wayId } from "../model/outline.ts";
import { canBeLedTo, summaryOf } from "../model/ports.ts";
import { titleOf } from "../model/step-words.ts";
import type { Question } from "../model/view-store.ts";
import { contextsOf, splitByContext } from "../palette/families.ts";
import { searchSteps } from "../palette/search-steps.ts";

/** Pixels from the left upper corner of a card to its target handle. */
const handleOffsetY = 25;

export interface Answer {
  readonly id: string;
  readonly title: string;
  /** Told beside the title, in a quieter voice. */
  readonly hint?: string;
  /** The kind of step whose picture stands before it. */
  readonly type?: string;
}

type Of<Asks extends Question["asks"]> = Extract<Question, { readonly asks: Asks }>;

interface Asking<Asks extends Question["asks"]> {
  answers(question: Of<Asks>, flow: Flow, query: string): readonly Answer[];
  take(question: Of<Asks>, id: string, context: ActionContext): void;
}

const askings: { readonly [Asks in Question["asks"]]: Asking<Asks> } = {
  "next-step": {
    answers: ({ from }, flow, query) => kinds(stepsAfter(kindOf(flow, from.step), contextsOf(flow)), query),
    take({ from, position }, type, { editor, surface }) {
      commitAndSelect(editor, addStep(type, { x: position.x, y: position.y - handleOffsetY }, from));
      surface.showSelection();
    },
  },
  "inserted-step": {
    answers: ({ into }, flow, query) => kinds(stepsAfter(kindOf(flow, into.step), contextsOf(flow)), query),
    take({ into }, type, { editor, surface }) {
      commitAndSelect(editor, insertStep(type, placeBeside(editor, into.step), into));
      surface.showSelection();
    },
  },
  replacement: {
    answers: ({ step }, flow, query) => kinds(stepsInPlaceOf(kindOf(flow, step), contextsOf(flow)), query),
    take: ({ step }, type, { editor }) => editor.document.commit(replaceStep(step, type)),
  },
  way: {
    answers: ({ step, deed }, flow, query) =>
      matching(
        waysFor(deed, flow, step).map(({ port, to }) => ({
          id: port.id,
          title: port.title,
          hint: to === undefined ? "" : nameOf(to),
        })),
        query,
      ),
    take({ step, deed }, port, context) {
      context.editor.view.selectWay({ step, port });
      runAction(findAction(deed), context);
    },
  },
  target: {
    answers: (_, flow, query) => matching(stepsInOrder(flow).filter(canBeLedTo).map(answerOf), query),
    take: ({ from }, step, { editor }) => editor.document.commit(connect(from, step)),
  },
  source: {
    answers: ({ step }, flow, query) =>
      matching(
        waysHere(flow, step).map((way) => ({ id: wayId(way), title: way.label, hint: way.portTitle })),
        query,
      ),
    take: (question, id, { editor, surface }) => {
      const way = waysHere(editor.document.getState().flow, question.step).find((one) => wayId(one) === id);
      if (way === undefined) return;
      editor.view.selectWay({ step: way.step, port: way.port });
      surface.showSelection();
    },
  },
};

export function answersTo(question: Question, flow: Flow, query: string): readonly Answer[] {
  return askingOf(question).answers(question, flow, query);
}

export function takeAnswer(question: Question, id: string, context: ActionContext): void {
  askingOf(question).take(question, id, context);
}

/** The compiler cannot see that a question and its entry in the table belong together; the table's type says so. */
function askingOf(question: Question): Asking<Question["asks"]> {
  return askings[question.asks] as Asking<Question["asks"]>;
}

function kindOf(flow: Flow, id: string): StepDefinition | undefined {
  return findStepDefinition(flow.steps.find((step) => step.id === id)?.type ?? "");
}

function kinds(definitions: readonly StepDefinition[], query: string): readonly Answer[] {
  return searchSteps(definitions, query).map(({ type }) => ({ id: type, title: titleOf(type), type }));
}

function answerOf(step: Flow["steps"][number]): Answer {
  return { id: step.id, title: nameOf(step), hint: summaryOf(step), type: step.type };
}

function nameOf({ id, label }: Flow["steps"][number]): string {
  return label === "" ? id : label;
}

/** Answers that hold every word; those whose title begins with what is typed come first. */
function matching(answers: readonly Answer[], query: string): readonly Answer[] {
  const typed = query.trim().toLowerCase();
  const words = typed.split(/\s+/);
  const begins = (one: Answer) => one.title.toLowerCase().startsWith(typed);
  return answers
    .filter(({ id, title, hint = "" }) => {
      const text = `${title} ${hint} ${id}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}

/** Steps that may follow: no entry, at home in a context of the one they follow and in one that the flow has. */
function stepsAfter(before: StepDefinition | undefined, contexts: string): readonly StepDefinition[] {
  return splitByContext(stepDefinitions, contexts).fitting.filter(
    ({ entry, contexts }) =>
      entry === undefined && (before === undefined || contexts.some((context) => before.contexts.includes(context))),
  );
}

/** Another beginning for a beginning; for any other step those that may stand where it stands. */
function stepsInPlaceOf(step: StepDefinition | undefined, contexts: string): readonly StepDefinition[] {
  if (step?.entry !== undefined)
    return stepDefinitions.filter(({ entry, type }) => entry !== undefined && type !== step.type);
  return stepsAfter(step, contexts).filter(({ type }) => type !== step?.type);
}
