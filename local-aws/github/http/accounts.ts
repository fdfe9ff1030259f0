import { createHash } from 'node:crypto';
import type { Links } from './links.ts';

/** Somebody at GitHub. */
export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'Bot' | 'User' | 'Organization';
}

const actionsBot = 'github-actions[bot]';

/** A number that a name always has. */
export function idByName(name: string): number {
  return createHash('sha256').update(name.toLowerCase()).digest().readUInt32BE() % 90_000_000;
}

/** The account of a login; one that ends with `[bot]` is an app's. */
export function accountOf(login: string, type: Account['type'] = 'User'): Account {
  const id = login === actionsBot ? 41_898_282 : idByName(login);
  return { login, id, type: login.endsWith('[bot]') ? 'Bot' : type };
}

export const nodeId = (kind: string, id: number) =>
  Buffer.from(`0${kind.length}:${kind}${id}`).toString('base64');

/** An account as answers show it. */
export function shownAccount({ login, id, type }: Account, { api, server }: Links) {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  const app = login.endsWith('[bot]') ? `apps/${login.slice(0, -'[bot]'.length)}` : login;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${server}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${server}/${app}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/**
 * The app that an account acts for, or null for a person. Apps of others than GitHub Actions have
 * made-up ids.
 */
export function shownApp(account: Account, links: Links) {
  if (account.type !== 'Bot') return null;
  const slug = account.login.slice(0, -'[bot]'.length);
  const ofActions = account.login === actionsBot;
  const id = ofActions ? 15_368 : idByName(slug);
  return {
    id,
    slug,
    node_id: nodeId('App', id),
    owner: shownAccount(accountOf('github', 'Organization'), links),
    name: ofActions ? 'GitHub Actions' : slug,
    description: null,
    external_url: 'https://help.github.com/en/actions',
    html_url: `${links.server}/apps/${slug}`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: { contents: 'write', deployments: 'write', metadata: 'read' },
    events: [],
  };
}
