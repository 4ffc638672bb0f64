import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import type { ListEntry } from "@ozflow/compiler";
import { type RecordingFormat, silentRecording } from "./silent-recording.ts";

export interface SandboxOptions {
  readonly folder: string;
  /** Where the virtual PBX serves it, without a slash at the end. */
  readonly url: string;
}

/** Lists of a voicemail script and the folders they come from. */
const voicemailFolders: Readonly<Record<string, string>> = {
  voicemails: "Voicemails/new",
  oldvoicemails: "Voicemails/old",
};

/** The only files the virtual PBX touches: paths in scripts are taken from this folder, and none leads out of it. */
export class Sandbox {
  private readonly folder: string;
  private readonly url: string;

  constructor({ folder, url }: SandboxOptions) {
    this.folder = resolve(folder);
    this.url = url;
  }

  recordingUrl(callId: string, number: number, format: RecordingFormat): string {
    return `${this.url}/recordings/${callId}-${number}.${format}`;
  }

  /** `url` is one of {@link recordingUrl}, and says the format. */
  async keepRecording(url: string, seconds: number): Promise<void> {
    const name = basename(new URL(url).pathname);
    await mkdir(join(this.folder, "HttpRecordings"), { recursive: true });
    const recording = await silentRecording(name.endsWith(".mp3") ? "mp3" : "wav", seconds);
    await writeFile(join(this.folder, "HttpRecordings", name), recording);
  }

  /** Undefined when there is none of this name. */
  async readRecording(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const file = this.inside(join("HttpRecordings", name));
    return file === undefined
      ? undefined
      : await readFile(file).then(
          (bytes) => new Uint8Array(bytes),
          () => undefined,
        );
  }

  /** Was it there, and is it gone? */
  async remove(path: string): Promise<boolean> {
    const file = this.inside(path);
    return file !== undefined && (await succeeds(rm(file)));
  }

  async move(path: string, directory: string): Promise<boolean> {
    const file = this.inside(path);
    const target = this.inside(directory);
    if (file === undefined || target === undefined) return false;
    await mkdir(target, { recursive: true });
    return await succeeds(rename(file, join(target, basename(file))));
  }

  /** Undefined for a name that is no list of the PBX. A voicemail `101-x.wav` was left by 101. */
  async list(name: string): Promise<readonly ListEntry[] | undefined> {
    const folder = voicemailFolders[name.toLowerCase()];
    if (folder === undefined) return undefined;
    const files = await readdir(join(this.folder, folder)).catch((): string[] => []);
    return await Promise.all(
      files.sort().map(async (file) => ({
        date: (await stat(join(this.folder, folder, file))).mtime.toISOString().slice(0, 16).replace("T", " "),
        from: file.split("-")[0] ?? "",
        message: `/${folder}/${file}`,
      })),
    );
  }

  private inside(path: string): string | undefined {
    const file = resolve(this.folder, path.replaceAll("\\", "/").replace(/^\/+/, ""));
    return file.startsWith(this.folder + sep) ? file : undefined;
  }
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
