/**
 * One subject, a flow most often, is looked into at a time and only the newest waits: typing faster than the answers come
 * must not queue up work. Undefined: a newer one has been asked about before this one was begun or answered.
 */
export function newestOnly<Subject, Answer>(
  ask: (subject: Subject) => Promise<Answer>,
): (subject: Subject) => Promise<Answer | undefined> {
  let busy = false;
  let next: { readonly subject: Subject; resolve(answer: Promise<Answer | undefined> | undefined): void } | undefined;

  const askNow = async (subject: Subject): Promise<Answer | undefined> => {
    busy = true;
    try {
      const answer = await ask(subject);
      return next === undefined ? answer : undefined;
    } finally {
      busy = false;
      const waiting = next;
      next = undefined;
      if (waiting !== undefined) waiting.resolve(askNow(waiting.subject));
    }
  };
  return (subject) => {
    if (!busy) return askNow(subject);
    next?.resolve(undefined);
    return new Promise((resolve) => {
      next = { subject, resolve };
    });
  };
}
