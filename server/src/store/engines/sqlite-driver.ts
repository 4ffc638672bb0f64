import { SqliteDriver } from "kysely";
import type Database from "libsql";
import Aside from "libsql/promise";
import { withStatementCache } from "./statement-cache.ts";

/**
 * To commit is to wait for the disk. Asked through its other interface, libsql does that on a thread of its own: nobody gets
 * the connection meanwhile, as in any transaction, but the process goes on.
 */
export class CommittingDriver extends SqliteDriver {
  private readonly database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: withStatementCache(database) });
    this.database = database;
  }

  override async commitTransaction(): Promise<void> {
    await Aside.prototype.exec.call(this.database, "commit");
  }
}
