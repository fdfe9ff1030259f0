const START = '<!-- apprunner-deploy:';

/**
 * The hidden line by which the comment about a service is found again. A service's name has only
 * letters, digits, `-` and `_`, so it can't end the HTML comment that it stands in; the space
 * after it keeps `hello` from being found in the comment about `hello-api`.
 *
 * @param service the service itself, also where the comment is about a preview of it
 */
export function marker(service: string): string {
  return `${START}${service} -->`;
}

/** A line in which no marker can be found: a log may hold one, of another service even. */
export function withoutMarker(line: string): string {
  return line.replaceAll(START, START.replace('<!', '<! '));
}
