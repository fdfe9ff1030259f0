import type { CreateServiceRequest } from '@aws-sdk/client-apprunner';

/** A `service-config` document: members of CreateService, checked against the API model. */
export type ServiceDocument = Partial<CreateServiceRequest>;
