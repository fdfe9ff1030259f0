import { AwsError } from '../protocol/aws-error.ts';

/** The input is not valid as it stands. */
export const invalidInput = (text: string): AwsError => new AwsError('InvalidInput', text);

/** A batch is refused whole; its texts come as Java prints a list. */
export const invalidChangeBatch = (texts: readonly string[]): AwsError =>
  new AwsError('InvalidChangeBatch', `[${texts.join(', ')}]`);

/** There is no such zone in this account. */
export const noSuchZone = (id: string): AwsError =>
  new AwsError('NoSuchHostedZone', `No hosted zone found with ID: ${id}`, 404);

/** There was no such change. */
export const noSuchChange = (id: string): AwsError =>
  new AwsError('NoSuchChange', `Could not find resource with ID: ${id}`, 404);
