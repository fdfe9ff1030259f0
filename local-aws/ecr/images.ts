/** What a puller needs to fetch one image from the registry behind the local ECR. */
export interface PullSource {
  /** A reference that a Docker client on this machine can pull, always with a digest. */
  readonly reference: string;
  readonly digest: string;
  /** True for an index of several images. */
  readonly index?: true;
  readonly username: string;
  readonly password: string;
}

/** A tag of a repository was set by a push that the registry accepted. */
export interface PushEvent {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** How App Runner sees ECR. */
export interface ImageRegistry {
  /**
   * Finds the image an App Runner ImageIdentifier names, in the real form
   * (ACCOUNT.dkr.ecr.REGION.amazonaws.com/repo:tag) or the loopback form that
   * DescribeRepositories answers. Undefined when repository, tag or digest is absent.
   */
  resolve(imageIdentifier: string): Promise<PullSource | undefined>;
  /** Says whether an identifier's registry host is this ECR, in either form. */
  owns(imageIdentifier: string): boolean;
  onPush(listener: (event: PushEvent) => void): void;
}
