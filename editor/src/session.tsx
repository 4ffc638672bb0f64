import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { api, whenSignedOut } from "./api/client.ts";
import type { User } from "./api/types.ts";
import { type Deed, mayDo } from "./rights.ts";

interface Session {
  /** Null: nobody is signed in. Undefined: not known yet. */
  readonly user: User | null | undefined;
  signedIn(user: User): void;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [user, setUser] = useState<User | null>();
  useEffect(() => {
    whenSignedOut(() => setUser(null));
    api.session().then(
      (session) => setUser(session.user),
      () => setUser(null),
    );
  }, []);
  const session = useMemo<Session>(
    () => ({
      user,
      signedIn: setUser,
      async signOut() {
        await api.signOut();
        setUser(null);
      },
    }),
    [user],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("useSession is used outside of SessionProvider");
  return session;
}

/** Whether who is signed in may do something; what they may not is not offered to them. */
export function useMay(): (deed: Deed) => boolean {
  const { user } = useSession();
  const role = user?.role;
  return useCallback((deed) => role !== undefined && mayDo(role, deed), [role]);
}
