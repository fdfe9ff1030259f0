/** The bases of the URLs in answers: those of the form of the API that was asked. */
export interface Links {
  /** Such as `http://127.0.0.1:1234/api/v3`. */
  readonly api: string;
  /** Of the web pages. */
  readonly server: string;
  /** Of the REST documentation. */
  readonly documentation: string;
}

/** A release of GitHub Enterprise Server, as its answers name it. */
export const enterpriseVersion = '3.17.0';

/** The prefix of GitHub Enterprise Server's REST API; github.com's has none. */
export const enterprisePrefix = '/api/v3';

/** The links of the API's one form or the other. */
export function linksTo(server: string, enterprise: boolean): Links {
  const [major, minor] = enterpriseVersion.split('.');
  const documentation = 'https://docs.github.com';
  return enterprise
    ? {
        api: `${server}${enterprisePrefix}`,
        server,
        documentation: `${documentation}/enterprise-server@${major}.${minor}/rest`,
      }
    : { api: server, server, documentation: `${documentation}/rest` };
}
