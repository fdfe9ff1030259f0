/** One entry of `errors` in a Validation Failed answer. */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field: string;
  readonly message?: string;
  readonly value?: string;
  readonly contexts?: readonly object[];
}

interface Details {
  /** The page of the REST documentation, such as `issues/comments#create-an-issue-comment`. */
  readonly page?: string;
  readonly errors?: readonly (FieldError | string)[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal as GitHub words it. The answer's JSON is `message`, `errors` where there are some,
 * `documentation_url` and the status as a string; an error without a page has its endpoint's.
 */
export class GitHubError extends Error {
  readonly status: number;
  readonly details: Details;

  constructor(status: number, message: string, details: Details = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

export const notFound = () => new GitHubError(404, 'Not Found');

/** 422 with the fields that are wrong. */
export const validationFailed = (...errors: (FieldError | string)[]) =>
  new GitHubError(422, 'Validation Failed', { errors });

/** 422 for a body that isn't of the endpoint's JSON schema. */
export const invalidRequest = (...sentences: string[]) =>
  new GitHubError(422, `Invalid request.\n\n${sentences.join('\n')}`);
