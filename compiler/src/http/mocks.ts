import { z } from "zod";
import { type HttpMock, httpMethods } from "../line/http.ts";

const mock = z.strictObject({
  method: z.enum(httpMethods).optional(),
  url: z.string(),
  status: z.int().min(100).max(599).optional(),
  body: z.unknown().optional(),
  fault: z.string().optional(),
});

/** What web servers answer in a simulation, as people write it into a file: a list of {@link HttpMock}. */
export const httpMocks: z.ZodType<readonly HttpMock[]> = z.array(mock);
