/** What was worked on took longer than anybody waits for it. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

/** The result of the work, or {@link TooLate} after `seconds`. The work itself goes on, for nobody can stop it. */
export async function within<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`nothing was ready after ${seconds} seconds`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
