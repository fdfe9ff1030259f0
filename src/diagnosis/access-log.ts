const STATUS = String.raw`["']?\b([1-5]\d\d)\b(?![.\d:])`;
const NAMED_STATUS = String.raw`\bstatus(?:_?code)?["']?\s*[:=]\s*${STATUS}`;

/**
 * The status that an application's access log says it last answered a path with, in the forms
 * of common servers; undefined when no line tells.
 *
 * @param path as the health check asks for it
 */
export function statusOf(path: string, lines: readonly string[]): number | undefined {
  const asked = String.raw`(?<![\w/.-])${RegExp.escape(path)}(?:\?[^\s"']*)?(?![\w/.-])`;
  const forms = [
    // "GET /path HTTP/1.1" 401 (Apache, nginx, uvicorn, Werkzeug), GET /path 401 (morgan)
    String.raw`\b(?:GET|HEAD)\s+${asked}["']?(?:\s+HTTP/[\d.]+)?["']?\s*(?:[-=:>→]+\s*)?${STATUS}`,
    String.raw`${STATUS}\s+["']?GET\s+${asked}`,
    // | 401 | 12µs | 10.0.0.1 | GET | "/path" (Gin, Fiber)
    String.raw`\|\s*${STATUS}\s*\|.*\bGET\b[\s|]*["']?${asked}`,
    // "path":"/path","status":401 and path=/path status=401, in either order
    `${asked}.*${NAMED_STATUS}`,
    `${NAMED_STATUS}.*${asked}`,
  ].map((form) => new RegExp(form, 'i'));
  const started = new RegExp(String.raw`\bStarted GET ["']${asked}["']`);
  const statuses = lines.map((line, at) => {
    // Rails tells the end of a request in a line of its own.
    if (started.test(line)) return firstMatch([/\bCompleted (\d{3})\b/], lines.slice(at + 1));
    return firstMatch(forms, [line]);
  });
  return statuses.findLast((status) => status !== undefined);
}

function firstMatch(forms: readonly RegExp[], lines: readonly string[]): number | undefined {
  for (const line of lines) {
    for (const form of forms) {
      const status = form.exec(line)?.[1];
      if (status) return Number(status);
    }
  }
  return undefined;
}
