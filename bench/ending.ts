type Step = () => Promise<void> | void;

/** Stops what was started, in reverse order: at the end, on a failure, and on Ctrl-C. */
export class Ending {
  private readonly steps: Step[] = [];

  constructor() {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      process.once(signal, () => {
        void this.run().finally(() => process.exit(code));
      });
    }
  }

  add(step: Step): void {
    this.steps.push(step);
  }

  async run(): Promise<void> {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) await step();
  }
}
