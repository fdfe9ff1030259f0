/** The service of its own that a pull request has. */
export interface Preview {
  /** The service that it is a preview of: the input `service`. */
  readonly of: string;
  /** The preview's own service name, as previewName makes it. */
  readonly service: string;
  /** The repository on GitHub, OWNER/NAME. */
  readonly repository: string;
  readonly pullRequest: number;
  /** The newest commit of the pull request's branch when the event was sent. */
  readonly commit: string;
}
