import { describe, expect, it } from '@jest/globals';
import type { DomainFacts } from '../../../src/domain/record.ts';
import { domainPart, domainRow, recordLines } from '../../../src/report/domain.ts';
import { outputsOf } from '../../../src/report/outputs.ts';

const DOMAIN: DomainFacts = {
  name: 'app.example.com',
  status: 'active',
  zone: 'Z0123',
  records: [
    {
      name: '_1.app.example.com',
      type: 'CNAME',
      value: '_2.acm-validations.aws',
      purpose: 'certificate',
      status: 'success',
    },
    {
      name: 'app.example.com',
      type: 'A',
      value: 'x.awsapprunner.com',
      purpose: 'target',
      aliasZone: 'Z9',
    },
  ],
};

describe('a domain', () => {
  it('is a link once it is active, and text before', () => {
    expect(domainRow(DOMAIN)).toEqual(['Domain', '<https://app.example.com> is active']);
    expect(domainRow({ ...DOMAIN, status: 'creating' })).toEqual([
      'Domain',
      '`app.example.com` is creating',
    ]);
    expect(domainRow({ ...DOMAIN, name: '*.example.com' })[1]).toBe('`*.example.com` is active');
    expect(domainRow(undefined)).toEqual(['Domain', undefined]);
  });

  it('has its records in the summary, and whose they are', () => {
    expect(domainPart(DOMAIN).split('\n')).toEqual([
      'Domain `app.example.com` is active. Its records in hosted zone `Z0123`:',
      '',
      '| Name | Type | Value | For |',
      '| --- | --- | --- | --- |',
      '| `_1.app.example.com` | CNAME | `_2.acm-validations.aws` | certificate, success |',
      '| `app.example.com` | A ALIAS | `x.awsapprunner.com` | leads to the service |',
    ]);
    const elsewhere = domainPart({ ...DOMAIN, zone: undefined });
    expect(elsewhere).toContain('to be made where the domain is looked after');
    expect(elsewhere).toContain('At the apex of a zone');
    expect(domainPart(undefined)).toBe('');
    expect(domainPart({ ...DOMAIN, records: [] })).toBe('');
  });

  it('has its records in the log as a table', () => {
    expect(recordLines(DOMAIN.records)).toEqual([
      '_1.app.example.com  CNAME    _2.acm-validations.aws  certificate',
      'app.example.com     A ALIAS  x.awsapprunner.com      leads to the service',
    ]);
  });

  it('is told as outputs: its state, and its records as JSON', () => {
    const outputs = outputsOf({ domain: DOMAIN }, 'updated');
    expect(outputs['domain-status']).toBe('active');
    expect(JSON.parse(`${outputs['domain-records']}`)).toEqual(DOMAIN.records);
    expect(outputsOf({}, 'updated')).toEqual({ result: 'updated' });
    expect(outputsOf({ domain: { ...DOMAIN, records: [] } }, 'deleted')).toEqual({
      'domain-status': 'active',
      result: 'deleted',
    });
  });
});
