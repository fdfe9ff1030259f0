/**
 * The page of a service in the AWS console, with its logs open, in the form that the console's
 * own address bar shows.
 */
export function serviceLink(region: string, serviceArn: string): string {
  return `${consoleOf(region, 'apprunner')}#/services/dashboard?service_arn=${encodeURIComponent(serviceArn)}&active_tab=logs`;
}

/** A log group in the AWS console, or one stream of it. */
export function logLink(region: string, group: string, stream?: string): string {
  const inStream = stream === undefined ? '' : `/log-events/${inFragment(stream)}`;
  return `${consoleOf(region, 'cloudwatch')}#logsV2:log-groups/log-group/${inFragment(group)}${inStream}`;
}

function consoleOf(region: string, service: string): string {
  return `https://${region}.console.aws.amazon.com/${service}/home?region=${region}`;
}

/** CloudWatch's console encodes names twice and then writes `$` for `%`: a slash is `$252F`. */
function inFragment(name: string): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
}
