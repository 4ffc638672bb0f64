/**
 * A read that several want at about the same time becomes one for all of them. It begins after the last of them has asked, so
 * nobody is shown anything older than the question.
 */
export function sharedRead<Result>(read: (key: string) => Promise<Result>): (key: string) => Promise<Result> {
  const asked = new Map<string, Promise<Result>>();

  async function readNextTurn(key: string): Promise<Result> {
    await new Promise(setImmediate);
    asked.delete(key);
    return await read(key);
  }

  return (key) => {
    const shared = asked.get(key) ?? readNextTurn(key);
    asked.set(key, shared);
    return shared;
  };
}
