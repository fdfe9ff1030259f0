import { describe, expect, it } from '@jest/globals';
import { acceptLoopbackImages } from '../../local-aws/models/adjust.ts';
import { type ApiModel, loadModel } from '../../local-aws/models/model.ts';
import { AwsError } from '../../local-aws/protocol/aws-error.ts';
import { jsonError, jsonValue } from '../../local-aws/protocol/json-protocol.ts';
import { parseQueryInput, queryResult } from '../../local-aws/protocol/query-protocol.ts';

const names = ['apprunner', 'ecr', 'sts', 'logs', 'route53'] as const;

/** Every shape name that operations and shapes of a model refer to. */
function references({ operations, shapes }: ApiModel): string[] {
  const ofOperations = Object.values(operations).flatMap(({ input, output }) => [input, output]);
  const ofShapes = Object.values(shapes).flatMap((shape) => [
    ...Object.values(shape.members ?? {}),
    shape.member,
    shape.key,
    shape.value,
  ]);
  return [...ofOperations, ...ofShapes].filter((name) => name !== undefined);
}

describe.each(names)('the table of %s', (name) => {
  const model = loadModel(name);

  it('has every shape that it refers to', () => {
    expect(references(model).filter((shape) => !Object.hasOwn(model.shapes, shape))).toEqual([]);
  });

  it('has patterns that compile', () => {
    const patterns = Object.values(model.shapes).flatMap(({ pattern }) => pattern ?? []);
    expect(() => patterns.map((pattern) => new RegExp(`^(?:${pattern})$`))).not.toThrow();
  });

  it('has no documentation texts', () => {
    expect(JSON.stringify(model)).not.toMatch(/documentation|<p>/);
  });
});

describe("App Runner's table", () => {
  it('has all 37 operations and leaves none out', () => {
    const { operations, unserved } = loadModel('apprunner');
    expect(Object.keys(operations)).toHaveLength(37);
    expect(unserved).toEqual([]);
  });

  it('is widened in one place only', () => {
    const model = loadModel('apprunner');
    const widened = acceptLoopbackImages(model, '127.0.0.1:5000');
    const changed = Object.keys(model.shapes).filter(
      (name) => widened.shapes[name] !== model.shapes[name],
    );
    expect(changed).toEqual(['ImageIdentifier']);
    expect(widened.shapes.ImageIdentifier?.pattern).toBe(model.shapes.ImageIdentifier?.pattern);
  });
});

describe('answers', () => {
  const model: ApiModel = {
    name: 'apprunner',
    protocol: 'json',
    apiVersion: '1',
    signingName: 'apprunner',
    jsonVersion: '1.0',
    xmlNamespace: 'https://example.com/',
    operations: { Get: { input: 'Answer', output: 'Answer', wrapper: 'GetResult' } },
    unserved: [],
    shapes: {
      Answer: {
        type: 'structure',
        required: ['Name'],
        members: {
          Name: 'Text',
          At: 'Time',
          List: 'List',
          Map: 'Map',
          Flag: 'Flag',
          Count: 'Count',
        },
      },
      Text: { type: 'string' },
      Time: { type: 'timestamp' },
      List: { type: 'list', member: 'Text' },
      Map: { type: 'map', key: 'Text', value: 'Time' },
      Flag: { type: 'boolean' },
      Count: { type: 'integer' },
      OddException: { type: 'structure', members: { Message: 'Text' } },
    },
  };
  const at = new Date(1_500);

  it('have dates as seconds, at any depth', () => {
    const value = { Name: 'n', At: at, List: ['a'], Map: { k: at } };
    expect(jsonValue(model, 'Answer', value)).toEqual({ ...value, At: 1.5, Map: { k: 1.5 } });
  });

  it('leave out what is undefined', () => {
    expect(jsonValue(model, 'Answer', { Name: 'n', At: undefined })).toEqual({ Name: 'n' });
  });

  it('with a member that the model lacks are a fault of the local AWS', () => {
    expect(() => jsonValue(model, 'Answer', { Name: 'n', Extra: 1 })).toThrow(
      'The local AWS answered Answer.Extra, which its model lacks.',
    );
  });

  it('without a member that the model requires are a fault of the local AWS', () => {
    expect(() => jsonValue(model, 'Answer', { At: at })).toThrow(
      'The local AWS answered Answer without its required Name.',
    );
  });

  it('that refuse carry the namespace in JSON 1.0 and the name of the message member', () => {
    const { body, headers, status } = jsonError(model, 'id', new AwsError('OddException', 'why'));
    expect([status, headers['x-amzn-errortype'], headers['x-amzn-requestid']]).toEqual([
      400,
      'OddException',
      'id',
    ]);
    expect(JSON.parse(body)).toEqual({
      __type: 'com.amazonaws.apprunner#OddException',
      Message: 'why',
    });
  });

  it('in XML are escaped and in UTC', () => {
    const { body } = queryResult(model, 'id', 'Get', {
      Name: 'a<b>&"c"',
      At: at,
      List: ['x', 'y'],
    });
    expect(body).toBe(
      '<GetResponse xmlns="https://example.com/"><GetResult><Name>a&#60;b&#62;&#38;&#34;c&#34;</Name><At>1970-01-01T00:00:01Z</At><List><member>x</member><member>y</member></List></GetResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></GetResponse>',
    );
  });

  it('follow query inputs whose fields are numbered and typed by the model', () => {
    const fields = new URLSearchParams(
      'Action=Get&Version=1&Name=n&Flag=true&Count=7&List.member.2=b&List.member.1=a',
    );
    expect(parseQueryInput(model, 'Answer', fields)).toEqual({
      Name: 'n',
      Flag: true,
      Count: 7,
      List: ['a', 'b'],
    });
  });
});
