import { expect, test } from "vitest";
import { listen } from "../../server/src/listen.ts";

test("what is asked while the server still gets ready is answered when it is, each request once", async () => {
  const server = await listen("127.0.0.1", 0);
  const asked = ["one", "two", "three"].map((body) => fetch(server.url, { method: "POST", body }));
  // They are there before anybody can answer.
  await fetch(server.url, { signal: AbortSignal.timeout(300) }).catch(() => undefined);
  let count = 0;
  server.serve((request, response) => {
    count += 1;
    request.pipe(response);
  });
  const answers = await Promise.all(asked.map(async (answer) => (await answer).text()));
  expect(answers).toEqual(["one", "two", "three"]);
  expect(await (await fetch(server.url, { method: "POST", body: "later" })).text()).toBe("later");
  expect(count).toBe(5);
  await server.stop();
});
