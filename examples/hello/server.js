import { createServer } from 'node:http';

const { PORT = '8080', VERSION = 'dev', GREETING = 'Hello' } = process.env;

const server = createServer((request, response) => {
  console.log(`${request.method} ${request.url}`);
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(`${GREETING} from version ${VERSION}\n`);
});

server.listen(Number(PORT), () => console.log(`hello ${VERSION} listens on ${PORT}`));

// App Runner stops an instance with SIGTERM; open requests end first.
process.on('SIGTERM', () => server.close());
