/** One text or several, as IAM's JSON has it. */
type Texts = string | readonly string[];

/** The conditions that are understood; each by keys such as `token.actions.githubusercontent.com:sub`. */
export interface TrustConditions {
  readonly StringEquals?: Readonly<Record<string, Texts>>;
  readonly StringLike?: Readonly<Record<string, Texts>>;
}

/** A statement of a trust policy about tokens of an identity provider. */
export interface TrustStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: { readonly Federated: Texts };
  readonly Action: Texts;
  readonly Condition?: TrustConditions;
}

/** The document that says who may assume a role, in IAM's own shape. */
export interface TrustPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly TrustStatement[];
}

/** A token whose signature and issuer are known to be good. */
export interface TrustedToken {
  /** ARN of the identity provider that it comes from. */
  readonly provider: string;
  /** Its claims by condition key, such as `token.actions.githubusercontent.com:aud`. */
  readonly keys: Readonly<Record<string, string>>;
}

const action = 'sts:AssumeRoleWithWebIdentity';
const claims = ['aud', 'sub'];
const operators = ['StringEquals', 'StringLike'];

const list = (texts: Texts): readonly string[] => (typeof texts === 'string' ? [texts] : texts);

/** IAM's wildcards: `*` for any text, `?` for one character. */
function like(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

/** Actions have no case; names and values have. */
const isAbout = ({ Action }: TrustStatement) =>
  list(Action).some((named) => like(named.toLowerCase(), action.toLowerCase()));

function holds(
  conditions: Readonly<Record<string, Texts>> | undefined,
  token: TrustedToken,
  fits: (wanted: string, value: string) => boolean,
): boolean {
  return Object.entries(conditions ?? {}).every(([key, wanted]) => {
    const value = token.keys[key];
    return value !== undefined && list(wanted).some((one) => fits(one, value));
  });
}

function applies(statement: TrustStatement, token: TrustedToken): boolean {
  const { Principal, Condition } = statement;
  return (
    isAbout(statement) &&
    list(Principal.Federated).includes(token.provider) &&
    holds(Condition?.StringEquals, token, (wanted, value) => wanted === value) &&
    holds(Condition?.StringLike, token, like)
  );
}

/** True when a policy lets the bearer of a token assume its role: some Allow, and no Deny. */
export function trusts({ Statement }: TrustPolicy, token: TrustedToken): boolean {
  const effects = Statement.filter((each) => applies(each, token)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

/**
 * Throws for a policy that is not understood whole, since a condition that is passed over would
 * let in what AWS keeps out, and for one that AWS refuses: a statement that allows tokens of
 * GitHub's provider has to be about `sub` ("identity-provider controls for shared OIDC providers",
 * IAM User Guide).
 */
export function checkTrustPolicy({ Statement }: TrustPolicy): void {
  for (const { Effect, Principal, Condition = {} } of Statement) {
    const providers = list(Principal.Federated).map((arn) =>
      arn.replace(/^.*:oidc-provider\//, ''),
    );
    const asked = Object.entries(Condition).flatMap(([operator, keys]) => {
      if (operators.includes(operator)) return Object.keys(keys);
      throw new Error(
        `The local AWS knows no condition ${operator}, only ${operators.join(', ')}.`,
      );
    });
    for (const key of asked) {
      const known = providers.some((host) => claims.some((claim) => key === `${host}:${claim}`));
      if (!known) throw new Error(`${key} is no aud or sub of ${providers.join(', ')}.`);
    }
    const open = providers.find((host) => Effect === 'Allow' && !asked.includes(`${host}:sub`));
    if (open !== undefined) {
      throw new Error(`A role that trusts ${open} needs a condition on ${open}:sub.`);
    }
  }
}
