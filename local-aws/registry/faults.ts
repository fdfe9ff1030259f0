import type { ServerResponse } from 'node:http';

/** A refusal in the form of the OCI distribution API. */
export class RegistryFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = code;
    this.status = status;
    this.code = code;
  }
}

/** The body of a refusal. */
export function faultBody(code: string, message: string): string {
  return JSON.stringify({ errors: [{ code, message }] });
}

/** Answers with a refusal; breaks the connection off when an answer had begun. */
export function sendFault(answer: ServerResponse, fault: RegistryFault): void {
  if (answer.headersSent) {
    answer.destroy();
    return;
  }
  answer.writeHead(fault.status, {
    'content-type': 'application/json; charset=utf-8',
    'docker-distribution-api-version': 'registry/2.0',
  });
  answer.end(faultBody(fault.code, fault.message));
}
