import { appendFileSync } from 'node:fs';
import { inputs } from './inputs.mjs';

const { 'aws-region': region = '', 'role-to-assume': role = '' } = inputs([
  'aws-region',
  'role-to-assume',
]);
const { env } = process;

/** @param {string} url @param {RequestInit} request */
async function ask(url, request) {
  const response = await fetch(url, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${text}`);
  return text;
}

const token = env.ACTIONS_ID_TOKEN_REQUEST_URL;
if (!token) throw new Error('The job may not ask for a token: it needs id-token: write.');
const { value } = JSON.parse(
  await ask(`${token}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  }),
);
const assumed = await ask(env.AWS_ENDPOINT_URL ?? '', {
  method: 'POST',
  body: new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'GitHubActions',
    WebIdentityToken: value,
  }),
});

/** @param {string} element */
const of = (element) => assumed.match(`<${element}>(.*?)</${element}>`)?.[1] ?? '';

const variables = {
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: of('AccessKeyId'),
  AWS_SECRET_ACCESS_KEY: of('SecretAccessKey'),
  AWS_SESSION_TOKEN: of('SessionToken'),
};
for (const secret of ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
  console.log(`::add-mask::${variables[secret]}`);
}
const lines = Object.entries(variables).map(([name, text]) => `${name}=${text}\n`);
appendFileSync(env.GITHUB_ENV ?? '', lines.join(''));
