import { expect, it, jest } from '@jest/globals';
import { previewTag } from '../../src/preview/image-tags.ts';
import { pushTags } from '../support/pushed-tags.ts';
import { NEEDS_NO_PERMISSION, readmePolicy } from '../support/readme.ts';
import { commit, createPreview, SWEEP, seedPreview, TOKEN } from '../support/seeded-previews.ts';
import { createEvent, eventFile } from '../support/unit-event.ts';
import { withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

/** Only a deployment tags. */
const BY_DEPLOYING = 'apprunner:TagResource';

it("the README's policy names what a closed pull request and a sweep call, and no more for previews", () =>
  withVirtualScene(
    () => ({
      pullRequests: [7, 8].map((number) => ({ number, state: 'closed', headSha: commit(number) })),
    }),
    async ({ aws, act }) => {
      const previews = [createPreview(7), createPreview(8)];
      for (const preview of previews) await seedPreview(aws, preview);
      await pushTags(aws, previews.map(previewTag));
      const logs = { 'delete-logs': 'true', 'github-token': TOKEN };
      const env = await eventFile(createEvent({ action: 'closed' }));
      const closed = await act({ service: 'hello', preview: 'true', ...logs }, env);
      const swept = await act({ ...SWEEP, ...logs });
      expect([closed.code, swept.code]).toEqual([0, 0]);
      const made = new Set([...closed.calls, ...swept.calls]);
      made.delete(NEEDS_NO_PERMISSION);
      const [base, forPreviews] = [readmePolicy('policy'), readmePolicy('policy-previews')];
      const more = [...made].filter((action) => !base.includes(action));
      expect(more.sort()).toEqual(forPreviews.filter((action) => action !== BY_DEPLOYING).sort());
    },
  ));
