import type { Asked } from './asked.ts';
import type { LogReader } from './reader.ts';

/** What is missing in a diagnosis and why, in sentences. */
export function notesOn(
  { groups, known, lines, serviceArn }: Asked,
  reader: LogReader,
  has: { readonly events: boolean; readonly application: boolean },
): string[] {
  const missing = [
    ...(known || has.events ? [] : [groups.service]),
    ...(lines === 0 || has.application ? [] : [groups.application]),
  ];
  const unread = missing.map((group) => {
    const fault = reader.fault(group);
    if (fault) return `${group} could not be read: ${fault}`;
    if (reader.isAbsent(group)) {
      return group === groups.application
        ? `There is no log group ${group}: no container of the service has written a line.`
        : `There is no log group ${group}.`;
    }
    return reader.denied.length > 0 ? '' : `${group} has no line from this deployment.`;
  });
  return [deniedNote(reader, serviceArn, groups.service), ...unread].filter(Boolean);
}

/** What the role may not read, and what to allow; empty where nothing was denied. */
export function deniedNote({ denied }: LogReader, serviceArn: string, group: string): string {
  return denied.length > 0
    ? `The role that deploys may not read the logs: allow ${denied.join(' and ')} on ${policyResource(serviceArn, group)}.`
    : '';
}

/** What a policy has to name: arn:aws:logs:REGION:ACCOUNT:log-group:/aws/apprunner/NAME/* */
function policyResource(serviceArn: string, group: string): string {
  const [, partition = 'aws', , region = '*', account = '*'] = serviceArn.split(':');
  const [, , , name = '*'] = group.split('/');
  return `arn:${partition}:logs:${region}:${account}:log-group:/aws/apprunner/${name}/*`;
}
