import { describe, expect, it } from '@jest/globals';
import { logLink, serviceLink } from '../../../src/report/console-links.ts';

describe('a link to the AWS console', () => {
  it('opens the logs of a service', () => {
    const arn =
      'arn:aws:apprunner:us-west-2:005216166247:service/rko-router/2c9219ae5e14411baaf46fa932f33025';
    expect(serviceLink('us-west-2', arn)).toBe(
      'https://us-west-2.console.aws.amazon.com/apprunner/home?region=us-west-2#/services/dashboard?service_arn=arn%3Aaws%3Aapprunner%3Aus-west-2%3A005216166247%3Aservice%2Frko-router%2F2c9219ae5e14411baaf46fa932f33025&active_tab=logs',
    );
  });

  it('opens a log group', () => {
    expect(logLink('eu-west-1', '/aws/apprunner/hello/0123/service')).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Fapprunner$252Fhello$252F0123$252Fservice',
    );
  });

  it('opens one stream of it', () => {
    expect(logLink('eu-west-1', '/aws/x', 'instance/0123')).toMatch(
      /log-group\/\$252Faws\$252Fx\/log-events\/instance\$252F0123$/,
    );
  });
});
