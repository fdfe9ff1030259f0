/** A JSON object as it came over the wire, after the model's shapes and limits were enforced. */
export type Input = Readonly<Record<string, unknown>>;

/** Who asks and where: what the verified signature says about a request. */
export interface Caller {
  readonly accountId: string;
  readonly region: string;
  readonly accessKeyId: string;
  /** The role session that asks; absent for the account's own user. */
  readonly session?: { readonly arn: string; readonly userId: string };
}

/** One API operation. It throws AwsError for whatever AWS refuses. Dates are answered as Date. */
export type Operation = (input: Input, caller: Caller) => object | Promise<object>;

/** One AWS service as the server mounts it. The operation's key is its name in the API model. */
export interface AwsService {
  readonly model: 'apprunner' | 'ecr' | 'sts' | 'logs' | 'route53';
  readonly operations: Readonly<Record<string, Operation>>;
}
