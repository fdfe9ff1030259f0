import type { Role } from '../ports.ts';
import { type ArnKind, ROLE, readArn } from './arns.ts';
import type { InputReader } from './reader.ts';

/** The name alone would not say in which account the role is, and nothing else does. */
const ROLE_TO_ASSUME: ArnKind = {
  ...ROLE,
  allowed: 'the ARN of an IAM role, with its account',
  example: 'arn:aws:iam::123456789012:role/deploy-hello',
};

/** Inputs about the role; they mean nothing without `role-to-assume`. */
const ABOUT_ROLE = ['role-session-name', 'role-duration-seconds', 'audience'];

/** As aws-actions/configure-aws-credentials has them. */
const SESSION_NAME = 'GitHubActions';
const DURATION_SECONDS = 3_600;
const AUDIENCE = 'sts.amazonaws.com';

/**
 * Reads which role this step assumes; undefined where the credentials are those of the SDK's
 * default chain. Limits are those of AssumeRoleWithWebIdentity (STS API model).
 */
export function readRole(reader: InputReader): Role | undefined {
  const arn = readArn(reader, 'role-to-assume', ROLE_TO_ASSUME);
  const sessionName = reader.matching('role-session-name', /^[\w+=,.@-]{2,64}$/, {
    allowed: '2 to 64 of A-Z a-z 0-9 _ + = , . @ -',
    example: 'role-session-name: deploy-hello',
  });
  const durationSeconds = reader.integer('role-duration-seconds', 900, 43_200, DURATION_SECONDS);
  const audience = reader.matching('audience', /^[\x21-\x7e]{1,255}$/, {
    allowed: 'an audience of the identity provider in IAM, without spaces',
    example: `audience: ${AUDIENCE}`,
  });
  if (!reader.has('role-to-assume')) refuseAlone(reader);
  return arn === undefined
    ? undefined
    : {
        arn,
        sessionName: sessionName ?? SESSION_NAME,
        durationSeconds: durationSeconds ?? DURATION_SECONDS,
        audience: audience ?? AUDIENCE,
      };
}

/** A role that is empty, as an unset variable leaves it, would else be seen as missing credentials. */
function refuseAlone(reader: InputReader): void {
  const named = ABOUT_ROLE.find((name) => reader.has(name));
  if (named === undefined || reader.complainedAbout(named)) return;
  reader.problem(
    `Input 'role-to-assume' is missing, and '${named}' is about it. Example: role-to-assume: ${ROLE_TO_ASSUME.example}`,
  );
}
