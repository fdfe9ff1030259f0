import type { Engine } from '../engine.ts';
import type { Phase } from '../pace.ts';
import { sleepUntil } from '../phases.ts';
import { isForbidden, isIssued, isProven } from './certificate.ts';
import { isHopeless, sameCase } from './names.ts';
import type { DomainStatus, StoredDomain } from './store.ts';

/** ACM gives up a certificate that nobody proves within 72 hours (ACM user guide). */
const patienceMs = 72 * 60 * 60 * 1000;

const enter = (engine: Engine, domain: StoredDomain, status: DomainStatus): void => {
  domain.status = status;
  domain.since = engine.clock.now();
};

/** Goes on when a phase has passed, unless the domain has left its status or is gone by then. */
const after = (engine: Engine, domain: StoredDomain, phase: Phase, work: () => void): void => {
  const { timing, clock, signal } = engine;
  const { status, since } = domain;
  const end = clock.now() + Math.max(timing.phaseMs(phase, 'UPDATE_SERVICE'), timing.operationMs);
  const finish = async () => {
    await sleepUntil(engine, end);
    const there = engine.domains.has(domain) && domain.status === status && domain.since === since;
    if (there && !signal.aborted) work();
  };
  engine.background(finish());
};

const bind = (engine: Engine, domain: StoredDomain): void => {
  enter(engine, domain, 'binding_certificate');
  after(engine, domain, 'domain-binding', () => enter(engine, domain, 'active'));
};

const validate = (engine: Engine, domain: StoredDomain): void => {
  for (const record of domain.certificate.records) {
    if (isProven(engine.dns, record)) record.Status = 'SUCCESS';
  }
  if (isIssued(domain.certificate)) bind(engine, domain);
};

/** Looks whether DNS proves what a domain still waits for. To be called when DNS has changed. */
export const checkProof = (engine: Engine, domain: StoredDomain): void => {
  giveUp(engine, domain);
  if (domain.status !== 'pending_certificate_dns_validation') return;
  const proven = domain.certificate.records.some(
    (record) => record.Status === 'PENDING_VALIDATION' && isProven(engine.dns, record),
  );
  if (proven) after(engine, domain, 'domain-validation', () => validate(engine, domain));
};

/** Fails a domain that was not proven in time. Nothing wakes up for it: it is seen when asked. */
export const giveUp = (engine: Engine, domain: StoredDomain): void => {
  const { status, since, certificate } = domain;
  if (status !== 'pending_certificate_dns_validation') return;
  if (engine.clock.now() - since <= patienceMs) return;
  for (const record of certificate.records) {
    if (record.Status === 'PENDING_VALIDATION') record.Status = 'FAILED';
  }
  enter(engine, domain, 'create_failed');
};

/** Waits for proof of a domain, with its records shown. */
export const awaitProof = (engine: Engine, domain: StoredDomain): void => {
  domain.recordsShown = true;
  if (isIssued(domain.certificate)) bind(engine, domain);
  else {
    enter(engine, domain, 'pending_certificate_dns_validation');
    checkProof(engine, domain);
  }
};

/** Begins the way of a fresh association to `active`, or to `create_failed`. */
export const beginAssociation = (engine: Engine, domain: StoredDomain): void => {
  const name = sameCase(domain.name);
  const fails =
    isHopeless(name) || engine.domains.fails(name, 'create') || isForbidden(engine.dns, name);
  if (fails) {
    after(engine, domain, 'domain-failure', () => enter(engine, domain, 'create_failed'));
  } else after(engine, domain, 'domain-records', () => awaitProof(engine, domain));
};

/** Begins the end of an association; its certificate is kept for a while. */
export const beginRemoval = (engine: Engine, domain: StoredDomain): void => {
  enter(engine, domain, 'deleting');
  after(engine, domain, 'domain-removal', () => {
    if (engine.domains.fails(domain.name, 'delete')) enter(engine, domain, 'delete_failed');
    else release(engine, domain);
  });
};

/** Ends an association at once. */
export const release = (engine: Engine, domain: StoredDomain): void => {
  engine.domains.remove(domain);
  domain.certificate.unusedSince = engine.clock.now();
};
