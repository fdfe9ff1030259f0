import { getOctokit } from '@actions/github';
import { type GitHubOptions, type LocalGitHub, startGitHub } from '../../local-aws/github/start.ts';

/** The parts of a refusal that a client reads. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly errors: unknown;
  readonly page: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A started GitHub with the client that actions use, and a plain one. */
export interface GitHubFixture {
  readonly github: LocalGitHub;
  readonly octokit: ReturnType<typeof getOctokit>;
  /** For calls by name. */
  readonly home: { readonly owner: string; readonly repo: string };
  /** Sends a request as it is; `path` is below the API or a whole URL. */
  send(method: string, path: string, body?: unknown, headers?: object): Promise<Response>;
  close(): Promise<void>;
}

/** The repository of the tests and the path of its endpoints. */
export const repository = 'octo-org/shop';
export const base = `/repos/${repository}`;

/** A commit's SHA that is easy to tell from others. */
export const commit = (digit: string): string => digit.repeat(40);

export async function startFixture(
  options: Partial<GitHubOptions> & { readonly form?: 'github.com' } = {},
): Promise<GitHubFixture> {
  const github = await startGitHub({ repository, ...options });
  const baseUrl = options.form === 'github.com' ? github.serverUrl : github.apiUrl;
  const octokit = getOctokit(github.token, { baseUrl, log: silent });
  const send: GitHubFixture['send'] = (method, path, body, headers) =>
    fetch(path.startsWith('http') ? path : `${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${github.token}`, ...headers },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
  const [owner = '', repo = ''] = repository.split('/');
  return { github, octokit, home: { owner, repo }, send, close: () => github.close() };
}

const nothing = () => {};
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** What a call of the client is refused with. Throws when it isn't. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const error = Object(await call.then(nothing, (refused: unknown) => refused));
  const { data, headers } = error.response ?? {};
  if (data === undefined) throw new Error(`Not refused by an answer: ${error.message ?? 'done'}`);
  return {
    status: error.status,
    message: data.message,
    errors: data.errors,
    page: data.documentation_url,
    headers,
  };
}
