/** What AWS looks at in a job's token; a claim that is not there is undefined. */
export interface TokenClaims {
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  readonly subject: string | undefined;
}

/** Reads the claims of a token, which are no secret: its signature is. Nothing is checked. */
export function tokenClaims(token: string): TokenClaims {
  const claims = payload(token);
  const text = (name: string) => {
    const value: unknown = claims[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { issuer: text('iss'), audience: text('aud'), subject: text('sub') };
}

function payload(token: string): Readonly<Record<string, unknown>> {
  try {
    const [, body = ''] = token.split('.');
    return { ...Object(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))) };
  } catch {
    return {};
  }
}

/**
 * Why a token's subject is what it is, so that a trust policy can be put right.
 * (https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims)
 */
export function subjectReason(subject: string): string {
  if (/:environment:[^:]+$/.test(subject)) {
    return "the job names an environment, which stands in the place of branch and 'pull_request'";
  }
  if (/:pull_request$/.test(subject)) {
    return 'a pull_request run has this form, whatever its branch; with an environment on the job it would end in environment:NAME';
  }
  if (/:ref:refs\/tags\//.test(subject)) return 'the run is of a tag';
  if (/:ref:refs\/heads\//.test(subject)) {
    return 'the run is of this branch; with an environment on the job it would end in environment:NAME';
  }
  return 'the repository or its organization has a form of its own for it';
}
