/** What was worked on took longer than anybody waits for it. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

/** The result of the work, or {@link TooLate} after `seconds`. The work itself goes on, for nobody can stop it. */
export function within<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooLate(`nothing was ready after ${seconds} seconds`));
    }, seconds * 1000);
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
