import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { changeLines, changeTable } from '../../../src/report/changes.ts';
import { changesBetween } from '../../../src/service/changes.ts';
import { readBack, withSettings } from '../../../src/service/configuration.ts';
import { image, service, settings } from '../../support/unit-arbitrary.ts';

// The same cases in every run; another seed looks further.
fc.configureGlobal({ seed: 20_260_101 });

const IMAGE = ['SourceConfiguration', 'ImageRepository', 'ImageConfiguration'].join('/');
const MAPS = ['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets'] as const;

/** Every leaf of a value by its path. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, member]) => [
      ...leaves(member, path === '' ? key : `${path}/${key}`),
    ]),
  );
}

/** The paths that settings name; a variable also names the secret of its name, and back. */
function namedBy(wanted: ServiceSettings): (path: string) => boolean {
  const names = [wanted.environmentVariables, wanted.environmentSecrets].flatMap((map) =>
    Object.keys(map ?? {}),
  );
  const paths = new Set([
    'SourceConfiguration/ImageRepository/ImageIdentifier',
    ...names.flatMap((name) => MAPS.map((map) => `${IMAGE}/${map}/${name}`)),
    ...(wanted.port ? [`${IMAGE}/Port`] : []),
    ...(wanted.startCommand ? [`${IMAGE}/StartCommand`] : []),
    ...(wanted.cpu ? ['InstanceConfiguration/Cpu'] : []),
    ...(wanted.memory ? ['InstanceConfiguration/Memory'] : []),
    ...(wanted.instanceRoleArn ? ['InstanceConfiguration/InstanceRoleArn'] : []),
    ...(wanted.accessRoleArn
      ? ['SourceConfiguration/AuthenticationConfiguration/AccessRoleArn']
      : []),
    ...(wanted.autoDeployments === undefined ? [] : ['SourceConfiguration/AutoDeploymentsEnabled']),
  ]);
  const replaced = MAPS.map((map) => `${IMAGE}/${map}/`);
  return (path) =>
    paths.has(path) ||
    (wanted.environmentMode === 'replace' && replaced.some((start) => path.startsWith(start)));
}

describe('for any service, image and settings', () => {
  it('what is not named is not changed', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const named = namedBy(wanted);
        const others = (value: unknown) =>
          new Map([...leaves(value)].filter(([path]) => !named(path)));
        expect(others(withSettings(before, deployed, wanted))).toEqual(others(before));
      }),
    );
  });

  it('what is named is what is sent', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const after = withSettings(readBack(found), deployed, wanted);
        const repository = after.SourceConfiguration?.ImageRepository;
        expect(repository?.ImageIdentifier).toBe(deployed.identifier);
        expect(repository?.ImageConfiguration ?? {}).toMatchObject({
          ...(wanted.port && { Port: wanted.port }),
          ...(wanted.startCommand && { StartCommand: wanted.startCommand }),
        });
        const variables = repository?.ImageConfiguration?.RuntimeEnvironmentVariables ?? {};
        const secrets = repository?.ImageConfiguration?.RuntimeEnvironmentSecrets ?? {};
        const { environmentVariables = {}, environmentSecrets = {} } = wanted;
        expect({ ...variables, ...environmentVariables }).toEqual(variables);
        expect({ ...secrets, ...environmentSecrets }).toEqual(secrets);
        expect(Object.keys(variables).filter((name) => Object.hasOwn(secrets, name))).toEqual([]);
      }),
    );
  });

  it('a configuration differs from itself in nothing', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const after = withSettings(before, deployed, wanted);
        expect(changesBetween(before, structuredClone(before))).toEqual([]);
        expect(changesBetween(after, structuredClone(after))).toEqual([]);
      }),
    );
  });

  it('the same settings a second time change nothing', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const once = withSettings(readBack(found), deployed, wanted);
        const twice = withSettings(once, deployed, wanted);
        expect(changesBetween(once, twice)).toEqual([]);
      }),
    );
  });

  it('no empty string is sent, save as the value of a variable', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const sent = leaves(withSettings(readBack(found), deployed, wanted));
        const empty = [...sent].filter(
          ([path, value]) =>
            (value === '' && !path.includes('/RuntimeEnvironmentVariables/')) ||
            value === undefined ||
            value === null,
        );
        expect(empty).toEqual([]);
      }),
    );
  });

  it('every difference is told, and no value that may be secret is in it', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const after = withSettings(before, deployed, wanted);
        const changes = changesBetween(before, after);
        const told = [JSON.stringify(changes), changeTable(changes), ...changeLines(changes)];
        expect(told.join('\n')).not.toMatch(/secret[a-z0-9]{14}|:secret:/);

        const [old, sent] = [leaves(before), leaves(after)];
        const different = [...new Set([...old.keys(), ...sent.keys()])].filter(
          (path) => old.get(path) !== sent.get(path),
        );
        expect(changes.map(({ setting }) => setting)).toEqual(
          different.map((path) => path.replaceAll('/', '.')).sort(),
        );
      }),
    );
  });
});
