import { randomBytes } from 'node:crypto';
import { checkTrustPolicy, type TrustPolicy } from './trust-policy.ts';

/** A role as far as STS cares. */
export interface RoleSettings {
  /** With its path, such as `deploy` or `teams/web/deploy`. */
  readonly name: string;
  readonly trust: TrustPolicy;
  /** How long a session may be at most, in seconds; default 3600, IAM's own. */
  readonly maxSessionSeconds?: number;
}

/** A role of the account. */
export interface Role extends Required<RoleSettings> {
  readonly arn: string;
  readonly id: string;
}

/** An OpenID Connect provider of the account. */
export interface OidcProvider {
  /** As tokens name it in `iss`: https://token.actions.githubusercontent.com */
  readonly issuer: string;
  /** Who tokens may be for: the provider's client ids. */
  readonly audiences: readonly string[];
  /** Where its keys are. AWS asks the issuer itself, which a machine without internet can't. */
  readonly keysUrl: string;
}

/** The roles and identity providers of the account; there are none at first. */
export class Iam {
  readonly #accountId: string;
  readonly #roles = new Map<string, Role>();
  readonly #providers = new Map<string, OidcProvider>();

  constructor(accountId: string) {
    this.#accountId = accountId;
  }

  /** Makes a role, or another of the same name in its place. Throws for a policy that AWS refuses. */
  putRole({ name, trust, maxSessionSeconds = 3600 }: RoleSettings): Role {
    checkTrustPolicy(trust);
    const id = `AROA${randomBytes(9).toString('hex').slice(0, 17).toUpperCase()}`;
    const arn = `arn:aws:iam::${this.#accountId}:role/${name}`;
    const role = { name, trust, maxSessionSeconds, arn, id };
    this.#roles.set(arn, role);
    return role;
  }

  role(arn: string): Role | undefined {
    return this.#roles.get(arn);
  }

  /** Makes a provider, or another of the same issuer in its place; answers its ARN. */
  putProvider(provider: OidcProvider): string {
    this.#providers.set(provider.issuer, provider);
    return this.providerArn(provider.issuer);
  }

  provider(issuer: string): OidcProvider | undefined {
    return this.#providers.get(issuer);
  }

  removeProvider(issuer: string): void {
    this.#providers.delete(issuer);
  }

  providerArn(issuer: string): string {
    const host = issuer.replace(/^https?:\/\//, '');
    return `arn:aws:iam::${this.#accountId}:oidc-provider/${host}`;
  }
}
