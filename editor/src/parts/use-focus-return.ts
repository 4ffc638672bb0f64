import { useEffect } from "react";

/** When this part is gone, the focus is where it was before it came. */
export function useFocusReturn(): void {
  useEffect(() => {
    const before = document.activeElement;
    // What was chosen in a menu goes with it; the button that opened it stays, and names it.
    const menu = before?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
    return () => {
      const places = [before, document.getElementById(menu ?? ""), document.querySelector('[data-region="canvas"]')];
      const place = places.find((one) => one instanceof HTMLElement && one.isConnected && one !== document.body);
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    };
  }, []);
}
