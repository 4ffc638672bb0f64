// Runs in the page that is measured, whichever it is, before its own scripts.
globalThis.probes = (() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Called in a frame: after it was painted. */
  const afterFrame = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  /** After the frame that is due now was painted. */
  const painted = () => frame().then(afterFrame);
  const mouse = (target, type, x, y) =>
    target.dispatchEvent(
      new MouseEvent(type, {
        view: window,
        bubbles: true,
        cancelable: true,
        button: 0,
        buttons: 1,
        clientX: x,
        clientY: y,
      }),
    );
  /** Pixels. */
  const radius = 120;
  /** Milliseconds after which nothing comes any more. */
  const patienceMs = 20_000;
  /** Radians from one move to the next: 30 pixels, so that each takes a card to another place on the grid. */
  const step = 1 / 4;
  const middleOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + Math.min(height / 2, 20) };
  };

  /**
   * Where a pull is at an angle: on a circle through where it began, on the side of the middle of the window. Near an edge, and
   * outside of it, the canvas would move by itself.
   */
  function onCircle(from, angle) {
    const [dx, dy] = [window.innerWidth / 2 - from.x, window.innerHeight / 2 - from.y];
    const far = Math.hypot(dx, dy) || 1;
    const [ux, uy] = [dx / far, dy / far];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return { x: from.x + radius * (ux - ux * cos + uy * sin), y: from.y + radius * (uy - ux * sin - uy * cos) };
  }

  /**
   * Pulls at an element for some time, in a circle. The next move comes when the last one is painted: a page that answers
   * later than in the frame of the move gains nothing by it. Frames a second, and the median from a move to its paint.
   */
  async function pull(element, moved, from, ms) {
    const place = () => moved.style.transform;
    const move = (angle) => {
      const { x, y } = onCircle(from, angle);
      mouse(window, "mousemove", x, y);
    };
    mouse(element, "mousedown", from.x, from.y);
    await frame();
    // The first move only tells a pull from a click.
    move(step);
    await painted();
    const waits = [];
    const began = performance.now();
    const isOver = () => performance.now() - began > ms;
    for (let count = 2; !isOver(); count += 1) {
      const at = performance.now();
      const before = place();
      move(count * step);
      do await painted();
      while (place() === before && !isOver());
      waits.push(performance.now() - at);
    }
    const seconds = (performance.now() - began) / 1000;
    // Back to where it was, so that the next pull begins where it would have.
    move(0);
    await painted();
    mouse(window, "mouseup", from.x, from.y);
    await painted();
    waits.sort((a, b) => a - b);
    return { perSecond: waits.length / seconds, medianMs: waits[Math.floor(waits.length / 2)] };
  }

  /** When an event of that kind came that is the one meant. */
  const timeOf = (target, type, isMeant) =>
    new Promise((resolve) => {
      const heed = (event) => {
        if (!isMeant(event)) return;
        target.removeEventListener(type, heed, { capture: true });
        // The page may have answered it before we hear of it.
        resolve(event.timeStamp);
      };
      target.addEventListener(type, heed, { capture: true });
    });
  /** Milliseconds from then until what is waited for is painted. */
  const paintedMs = async (at, isThere) => {
    do {
      await frame();
      if (performance.now() - at > patienceMs) throw new Error("What is waited for never comes.");
    } while (!isThere());
    await afterFrame();
    return performance.now() - at;
  };

  return {
    painted,
    pan(ms) {
      const pane = document.querySelector(".react-flow__pane");
      const { x, y, width, height } = pane.getBoundingClientRect();
      const viewport = document.querySelector(".react-flow__viewport");
      return pull(pane, viewport, { x: x + width / 2, y: y + height - 60 }, ms);
    },
    drag(selector, ms) {
      const node = document.querySelector(selector);
      return pull(node, node.closest(".react-flow__node"), middleOf(node), ms);
    },
    /** From a key in a field to its paint: the median in milliseconds. The keys come from outside. */
    watchKeys(field) {
      const waits = [];
      field.addEventListener("keydown", () => {
        const at = performance.now();
        void painted().then(() => waits.push(performance.now() - at));
      });
      globalThis.keyWaits = waits;
    },
    medianKeyMs() {
      const waits = [...globalThis.keyWaits].sort((a, b) => a - b);
      return waits[Math.floor(waits.length / 2)];
    },
    /** From the change that makes a field hold a value to the paint of a text on the page. */
    async untilText(field, value, selector, text) {
      const at = await timeOf(field, "input", () => field.value === value);
      return await paintedMs(at, () => document.querySelector(selector)?.textContent.includes(text));
    },
    /** From the next Ctrl+Z to the paint of what it changes in an element. */
    async untilUndone(element) {
      const before = element.textContent;
      const at = await timeOf(window, "keydown", (event) => event.ctrlKey && event.key === "z");
      return await paintedMs(at, () => element.textContent !== before);
    },
  };
})();
