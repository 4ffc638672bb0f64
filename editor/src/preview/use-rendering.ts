import type { Flow } from "@ozflow/compiler";
import { useEffect, useMemo, useState } from "react";
import { newestOnly } from "../worker/newest-only.ts";
import type { Cost, Rendering, Trace } from "../worker/protocol.ts";
import { useDocument, useWorkplace } from "../workplace.tsx";

/** Stands for the server's address in the preview. */
const sampleBaseUrl = "https://your-server/c/flow";
/** Quiet time after the last change before anything is measured, in milliseconds. */
const measureAfterMs = 600;

/** The documents of the flow as it is drawn; undefined until they are there for the first time. */
export function useRendering(trace: Trace): Rendering | undefined {
  const { compiler } = useWorkplace();
  const flow = useDocument((state) => state.flow);
  const [rendering, setRendering] = useState<Rendering>();
  const render = useMemo(
    () =>
      newestOnly((what: { readonly flow: Flow; readonly trace: Trace }) =>
        compiler.render(what.flow, sampleBaseUrl, what.trace),
      ),
    [compiler],
  );
  useEffect(() => {
    let current = true;
    void render({ flow, trace }).then((made) => {
      if (current && made !== undefined) setRendering(made);
    });
    return () => {
      current = false;
    };
  }, [render, flow, trace]);
  return rendering;
}

/** What the flow costs. Undefined while it is being measured; measuring waits until the documents have been shown. */
export function useCost(isRendered: boolean): Cost {
  const { compiler } = useWorkplace();
  const flow = useDocument((state) => state.flow);
  const [known, setKnown] = useState<{ readonly about: Flow; readonly cost: Cost }>();
  useEffect(() => {
    if (!isRendered) return;
    let current = true;
    const timer = setTimeout(() => {
      void compiler.measure(flow).then((cost) => {
        if (current) setKnown({ about: flow, cost });
      });
    }, measureAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
      compiler.dropMeasuring();
    };
  }, [compiler, flow, isRendered]);
  return known?.about === flow ? known.cost : undefined;
}
