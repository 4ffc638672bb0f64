/** Each may do what those before it may. */
export const roles = ["viewer", "editor", "publisher", "admin"] as const;

export type Role = (typeof roles)[number];

/** What a route asks for at least; "anyone" needs no login. */
export type MinimalRole = Role | "anyone";

/** Whoever asks: somebody who is signed in, or a program with a token of theirs. */
export interface Who {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The name of the token, when it is a program. */
  readonly token?: string;
}

export function mayDo(role: Role, minimal: MinimalRole): boolean {
  return minimal === "anyone" || roles.indexOf(role) >= roles.indexOf(minimal);
}

export function lesserOf(one: Role, other: Role): Role {
  return mayDo(one, other) && other !== one ? other : one;
}
