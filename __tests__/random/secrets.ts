/** Values that no log line, output or summary may hold, each one its own. */
export const SECRETS = {
  secretAccessKey: 'wJalrXUtnFEMI-secret-access-key-K7MDENG',
  sessionToken: 'IQoJb3JpZ2luX2VjE-session-token-of-the-job',
  /** An environment variable that the service has. */
  before: 'value-that-the-service-has-8f2c',
  /** One that the workflow's inputs set. */
  input: 'value-that-the-inputs-set-41d7',
  /** One that somebody else sets while the run goes on. */
  others: 'value-that-somebody-else-set-c05b',
  /** A build secret. */
  build: 'npm-token-of-the-build-77ab',
} as const;

/** Environment variables of the service at the start, and with those of the inputs. */
export const BEFORE = { OLD_TOKEN: SECRETS.before };
export const AFTER = { ...BEFORE, API_TOKEN: SECRETS.input };
