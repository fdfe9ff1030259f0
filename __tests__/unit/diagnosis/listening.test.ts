import { describe, expect, it } from '@jest/globals';
import { addressesIn } from '../../../src/diagnosis/listening.ts';

describe('a server that says where it listens', () => {
  it.each([
    ['listening on 9000', 9000, 'unsaid'],
    ['Listening on http://0.0.0.0:9000', 9000, 'all'],
    ['Server running on port 9000', 9000, 'unsaid'],
    ['Example app listening on port 3000!', 3000, 'unsaid'],
    ['Server is running at http://localhost:3000', 3000, 'unsaid'],
    ["Listening on port: '9000'", 9000, 'unsaid'],
    // Next.js, at home and where App Runner sets HOSTNAME
    ['   - Local:        http://localhost:3000', 3000, 'unsaid'],
    ['   - Network:      http://0.0.0.0:3000', 3000, 'all'],
    ['- Local: http://ip-172-31-136-235.ec2.internal:3000', 3000, 'instance'],
    // uvicorn, gunicorn, Flask, Django, Streamlit
    ['INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)', 8000, 'all'],
    ['[2024-05-01 10:00:00 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)', 8000, 'all'],
    [' * Running on http://127.0.0.1:5000', 5000, 'loopback'],
    [' * Running on http://10.0.0.2:5000', 5000, 'all'],
    ['Starting development server at http://127.0.0.1:8000/', 8000, 'loopback'],
    ['  URL: http://0.0.0.0:8501', 8501, 'all'],
    // Puma, WEBrick
    ['* Listening on http://0.0.0.0:3000', 3000, 'all'],
    ['* Listening on tcp://0.0.0.0:3000', 3000, 'all'],
    ['INFO  WEBrick::HTTPServer#start: pid=1 port=4567', 4567, 'unsaid'],
    // Go: net/http, Echo, Gin, Fiber
    ['2024/05/01 10:00:00 listening on :8080', 8080, 'unsaid'],
    ['2024/05/01 10:00:00 Server listening on [::]:8080', 8080, 'all'],
    ['⇨ http server started on [::]:1323', 1323, 'all'],
    ['[GIN-debug] Listening and serving HTTP on :8080', 8080, 'unsaid'],
    ['(bound on host 0.0.0.0 and port 3000)', 3000, 'all'],
    // Spring, Netty, Quarkus, Ktor
    ["Tomcat started on port(s): 8080 (http) with context path ''", 8080, 'unsaid'],
    ["Tomcat started on port 8080 (http) with context path '/'", 8080, 'unsaid'],
    ['Netty started on port 8080', 8080, 'unsaid'],
    ['hello 1.0 on JVM started in 1.234s. Listening on: http://0.0.0.0:8080', 8080, 'all'],
    ['Responding at http://0.0.0.0:8080', 8080, 'all'],
    // .NET, Rocket, PHP
    ['Now listening on: http://[::]:80', 80, 'all'],
    ['Rocket has launched from http://0.0.0.0:8000', 8000, 'all'],
    ['PHP 8.2.0 Development Server (http://0.0.0.0:8000) started', 8000, 'all'],
    // JSON and logfmt
    [
      '{"level":30,"time":1714557600000,"msg":"Server listening at http://0.0.0.0:3000"}',
      3000,
      'all',
    ],
    ['{"level":"info","msg":"listening","port":9000}', 9000, 'unsaid'],
    ['level=info msg="server started" addr=:9000', 9000, 'unsaid'],
    ['Listening on [::1]:8080', 8080, 'loopback'],
  ])('%s', (line, port, reach) => {
    expect(addressesIn([line])).toContainEqual({ port, reach });
    expect(new Set(addressesIn([line]).map((address) => address.port))).toEqual(new Set([port]));
  });

  it.each([
    'connected to postgres at 10.0.0.5:5432',
    'Database running on localhost:5432',
    'Redis connection to 10.0.0.1:6379',
    '2024-05-01T10:00:00.123Z starting',
    '12:30:45 server starting',
    'server v1.2.3:22 started',
    'Server started in 300 ms at 10:20:30',
    'GET /index.html 200',
    'listening on 99999',
    'Node.js v24.1.0',
  ])('is none who says: %s', (line) => {
    expect(addressesIn([line])).toEqual([]);
  });

  it('may say so more than once', () => {
    const lines = ['listening on 8080', 'hello', 'metrics listening on 9090'];
    expect(addressesIn(lines).map(({ port }) => port)).toEqual([8080, 9090]);
  });
});
