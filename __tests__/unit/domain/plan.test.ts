import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameName } from '../../../src/domain/dns-name.ts';
import {
  namesToRead,
  planRecords,
  planRemoval,
  type ZoneRecords,
} from '../../../src/domain/plan.ts';
import type { DomainRecord } from '../../../src/domain/record.ts';
import { wantedRecords } from '../../../src/domain/wanted.ts';
import {
  ALIAS_ZONE,
  alias,
  certificateRecords,
  plain,
  TARGET,
} from '../../support/fake-domains.ts';

const NAME = 'app.example.com';
const ZONE = { name: 'example.com' };

const target = (name = NAME, type: 'A' | 'AAAA' = 'A'): DomainRecord => ({
  name,
  type,
  value: TARGET,
  purpose: 'target',
  aliasZone: ALIAS_ZONE,
});
const proof: DomainRecord = {
  name: `_1.${NAME}`,
  type: 'CNAME',
  value: '_2.acm-validations.aws',
  purpose: 'certificate',
};

const held = (...sets: ResourceRecordSet[]): ZoneRecords =>
  new Map(
    namesToRead([target(), proof], ZONE).map((name) => [
      name,
      sets.filter((set) => sameName(set.Name, name)),
    ]),
  );

/** A zone once changes are made. */
const carriedOut = (
  sets: readonly ResourceRecordSet[],
  changes: readonly Change[],
): readonly ResourceRecordSet[] => {
  const of = (action: Change['Action']) =>
    changes.flatMap(({ Action, ResourceRecordSet: set }) => (Action === action && set) || []);
  const gone = of('DELETE');
  return [...sets.filter((set) => !gone.includes(set)), ...of('CREATE')];
};

const share = (set: ResourceRecordSet): ResourceRecordSet => ({
  ...set,
  SetIdentifier: 'a',
  Weight: 1,
});

describe('a target record', () => {
  it.each<[string, ResourceRecordSet[]]>([
    ['nothing is there', []],
    [
      'texts and mail are',
      [plain(NAME, 'TXT', '"x"'), { ...plain(NAME, 'TXT', '10 a.'), Type: 'MX' }],
    ],
  ])('is made where %s', (_, sets) => {
    expect(planRecords([target()], held(...sets), ZONE)).toEqual({
      changes: [{ Action: 'CREATE', ResourceRecordSet: alias(NAME) }],
      inTheWay: [],
    });
  });

  it.each<[string, ResourceRecordSet]>([
    ['our ALIAS', alias(NAME)],
    ['our ALIAS in capitals', alias(NAME.toUpperCase(), 'A', TARGET.toUpperCase())],
    [
      'our ALIAS that looks after health',
      {
        ...alias(NAME),
        AliasTarget: {
          ...alias(NAME).AliasTarget,
          HostedZoneId: ALIAS_ZONE,
          DNSName: TARGET,
          EvaluateTargetHealth: true,
        },
      },
    ],
    ['a CNAME to the service', plain(NAME, 'CNAME', TARGET)],
    ['shares of the name with ours among them', share(alias(NAME))],
  ])('is left as it is where %s is there', (_, set) => {
    expect(planRecords([target()], held(set), ZONE)).toEqual({ changes: [], inTheWay: [] });
  });

  it.each<[string, ResourceRecordSet, string]>([
    [
      'an address',
      plain(NAME, 'A', '192.0.2.1', '192.0.2.2'),
      `${NAME} A 192.0.2.1, 192.0.2.2 (TTL 300)`,
    ],
    ['an IPv6 address', plain(NAME, 'AAAA', '2001:db8::1'), `${NAME} AAAA 2001:db8::1 (TTL 300)`],
    [
      'a CNAME elsewhere',
      plain(NAME, 'CNAME', 'x.example.net'),
      `${NAME} CNAME x.example.net (TTL 300)`,
    ],
    [
      'an ALIAS elsewhere',
      alias(NAME, 'A', 'd1.cloudfront.net'),
      `${NAME} A ALIAS d1.cloudfront.net`,
    ],
    [
      'an ALIAS to another service',
      alias(NAME, 'A', `other.us-east-1.awsapprunner.com`),
      'other.us-east-1',
    ],
    ['shares without ours', share(plain(NAME, 'A', '192.0.2.1')), "(set 'a')"],
    ['name servers', plain(NAME, 'NS', 'ns.example.net'), `${NAME} NS ns.example.net`],
  ])('is not made where %s is in the way', (_, set, words) => {
    const plan = planRecords([target(), proof], held(set), ZONE);
    expect(plan.changes).toEqual([]);
    expect(plan.inTheWay.join()).toContain(words);
  });

  it('of IPv6 is made beside one of IPv4', () => {
    const wanted = [target(), target(NAME, 'AAAA')];
    expect(planRecords(wanted, held(alias(NAME)), ZONE).changes).toEqual([
      { Action: 'CREATE', ResourceRecordSet: alias(NAME, 'AAAA') },
    ]);
    expect(planRecords(wanted, held(plain(NAME, 'CNAME', TARGET)), ZONE).changes).toEqual([]);
  });
});

