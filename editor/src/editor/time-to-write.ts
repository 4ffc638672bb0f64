/** Milliseconds in which what was typed is painted: the browser copies a large flow, which takes about as long as a frame. */
const paintMs = 30;

/** How long a page that is being left is taken to be: who is asked and stays goes on as before. Milliseconds. */
const leavingMs = 1000;

/**
 * Says when there is time to write work down: when what was typed has been painted, and at once when the page is left, for
 * then no other time comes.
 */
export function watchForTimeToWrite(): () => Promise<void> {
  let isLeaving = false;
  let begin = () => {};
  const leave = () => {
    isLeaving = true;
    setTimeout(() => {
      isLeaving = false;
    }, leavingMs);
    begin();
  };
  for (const event of ["beforeunload", "pagehide"]) window.addEventListener(event, leave);
  return () =>
    new Promise((resolve) => {
      if (isLeaving) return resolve();
      begin = resolve;
      setTimeout(resolve, paintMs);
    });
}
