import { z } from "zod";
import { hoursOf } from "../../expressions/expressions.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";

const schema = z.strictObject({
  calendar: field(z.string().regex(/^[\w-]{0,64}$/, said`choose a calendar`.message), {
    title: "Calendar",
    control: "calendar",
  }),
});

/** Go by whether anybody was there when the call began. Decided by our server, never by the PBX. */
export const businessHours = defineStep<z.infer<typeof schema>>({
  type: "business-hours",
  title: "Business hours",
  description: "Goes by whether you are open when the call begins",
  icon: "ClockHour4",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { calendar: "" },
  ports: () => [
    { id: "open", title: said`Open`, kind: "next" },
    { id: "closed", title: said`Closed`, kind: "choice" },
    { id: "holiday", title: said`Holiday`, kind: "choice", otherwise: "closed" },
  ],
  summary: ({ calendar }) => (calendar === "" ? said`No calendar yet` : `calendar:${calendar}`),
  check: ({ calendar }) =>
    calendar === ""
      ? [
          {
            code: "calendar-not-chosen",
            severity: "error",
            ...said`callers would be told that you are open, day and night; choose a calendar.`,
            path: ["calendar"],
          },
        ]
      : [],
  emit({ calendar }, out) {
    const when = (state: string) => ({ when: `${hoursOf(calendar)} == "${state}"`, to: out.port(state) });
    out.at(out.label(), { op: "choose", cases: [when("closed"), when("holiday")], otherwise: out.port("open") });
  },
  // biome-ignore lint/correctness/useYield: what is known of the call takes no time on the line.
  *simulate({ calendar }, call) {
    return call.hours(calendar);
  },
});
