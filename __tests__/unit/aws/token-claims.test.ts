import { describe, expect, it } from '@jest/globals';
import { subjectOf } from '../../../local-aws/github/oidc/job.ts';
import { subjectReason, tokenClaims } from '../../../src/aws/token-claims.ts';

const tokenWith = (payload: string) => `head.${Buffer.from(payload).toString('base64url')}.sig`;

describe('the claims of a token', () => {
  it('are issuer, audience and subject', () => {
    const token = tokenWith('{"iss":"https://i","aud":"a","sub":"repo:octo/hällo:ref:x","exp":1}');
    expect(tokenClaims(token)).toEqual({
      issuer: 'https://i',
      audience: 'a',
      subject: 'repo:octo/hällo:ref:x',
    });
  });

  it.each([
    ['no token', 'nonsense'],
    ['claims that are no JSON', tokenWith('{')],
    ['claims that are no object', tokenWith('null')],
    ['claims of another kind', tokenWith('{"iss":1,"aud":["a","b"],"sub":null}')],
  ])('are unknown of %s', (_name, token) => {
    const unknown = { issuer: undefined, audience: undefined, subject: undefined };
    expect(tokenClaims(token)).toEqual(unknown);
  });
});

describe('why a subject is what it is', () => {
  it.each([
    [subjectOf('octo/hello', { ref: 'refs/heads/a/b' }), 'the run is of this branch'],
    [subjectOf('octo/hello', { ref: 'refs/tags/v1' }), 'the run is of a tag'],
    [subjectOf('octo/hello', { event: 'pull_request' }), 'a pull_request run has this form'],
    [subjectOf('octo/hello', { environment: 'eu:1' }), 'the job names an environment'],
    ['repo:octo@1/hello@2:ref:refs/heads/main', 'the run is of this branch'],
    ['repository_id:74:job_workflow_ref:octo/w.yml', 'has a form of its own'],
  ])('%s', (subject, reason) => {
    expect(subjectReason(subject)).toContain(reason);
  });
});
