import type { ServerResponse } from 'node:http';
import type { CallLog } from './call-log.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';
import { type DispatchOptions, dispatch } from './protocol/dispatch.ts';
import { type HttpResponse, readRequest } from './protocol/http.ts';

/** What the API endpoint serves. */
export interface ServerOptions extends DispatchOptions {
  readonly log: Pick<CallLog, 'record'>;
  /** 0 takes a free port. */
  readonly port: number;
}

function send(answer: ServerResponse, { status, headers, body }: HttpResponse): void {
  answer.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  answer.end(body);
}

/** Starts the one HTTP endpoint that every AWS API of this program is served on. */
export function startApiServer(options: ServerOptions): Promise<LoopbackServer> {
  return startLoopbackServer(async (message, answer) => {
    const request = await readRequest(message).catch(() => undefined);
    if (!request) return;
    const { response, service, operation, errorCode } = await dispatch(request, options);
    const { status } = response;
    options.log.record({ service, operation, status, ...(errorCode && { errorCode }) });
    send(answer, response);
  }, options.port);
}
