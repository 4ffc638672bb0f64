import { describe, expect, it } from "vitest";
import { nearestCard } from "../../editor/src/model/nearest-card.ts";
import { createReadingOrder } from "../../editor/src/model/reading-order.ts";
import { flow } from "../support/flow-builder.ts";

const card = (x: number, y: number) => ({ x, y, width: 200, height: 100 });
const others = new Map([
  ["right", card(300, 20)],
  ["far right", card(700, 0)],
  ["below", card(40, 300)],
  ["far beside", card(100, 900)],
]);
const from = card(0, 0);

describe("the card that lies next in a direction", () => {
  it("is the nearest that lies there", () => {
    expect(nearestCard(from, others, { x: 1, y: 0 })).toBe("right");
    expect(nearestCard(from, others, { x: 0, y: 1 })).toBe("below");
  });

  it("is none where none lies", () => {
    expect(nearestCard(from, others, { x: -1, y: 0 })).toBeUndefined();
    expect(nearestCard(from, others, { x: 0, y: -1 })).toBeUndefined();
  });

  it("is rather one in the way than a nearer one beside it", () => {
    const two = new Map([
      ["beside", card(180, 260)],
      ["ahead", card(450, 0)],
    ]);
    expect(nearestCard(from, two, { x: 1, y: 0 })).toBe("ahead");
  });
});

describe("the reading order of cards", () => {
  const drawn = flow({
    steps: { bye: "hang-up", ask: "menu", lost: "say", in: "incoming-call" },
    edges: ["in > ask.exhausted > bye"],
  });
  const order = (of: typeof drawn, read = createReadingOrder()) => read(of).map(({ id }) => id);

  it("is the one a call comes to them in, and then what no call comes to", () => {
    expect(order(drawn)).toEqual(["in", "ask", "bye", "lost"]);
  });

  it("holds the steps as they are now, and follows lines that lead elsewhere", () => {
    const read = createReadingOrder();
    order(drawn, read);
    const typed = { ...drawn, steps: drawn.steps.map((step) => ({ ...step, label: "New" })) };
    expect(read(typed).map(({ label }) => label)).toEqual(["New", "New", "New", "New"]);
    const led = { ...drawn, edges: [{ from: "in", port: "next", to: "lost" }, ...drawn.edges.slice(1)] };
    expect(order(led, read).slice(0, 2)).toEqual(["in", "lost"]);
  });
});
