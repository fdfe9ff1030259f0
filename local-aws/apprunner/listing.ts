import { operationAnswer, serviceAnswer, summaryAnswer } from './answers.ts';
import type { Engine } from './engine.ts';
import { page } from './paging.ts';
import type { PageInput, ServiceArnInput } from './shapes.ts';

/** The API's largest page. It also bounds a call without MaxResults: clients must follow tokens. */
const pageSize = 20;

/** DescribeService: any service, a deleted one for a while. */
export const describeService = (engine: Engine, input: ServiceArnInput): object => ({
  Service: serviceAnswer(engine.services.get(input.ServiceArn)),
});

/** ListServices: newest first, without deleted ones. */
export const listServices = (engine: Engine, input: PageInput): object => {
  const { items, next } = page('services', engine.services.living(), input, pageSize);
  return { ServiceSummaryList: items.map(summaryAnswer), ...next };
};

/** ListOperations: newest first, without those that a fault keeps from being listed yet. */
export const listOperations = (engine: Engine, input: ServiceArnInput & PageInput): object => {
  const service = engine.services.get(input.ServiceArn);
  const list = `operations ${service.arn}`;
  const now = engine.clock.now();
  const { listLagMs } = engine.undocumented;
  const listed = service.operations.filter(
    ({ startedAt, trouble }) => now - startedAt >= Math.max(listLagMs, trouble.listLagMs()),
  );
  const { items, next } = page(list, listed, input, pageSize);
  return { OperationSummaryList: items.map((each) => operationAnswer(service, each)), ...next };
};
