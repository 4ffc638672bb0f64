import { expect, test } from "vitest";
import * as tried from "./tried.ts";

test("how many bad requests are tried, without those to web servers and those that stand in one test", () => {
  const { roleMatrix, writingRoutes, otherSites, packedBodies, fraudNumbers, ...others } = tried;
  const counts = {
    "routes × roles that are too small": roleMatrix.length,
    "writing routes × other sites": writingRoutes.length * otherSites.length,
    "compressed bodies × two routes": 2 * packedBodies.length,
    "numbers × two routes": 2 * fraudNumbers.length,
    ...Object.fromEntries(Object.entries(others).map(([name, list]) => [name, list.length])),
  };
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  console.log(`${total} bad requests: ${JSON.stringify(counts)}`);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(3);
  expect(total).toBeGreaterThanOrEqual(60);
});
