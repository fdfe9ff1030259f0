import type { Clock } from '../../clock.ts';
import type { Account } from '../http/accounts.ts';
import type { NextId } from '../repository/identifiers.ts';

/** A comment in a pull request's conversation. Times are milliseconds since 1970. */
export interface Comment {
  readonly id: number;
  /** The pull request. */
  readonly number: number;
  readonly author: Account;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The comments of all pull requests. */
export class CommentStore {
  readonly #byId = new Map<number, Comment>();
  readonly #clock: Clock;
  readonly #nextId: NextId;

  constructor(clock: Clock, nextId: NextId) {
    this.#clock = clock;
    this.#nextId = nextId;
  }

  /** Those of a pull request, oldest first. */
  of(number: number): readonly Comment[] {
    return [...this.#byId.values()].filter((comment) => comment.number === number);
  }

  find(id: number): Comment | undefined {
    return this.#byId.get(id);
  }

  add(number: number, author: Account, body: string): Comment {
    const now = this.#clock.now();
    const comment = { id: this.#nextId(), number, author, body, createdAt: now, updatedAt: now };
    this.#byId.set(comment.id, comment);
    return comment;
  }

  edit(comment: Comment, body: string): Comment {
    const edited = { ...comment, body, updatedAt: this.#clock.now() };
    this.#byId.set(comment.id, edited);
    return edited;
  }

  delete(id: number): void {
    this.#byId.delete(id);
  }
}
