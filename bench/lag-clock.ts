import { type Clock, systemClock } from '../local-aws/clock.ts';

/** The time of a local AWS whose operations last as long as each is told to. */
export interface LagClock extends Clock {
  /** Milliseconds that the next operations last longer than the pace says. */
  longerMs: number;
  /** From now on time is the machine's; until then operations pass in no time. */
  catchUp(): void;
}

/** Shorter sleeps are no operation's, but health checks'. */
const OPERATION_MS = 1_000;

/** @param agoMs how long ago it begins; what is done before catchUp has to fit into that */
export function lagClock(agoMs: number): LagClock {
  let behind = agoMs;
  const now = () => systemClock.now() - behind;
  return {
    longerMs: 0,
    now,
    async sleep(ms, signal) {
      const whole = ms < OPERATION_MS ? ms : ms + this.longerMs;
      if (behind === 0) return systemClock.sleep(whole, signal);
      behind -= whole;
      if (behind <= 0) throw new Error('The time before the bench is used up.');
      // Others get their turn, as in a sleep that lasts.
      await systemClock.sleep(1, signal);
    },
    catchUp() {
      behind = 0;
    },
  };
}
