import { resourceNotFound } from '../refusals.ts';

/** A resource of its own beside services. */
export interface Resource {
  readonly order: number;
  readonly name: string;
  readonly arn: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  /** Absent while the resource is there. */
  deletedAt?: number;
}

/** The resources of one kind in an account, deleted ones included. */
export class ResourceStore<T extends Resource> {
  readonly #byArn = new Map<string, T>();

  add(resource: T): T {
    this.#byArn.set(resource.arn, resource);
    return resource;
  }

  /** Those that were not deleted, newest first. */
  living(): T[] {
    return [...this.#byArn.values()]
      .filter((each) => each.deletedAt === undefined)
      .sort((a, b) => b.order - a.order);
  }

  /** The one of a name that was not deleted. */
  named(name: string): T | undefined {
    return this.living().find((each) => each.name === name);
  }

  /** The one of a full ARN, deleted or not. */
  find(arn: string): T | undefined {
    return this.#byArn.get(arn);
  }

  /** The same; throws ResourceNotFoundException. */
  get(arn: string): T {
    const found = this.find(arn);
    if (found === undefined) throw resourceNotFound(arn);
    return found;
  }

  /** The tags of one that was not deleted. */
  tagsOf(arn: string): Map<string, string> | undefined {
    const found = this.find(arn);
    return found?.deletedAt === undefined ? found?.tags : undefined;
  }
}
