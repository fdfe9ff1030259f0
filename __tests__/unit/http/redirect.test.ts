import { describe, expect, it } from '@jest/globals';
import { redirectOf } from '../../../src/http/redirect.ts';

const URL_ASKED = 'https://x.awsapprunner.com/a/b?c=1';

describe('a redirect', () => {
  it.each<[location: string, url: string]>([
    ['/login', 'https://x.awsapprunner.com/login'],
    ['d?e=2', 'https://x.awsapprunner.com/a/d?e=2'],
    ['https://X.awsapprunner.com:443/a', 'https://x.awsapprunner.com/a'],
    ['//x.awsapprunner.com/a', 'https://x.awsapprunner.com/a'],
    // What an application says that does not know of the TLS in front of it.
    ['http://x.awsapprunner.com/a/b/', 'https://x.awsapprunner.com/a/b/'],
  ])('to %s stays here', (location, url) => {
    expect(redirectOf(URL_ASKED, 301, location)).toEqual({ kind: 'here', url });
  });

  it.each<[location: string, url: string]>([
    ['https://y.awsapprunner.com/a', 'https://y.awsapprunner.com/a'],
    ['//evil.example/a', 'https://evil.example/a'],
    ['/\\evil.example/a', 'https://evil.example/a'],
    ['https://x.awsapprunner.com:8443/a', 'https://x.awsapprunner.com:8443/a'],
    ['https://x.awsapprunner.com.evil.example/', 'https://x.awsapprunner.com.evil.example/'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['http://[', 'http://['],
  ])('to %s leads elsewhere', (location, url) => {
    expect(redirectOf(URL_ASKED, 302, location)).toEqual({ kind: 'elsewhere', url });
  });

  it('from http to https stays here', () => {
    expect(redirectOf('http://127.0.0.1:8080/a', 308, 'https://127.0.0.1:8080/a')).toEqual({
      kind: 'here',
      url: 'https://127.0.0.1:8080/a',
    });
  });

  it.each([200, 201, 300, 304, 404, 500])('is no answer of %d', (status) => {
    expect(redirectOf(URL_ASKED, status, '/login')).toBeUndefined();
  });

  it('says where it leads', () => {
    expect(redirectOf(URL_ASKED, 302, undefined)).toBeUndefined();
  });
});
