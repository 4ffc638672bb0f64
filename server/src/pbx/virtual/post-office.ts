/** A message that left the virtual PBX or came to it. */
export interface Message {
  readonly id: string;
  readonly kind: "sms" | "email" | "message";
  readonly sender: string;
  readonly recipient: string;
  readonly text: string;
}

/** Messages that are kept in each folder; older ones go. */
const maxKept = 500;

/** What was sent and what came in. Nothing leaves this process. */
export class PostOffice {
  private readonly folders = new Map<string, Message[]>();
  private last = 0;

  get sent(): readonly Message[] {
    return this.folder("outbox");
  }

  add(folder: string, message: Omit<Message, "id">): Message {
    this.last += 1;
    const kept = { ...message, id: `m${this.last}` };
    const messages = this.folder(folder);
    messages.push(kept);
    if (messages.length > maxKept) messages.shift();
    return kept;
  }

  /** The oldest first. */
  read(folder: string, limit: number, removes: boolean): readonly Message[] {
    const messages = this.folder(folder);
    return removes ? messages.splice(0, limit) : messages.slice(0, limit);
  }

  private folder(name: string): Message[] {
    const known = this.folders.get(name.toLowerCase()) ?? [];
    this.folders.set(name.toLowerCase(), known);
    return known;
  }
}
