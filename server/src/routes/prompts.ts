import { z } from "zod";
import { json, nothing } from "../api/answer.ts";
import { bytesBody, jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { maxAudioBytes } from "../use-cases/resources/inspect-audio.ts";
import { addPrompt, deletePrompt, listPrompts, renamePrompt, replaceAudio } from "../use-cases/resources/prompts.ts";

const name = z.string().trim().min(1).max(120);
const prompt = z
  .strictObject({
    id: z.string(),
    name,
    format: z.enum(["wav", "mp3"]),
    codec: z.string(),
    seconds: z.number(),
    channels: z.int(),
    sampleRate: z.int(),
    bytes: z.int(),
    updatedAt: time,
    address: z.url(),
    path: z.string(),
  })
  .meta({ id: "Prompt" });
const user = z.strictObject({ id: z.string(), name: z.string() });
const audio = bytesBody(["audio/wav", "audio/mpeg", "application/octet-stream"], maxAudioBytes);

/** `/api/prompts`: the sounds that flows play. */
export const promptRoutes = {
  listPrompts: route({
    method: "GET",
    path: "/prompts",
    role: "viewer",
    summary: "Sounds by name, each with the flows that play it",
    answer: json(z.strictObject({ prompts: z.array(prompt.safeExtend({ usedBy: z.array(user) })) })),
    run: async (deps) => ({ prompts: await listPrompts(deps) }),
  }),
  addPrompt: route({
    method: "POST",
    path: "/prompts",
    role: "editor",
    summary: "Keep a WAV or MP3 file under a name",
    query: z.object({ name }),
    body: audio,
    answer: json(prompt, 201),
    refusals: ["not-audio"],
    run: (deps, { query, body }) => addPrompt(deps, { name: query.name, audio: body }),
  }),
  replaceAudio: route({
    method: "PUT",
    path: "/prompts/:id/audio",
    role: "editor",
    summary: "Put another WAV or MP3 file in its place; flows play it from now on",
    body: audio,
    answer: json(prompt),
    refusals: ["not-found", "not-audio"],
    run: (deps, { params, body }) => replaceAudio(deps, { id: params.id, audio: body }),
  }),
  renamePrompt: route({
    method: "PUT",
    path: "/prompts/:id",
    role: "editor",
    summary: "Give a sound another name",
    body: jsonBody(z.strictObject({ name })),
    answer: json(prompt),
    refusals: ["not-found"],
    run: (deps, { params, body }) => renamePrompt(deps, { id: params.id, name: body.name }),
  }),
  deletePrompt: route({
    method: "DELETE",
    path: "/prompts/:id",
    role: "editor",
    summary: "Delete a sound that no flow plays",
    answer: nothing,
    refusals: ["not-found", "in-use"],
    run: (deps, { params }) => deletePrompt(deps, params.id),
  }),
} satisfies Routes;