describe("a certificate's record", () => {
  it('is made, left, or found in the way', () => {
    const made = { ...plain(proof.name, 'CNAME', `${proof.value}.`) };
    expect(planRecords([proof], held(), ZONE).changes).toEqual([
      { Action: 'CREATE', ResourceRecordSet: made },
    ]);
    expect(planRecords([proof], held({ ...made, TTL: 60 }), ZONE)).toEqual({
      changes: [],
      inTheWay: [],
    });
    const text = plain(proof.name, 'TXT', '"mine"');
    expect(planRecords([proof], held(text), ZONE).inTheWay).toEqual([
      `${proof.name} TXT "mine" (TTL 300)`,
    ]);
  });

  it('of an association that is gone is taken away, and one of the same name is replaced', () => {
    const old = { ...proof, value: '_old.acm-validations.aws' };
    const set = plain(old.name, 'CNAME', old.value);
    expect(
      planRecords([proof], held(set), ZONE, [old]).changes.map(({ Action }) => Action),
    ).toEqual(['DELETE', 'CREATE']);
    expect(planRecords([], held(set), ZONE, [old]).changes).toEqual([
      { Action: 'DELETE', ResourceRecordSet: set },
    ]);
    expect(planRecords([old], held(set), ZONE, [old]).changes).toEqual([]);
  });
});

describe('whatever a zone holds', () => {
  const sets = fc.uniqueArray(
    fc.constantFrom(
      plain(NAME, 'A', '192.0.2.1'),
      plain(NAME, 'TXT', '"x"'),
      plain('example.com', 'A', '192.0.2.9'),
      plain(proof.name, 'CNAME', proof.value),
      plain(proof.name, 'CNAME', 'else.example.net'),
      alias(NAME),
      alias(NAME, 'AAAA'),
      plain(NAME, 'CNAME', TARGET),
      share(alias(NAME)),
    ),
    { selector: ({ Name, Type }) => `${Name} ${Type}` },
  );
  const wanted = fc.subarray([target(), target(NAME, 'AAAA'), proof]);

  it('nothing of others is changed, and a plan that was carried out is the last', () => {
    fc.assert(
      fc.property(sets, wanted, (before, records) => {
        const plan = planRecords(records, held(...before), ZONE);
        if (plan.inTheWay.length > 0) expect(plan.changes).toEqual([]);
        const made = carriedOut(before, plan.changes);
        for (const set of before) expect(made).toContain(set);
        if (plan.inTheWay.length === 0) {
          expect(planRecords(records, held(...made), ZONE)).toEqual({ changes: [], inTheWay: [] });
        }
      }),
    );
  });

  it('what was made is taken away to the last byte, and nothing else is', () => {
    fc.assert(
      fc.property(sets, wanted, (all, records) => {
        // Records with our values are ours by definition; the zone begins without any.
        const before = all.filter((set) => planRemoval(records, held(set)).changes.length === 0);
        const plan = planRecords(records, held(...before), ZONE);
        fc.pre(plan.inTheWay.length === 0);
        const made = carriedOut(before, plan.changes);
        const { changes } = planRemoval(records, held(...made));
        expect(carriedOut(made, changes)).toEqual(before);
      }),
    );
  });
});

describe('the records of a domain', () => {
  const certificate = certificateRecords('example.com');

  it('are those of its certificate and an ALIAS for each name', () => {
    const records = wantedRecords('example.com', true, certificate, {
      host: TARGET,
      aliasZone: ALIAS_ZONE,
      dualStack: true,
    });
    expect(records.map(({ name, type }) => `${name} ${type}`)).toEqual([
      '_1c1.example.com CNAME',
      '_1c2.example.com CNAME',
      'example.com A',
      'example.com AAAA',
      'www.example.com A',
      'www.example.com AAAA',
    ]);
  });

  it('are CNAMEs outside of Route 53, and lack what App Runner has not told', () => {
    const [first] = certificate ?? [];
    const records = wantedRecords('example.com', false, [{ ...first, Value: undefined }], {
      host: TARGET,
      dualStack: true,
    });
    expect(records).toEqual([
      { name: 'example.com', type: 'CNAME', value: TARGET, purpose: 'target' },
    ]);
  });
});
