import type { ServerResponse } from 'node:http';
import type { CallLog } from './call-log.ts';
import { answerControl, controlPath } from './faults/control.ts';
import type { FaultBook } from './faults/fault-book.ts';
import type { Parking } from './faults/parking.ts';
import { goneSignal, type LoopbackServer, startLoopbackServer } from './loopback-server.ts';
import { type DispatchOptions, dispatch } from './protocol/dispatch.ts';
import { type HttpResponse, readRequest } from './protocol/http.ts';

/** What the API endpoint serves. */
export interface ServerOptions extends DispatchOptions {
  readonly faults: FaultBook;
  /** Where answers wait that come late. */
  readonly parking: Parking;
  readonly log: Pick<CallLog, 'record'>;
  /** 0 takes a free port. */
  readonly port: number;
}

function send(answer: ServerResponse, { status, headers, body }: HttpResponse): void {
  answer.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  answer.end(body);
}

/**
 * Starts the one HTTP endpoint that every AWS API of this program is served on, and beside them
 * the faults' control.
 */
export function startApiServer(options: ServerOptions): Promise<LoopbackServer> {
  return startLoopbackServer(async (message, answer) => {
    const gone = goneSignal(answer);
    const request = await readRequest(message).catch(() => undefined);
    if (!request) return;
    if (request.path.startsWith(controlPath))
      return send(answer, answerControl(options.faults, request));
    const { response, service, operation, errorCode, delayMs } = await dispatch(request, options);
    if (delayMs > 0) await options.parking.hold(delayMs, gone);
    const status = response?.status ?? 0;
    const userAgent = request.headers['user-agent'];
    options.log.record({
      service,
      operation,
      status,
      ...(errorCode && { errorCode }),
      ...(userAgent && { userAgent }),
    });
    if (response) send(answer, response);
    else message.socket.destroy();
    return undefined;
  }, options.port);
}
