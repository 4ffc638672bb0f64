/** `npm run bench -- NAME`: measures one thing and prints a JSON line for each figure. */
const benches: Readonly<Record<string, () => Promise<{ bench(): void | Promise<void> }>>> = {
  callbacks: () => import("./callbacks.ts"),
  compile: () => import("./compile.ts"),
  rules: () => import("./rules.ts"),
  editor: () => import("./editor/editor.ts"),
  load: () => import("./load/load.ts"),
};

const name = process.argv[2] ?? "";
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (load === undefined) {
  console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 1;
} else {
  await (await load()).bench();
}

export {};
