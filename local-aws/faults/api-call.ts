import type { ApiModel } from '../models/model.ts';
import type { Caller, Input } from '../protocol/service.ts';

/** A call of an API and who made it. */
export interface ApiCall {
  readonly model: ApiModel;
  readonly operation: string;
  readonly input: Input;
  readonly caller: Caller;
}
