import { parseArgs } from 'node:util';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

/** What the command line and its environment ask for. */
export type Asking =
  | {
      readonly kind: 'ask';
      readonly region: string;
      readonly accessRoleArn: string;
      readonly run: string;
      readonly questions: readonly Question[];
      /** How long questions may take. */
      readonly minutes: number;
    }
  | {
      readonly kind: 'clean';
      readonly region: string;
      /** Undefined for every run. */
      readonly run: string | undefined;
      readonly minutes: number;
    };

type Environment = Readonly<Record<string, string | undefined>>;

const minutesOf = (text: string): number => {
  const minutes = Number(text);
  if (/^\d+$/.test(text) && minutes >= 1 && minutes <= 300) return minutes;
  throw new Error(`--minutes is '${text}', but must be a number from 1 to 300.`);
};

const questionsOf = (text: string): readonly Question[] => {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '');
  const unknown = ids.filter((id) => !QUESTIONS.some((question) => question.id === id));
  if (unknown.length > 0) {
    const known = QUESTIONS.map(({ id }) => id).join(', ');
    throw new Error(`There is no question ${unknown.join(', ')}; the questions: ${known}.`);
  }
  return ids.length === 0 ? QUESTIONS : QUESTIONS.filter(({ id }) => ids.includes(id));
};

/**
 * Reads the arguments. Throws an Error with a sentence for the user.
 *
 * @param made names a run that has no name
 */
export function readArguments(args: string[], env: Environment, made: () => string): Asking {
  const { values } = parseArgs({
    args,
    options: {
      clean: { type: 'boolean', default: false },
      run: { type: 'string' },
      questions: { type: 'string', default: '' },
      minutes: { type: 'string' },
    },
  });
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  if (!region) throw new Error('There is no Region: set AWS_REGION.');
  const { run = values.clean ? undefined : env.GITHUB_RUN_ID || made() } = values;
  if (run !== undefined && !/^[a-z0-9]{1,12}$/.test(run)) {
    throw new Error(`--run is '${run}', but must be 1 to 12 small letters and digits.`);
  }
  if (values.clean) {
    return { kind: 'clean', region, run, minutes: minutesOf(values.minutes ?? '25') };
  }
  const accessRoleArn = env.ACCESS_ROLE_ARN ?? '';
  if (!/^arn:aws:iam::\d{12}:role\/.+$/.test(accessRoleArn) || run === undefined) {
    throw new Error(
      'ACCESS_ROLE_ARN names no role: it is the ARN of a role that build.apprunner.amazonaws.com may assume and that may pull from ECR.',
    );
  }
  const questions = questionsOf(values.questions);
  const minutes = minutesOf(values.minutes ?? '45');
  return { kind: 'ask', region, accessRoleArn, run, questions, minutes };
}
