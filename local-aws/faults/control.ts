import type { HttpRequest, HttpResponse } from '../protocol/http.ts';
import type { Fault } from './fault.ts';
import type { FaultBook } from './fault-book.ts';

/** Where other processes set faults, on the port of the API. */
export const controlPath = '/_local-aws/';

const faultsPath = `${controlPath}faults`;

const answer = (status: number, body?: object): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: body === undefined ? '' : `${JSON.stringify(body)}\n`,
});

const refused = (status: number, message: string) => answer(status, { message });

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** JSON has no infinity: its name stands for it, here as in what is sent. */
const finite = (fault: Fault): object =>
  Object.fromEntries(
    Object.entries(fault).map(([name, value]) => [
      name,
      value === Number.POSITIVE_INFINITY ? 'Infinity' : value,
    ]),
  );

const listed = (faults: FaultBook): object => ({
  faults: faults.list().map(({ id, fault }) => ({ id, ...finite(fault) })),
});

const added = (faults: FaultBook, text: string): HttpResponse => {
  let fault: Fault;
  try {
    // Checked by `add`, which takes nothing that is not a fault.
    fault = JSON.parse(text);
  } catch (error) {
    return refused(400, `The body is not JSON: ${messageOf(error)}`);
  }
  try {
    faults.add(fault);
  } catch (error) {
    return refused(400, messageOf(error));
  }
  return answer(201, { id: faults.list().at(-1)?.id });
};

/**
 * Answers a request under `/_local-aws/`: POST faults adds the fault that the body is, GET lists
 * those that can still happen, DELETE clears them, and DELETE faults/ID takes one away. Requests
 * need no signature and are not in the call log: they are not AWS's.
 */
export const answerControl = (faults: FaultBook, request: HttpRequest): HttpResponse => {
  const { method, path } = request;
  const [, id] = /^\/_local-aws\/faults\/(\d+)$/.exec(path) ?? [];
  if (id !== undefined && method === 'DELETE') {
    return faults.remove(Number(id)) ? answer(204) : refused(404, `There is no fault ${id}.`);
  }
  if (path !== faultsPath) {
    return refused(404, `There is no ${method} ${path}; faults are at ${faultsPath}.`);
  }
  if (method === 'POST') return added(faults, request.body.toString('utf8'));
  if (method === 'GET') return answer(200, listed(faults));
  if (method !== 'DELETE') return refused(405, `${faultsPath} takes GET, POST and DELETE.`);
  faults.clear();
  return answer(204);
};
