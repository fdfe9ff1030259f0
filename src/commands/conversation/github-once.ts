import type { GitHub } from '../../github/port.ts';
import type { Ports } from '../../ports.ts';

/** GitHub, loaded when it is first needed, and once. */
export class GitHubOnce {
  readonly #ports: Pick<Ports, 'github'>;
  readonly #token: string;
  #loading: Promise<GitHub> | undefined;

  constructor(ports: Pick<Ports, 'github'>, token: string) {
    this.#ports = ports;
    this.#token = token;
  }

  calls(): Promise<GitHub> {
    this.#loading ??= this.#ports.github(this.#token);
    return this.#loading;
  }
}
