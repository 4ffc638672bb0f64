import type { Flow } from "../flow/index.ts";

/** Pixels from one layer of cards to the next, and from card to card in a layer. */
const layerHeight = 170;
const columnWidth = 300;

/** Cards in layers by how many lines lead to them from where calls begin; what nobody comes to lies below. */
export function layOut(
  steps: Flow["steps"],
  edges: Flow["edges"],
  entries: readonly string[],
): { readonly layout: Flow["layout"]; readonly height: number } {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const layers: string[][] = [];
  const placed = new Set<string>();
  const spread = (roots: readonly string[]) => {
    for (let layer = roots.filter((id) => !placed.has(id)); layer.length > 0; ) {
      for (const id of layer) placed.add(id);
      layers.push(layer);
      layer = [...new Set(layer.flatMap((id) => targets.get(id) ?? []))].filter((id) => !placed.has(id));
    }
  };
  spread(entries);
  const isLedTo = new Set(edges.map((edge) => edge.to));
  const left = steps.map((step) => step.id).filter((id) => !placed.has(id));
  spread(left.filter((id) => !isLedTo.has(id)));
  spread(left);
  const layout = layers.flatMap((layer, y) =>
    layer.map((id, x) => [id, { x: (x - (layer.length - 1) / 2) * columnWidth, y: y * layerHeight }] as const),
  );
  return { layout: Object.fromEntries(layout), height: layers.length * layerHeight };
}
