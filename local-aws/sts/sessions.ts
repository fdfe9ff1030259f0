import { randomBytes } from 'node:crypto';
import type { Credentials } from '../protocol/signature.ts';

/** Credentials of a role that was assumed. */
export interface RoleSession extends Credentials {
  readonly sessionToken: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
  readonly arn: string;
  /** `ROLE_ID:SESSION` */
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Every role session that STS has given out. */
export class RoleSessions {
  readonly #byKey = new Map<string, RoleSession>();

  /** Makes credentials as AWS's look: an id of 20 characters, a secret of 40 and a long token. */
  open(who: Pick<RoleSession, 'arn' | 'userId' | 'expiresAt'>): RoleSession {
    const session: RoleSession = {
      ...who,
      accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: `IQoJ${randomBytes(300).toString('base64')}`,
    };
    this.#byKey.set(session.accessKeyId, session);
    return session;
  }

  find(accessKeyId: string): RoleSession | undefined {
    return this.#byKey.get(accessKeyId);
  }

  /** Those given out so far, oldest first. */
  all(): readonly RoleSession[] {
    return [...this.#byKey.values()];
  }
}
