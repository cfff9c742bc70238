/** How long something took, in milliseconds. */
export interface Taken {
  readonly clock: number;
  /**
   * Of the clock or of this process's processor time, whichever is less: what it was busy itself, where another
   * program had the processor meanwhile.
   */
  readonly busy: number;
}

/** Begins to take the time. @returns what tells how long it took since */
export function takeTime(): () => Taken {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  return () => {
    const clock = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    return { clock, busy: Math.min(clock, (user + system) / 1000) };
  };
}
