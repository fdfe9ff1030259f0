import type { Engine } from '../engine.ts';
import type { StoredService } from '../store.ts';
import type { ValidationRecord } from './certificate.ts';
import { checkProof } from './progress.ts';
import type { DomainStatus } from './store.ts';

/** A custom domain to put on a service without the way there. */
export interface DomainSeed {
  /** Name or ARN. */
  readonly service: string;
  readonly DomainName: string;
  /** Default false. */
  readonly EnableWWWSubdomain?: boolean;
  /** Default active. One that waits for DNS goes on from there by itself. */
  readonly Status?: DomainStatus;
}

/** The service of a name or ARN. Throws an Error when there is none. */
export const serviceOf = ({ services }: Engine, nameOrArn: string): StoredService => {
  const service = services.named(nameOrArn) ?? services.find(nameOrArn);
  if (service === undefined) throw new Error(`There is no service ${nameOrArn}.`);
  return service;
};

const validated: readonly DomainStatus[] = ['active', 'binding_certificate', 'deleting'];

/** Puts a domain on a service; answers its validation records. Throws for one that is taken. */
export const seedDomain = (engine: Engine, seed: DomainSeed): readonly ValidationRecord[] => {
  const { DomainName: name, EnableWWWSubdomain: www = false, Status: status = 'active' } = seed;
  const { domains, clock } = engine;
  const holder = domains.holderOf(name, www);
  if (holder !== undefined) throw new Error(`${name} is already associated with ${holder}.`);
  const now = clock.now();
  const certificate = domains.certificates.use(name, www, now);
  if (validated.includes(status)) {
    for (const record of certificate.records) record.Status = 'SUCCESS';
  }
  const domain = domains.add({
    order: engine.nextOrder(),
    serviceArn: serviceOf(engine, seed.service).arn,
    name,
    www,
    certificate,
    recordsShown: status !== 'creating' && status !== 'create_failed',
    status,
    since: now,
  });
  checkProof(engine, domain);
  return certificate.records;
};
