import type { Flow } from "@ozflow/compiler";

/**
 * A flow of about `steps` steps in the proportions of a real one: menus that lead to menus, sentences, transfers with a
 * way out, PINs, decisions, messages; some ways lead back to the main menu. The same number gives the same flow.
 */
export function largeFlow(steps: number): Flow {
  const made: Flow["steps"][number][] = [];
  const edges: Flow["edges"][number][] = [];
  const add = (kind: string, type: string, data: Record<string, unknown>): string => {
    const id = `${kind}-${String(made.length).padStart(5, "0")}`;
    made.push({ id, type, label: `${kind} ${made.length}`, data });
    return id;
  };
  const connect = (from: string, port: string, to: string) => edges.push({ from, port, to });
  const ask = {
    timeoutSeconds: 5,
    attempts: 3,
    noInputPrompt: { say: "I did not hear a key." },
    invalidPrompt: { say: "That is not an option." },
  };
  const menu = (depth: number) =>
    add("menu", "menu", {
      ...ask,
      prompt: {
        say: `For the first of section ${depth}, press 1. For the second, press 2. For more, press 3. For somebody, press 0.`,
      },
      options: ["1", "2", "3", "0"].map((key) => ({ key, label: `Option ${key}` })),
    });

  const call = add("call", "incoming-call", {});
  const bye = add("bye", "hang-up", {});
  const operator = add("operator", "transfer", { target: "2000" });
  connect(operator, "failed", bye);
  const main = menu(0);
  connect(call, "next", main);
  const open: { readonly from: string; readonly port: string }[] = [];
  const openMenu = (id: string) => {
    for (const port of ["1", "2", "3"]) open.push({ from: id, port });
    connect(id, "0", operator);
    connect(id, "exhausted", operator);
  };
  openMenu(main);

  for (let count = 0; made.length < steps; count += 1) {
    const slot = open.shift();
    if (slot === undefined) break;
    const { from, port } = slot;
    const chain = (id: string, next = "next") => {
      connect(from, port, id);
      open.push({ from: id, port: next });
    };
    switch (count % 8) {
      case 0:
      case 3: {
        const id = menu(count);
        connect(from, port, id);
        openMenu(id);
        break;
      }
      case 1:
      case 5:
        chain(add("say", "say", { say: `This is sentence number ${count}, and it says what a caller came to hear.` }));
        break;
      case 2: {
        const id = add("transfer", "transfer", { target: String(2000 + (count % 500)) });
        connect(from, port, id);
        open.push({ from: id, port: "failed" });
        break;
      }
      case 4:
        chain(add("set", "set-variable", { assignments: [{ variable: "visits", value: "visits + 1" }] }));
        break;
      case 6: {
        const id = add("condition", "condition", { cases: [{ name: "often", when: "visits > 2" }] });
        connect(from, port, id);
        open.push({ from: id, port: "often" }, { from: id, port: "otherwise" });
        break;
      }
      case 7: {
        const id = add("account", "collect-digits", {
          ...ask,
          prompt: { say: "Please enter your account." },
          minDigits: 6,
          maxDigits: 6,
          saveTo: "account",
        });
        connect(from, port, id);
        open.push({ from: id, port: "entered" });
        connect(id, "exhausted", operator);
        break;
      }
    }
  }
  for (const [index, { from, port }] of open.entries()) connect(from, port, index % 3 === 0 ? main : bye);
  return {
    formatVersion: 1,
    name: `Large flow of ${steps} steps`,
    languages: ["en-US"],
    variables: [
      { name: "visits", type: "number" },
      { name: "account", type: "text" },
    ],
    steps: made,
    edges,
    notes: [],
    layout: Object.fromEntries(
      made.map((step, index) => [step.id, { x: (index % 40) * 320, y: Math.floor(index / 40) * 240 }]),
    ),
  };
}
