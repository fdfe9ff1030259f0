/** Why a deployment failed, as far as App Runner's and the application's logs tell. */
export interface Diagnosis {
  /** One line: what is wrong; undefined when the logs do not tell. */
  readonly cause?: string | undefined;
  /** What to do about it, in a sentence or two. */
  readonly remedy?: string | undefined;
  /** App Runner's own lines about this operation, oldest first. */
  readonly events: readonly string[];
  /** The application's last lines, oldest first. */
  readonly application: readonly string[];
  /** The last lines of the build of source code, oldest first, where that is what failed. */
  readonly build?: readonly string[];
  /** What is missing and why: groups that do not exist, logs that may not be read. */
  readonly notes: readonly string[];
  /** Where the reader can look further, by title. */
  readonly links: Readonly<Record<string, string>>;
}
