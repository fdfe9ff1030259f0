import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../../../src/diagnosis/access-log.ts';

describe('the answer to a health check', () => {
  it.each([
    [401, '127.0.0.1 - - [01/May/2024:10:00:00 +0000] "GET /healthz HTTP/1.1" 401 12 "-" "ELB"'],
    [401, 'INFO:     169.254.1.1:4321 - "GET /healthz HTTP/1.1" 401 Unauthorized'],
    [404, '127.0.0.1 - - [01/May/2024 10:00:00] "GET /healthz HTTP/1.1" 404 -'],
    [401, 'GET /healthz 401 1.2 ms - 12'],
    [401, 'GET /healthz?probe=1 401 1.2 ms - 12'],
    [401, 'GET /healthz -> 401'],
    [401, '401 GET /healthz'],
    [401, '[GIN] 2024/05/01 - 10:00:00 | 401 |     12.3µs |  10.0.0.1 | GET      "/healthz"'],
    [401, '10:00:00 | 401 |   0s | 127.0.0.1 | GET | /healthz'],
    [401, '{"level":30,"req":{"method":"GET","url":"/healthz"},"res":{"statusCode":401}}'],
    [401, '{"status":401,"method":"GET","path":"/healthz"}'],
    [503, 'level=info method=GET path=/healthz status=503 took=1ms'],
    [200, '"GET /healthz HTTP/1.1" 200'],
  ])('is seen to be %d in: %s', (status, line) => {
    expect(statusOf('/healthz', [line])).toBe(status);
  });

  it.each([
    'GET /healthz/deep 500',
    'GET /other 500',
    'GET /healthz 12.3 ms',
    'POST /api 201',
    'Started GET "/healthz" for 10.0.0.1 at 2024-05-01',
  ])('is not to be seen in: %s', (line) => {
    expect(statusOf('/healthz', [line])).toBeUndefined();
  });

  it('is the last one', () => {
    expect(statusOf('/', ['GET / 503', 'GET / 401', 'GET /x 200'])).toBe(401);
  });

  it('comes lines after the request in Rails', () => {
    const lines = [
      'Started GET "/healthz" for 10.0.0.1 at 2024-05-01 10:00:00 +0000',
      'Processing by HealthController#show as */*',
      'Completed 401 Unauthorized in 2ms',
    ];
    expect(statusOf('/healthz', lines)).toBe(401);
  });
});
