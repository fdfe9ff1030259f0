import { expect, it, jest } from '@jest/globals';
import { imageInputs, pushTags } from '../support/pushed-tags.ts';
import { NEEDS_NO_PERMISSION, readmePolicy } from '../support/readme.ts';
import { withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

it("the README's policy names what rollback, wait, status and logs call, each for itself, and no more", () =>
  withVirtualScene(
    () => ({}),
    async ({ aws, act, settle }) => {
      await pushTags(aws, ['one'], ['two'], ['three']);
      await act(imageInputs(aws, 'one'));
      await act(imageInputs(aws, 'two'));
      const base = [...readmePolicy('policy'), NEEDS_NO_PERMISSION];
      /** What a command calls beside what a deployment may. */
      const more = async (inputs: Readonly<Record<string, string>>) => {
        const end = await act({ service: 'hello', ...inputs });
        await settle();
        const made = [...new Set(end.calls)].filter((action) => !base.includes(action));
        return { code: end.code, made: made.sort() };
      };
      const named = (sid: string) => [...readmePolicy('policy-afterwards', sid)].sort();

      const back = await more({ command: 'rollback' });
      expect(back).toEqual({ code: 0, made: named('Rollback') });
      // One that App Runner rejects reads what a deployment reads then.
      aws.faults.add({ kind: 'ending', type: 'UPDATE_SERVICE', end: 'ROLLBACK_SUCCEEDED' });
      expect(await more({ command: 'rollback' })).toEqual({ code: 1, made: named('Rollback') });
      expect(await more({ command: 'status' })).toEqual({ code: 0, made: named('Status') });
      expect(await more({ command: 'logs' })).toEqual({ code: 0, made: [] });

      aws.faults.add({ kind: 'ending', type: 'UPDATE_SERVICE', end: 'ROLLBACK_SUCCEEDED' });
      const started = await act({ ...imageInputs(aws, 'three'), wait: 'false' });
      const id = started.runner.outputs['operation-id'] ?? '';
      expect(await more({ command: 'wait', 'operation-id': id })).toEqual({ code: 1, made: [] });
      expect([...named('Rollback'), ...named('Status')].sort()).toEqual(
        [...readmePolicy('policy-afterwards')].sort(),
      );
    },
  ));
