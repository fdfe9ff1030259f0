/** A time as GitHub's JSON has it: whole seconds, UTC. */
export const shownTime = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;
