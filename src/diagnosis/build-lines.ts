/**
 * The mark of a line that a build printed. App Runner's guide (monitor-cwl) names [Build]; for
 * newer runtimes [PreBuild], [PreRun] and [PostBuild] were seen beside it. App Runner's own
 * lines have [AppRunner], and those of 2021 have no mark.
 */
const MARK = /^\[(?!AppRunner\])\w+\] ?/;

/** True for a line that a build of source code printed. */
export function isBuildLine(message: string): boolean {
  return MARK.test(message);
}

/** What a build printed, without App Runner's mark. */
export function withoutMark(line: string): string {
  return line.replace(MARK, '');
}

const AHEAD = /\[Repo Type: Source\]|(?:pull(?:ing|ed)|starting) .*source code|apprunner\.yaml/i;
const OVER = /(?:successfully built|finished building|failed to build) your application source/i;

/** What a line of App Runner's tells of a build; undefined where it is about something else. */
export function buildStage(message: string): 'ahead' | 'over' | undefined {
  if (isBuildLine(message)) return undefined;
  if (OVER.test(message)) return 'over';
  return AHEAD.test(message) ? 'ahead' : undefined;
}
