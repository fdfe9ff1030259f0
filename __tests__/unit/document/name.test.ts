import { describe, expect, it } from '@jest/globals';
import { checkName } from '../../../src/document/name.ts';
import { problemsOf } from './problems.ts';

describe("the document's service", () => {
  it.each([
    ['has no name of its own', {}],
    ['has the name of the input', { ServiceName: 'hello-api' }],
  ])('may be the one that the run deploys: it %s', async (_, document) => {
    expect(await problemsOf(() => checkName(document, 'hello-api'))).toEqual([]);
  });

  it('may be no other', async () => {
    expect(await problemsOf(() => checkName({ ServiceName: 'Hello-api' }, 'hello-api'))).toEqual([
      "Input 'service' is 'hello-api', and the document of input 'service-config' has ServiceName 'Hello-api'. Make them equal, or remove ServiceName from the document.",
    ]);
  });
});
