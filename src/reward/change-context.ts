/** The actor, the time and the currency of a change. */
export interface ChangeContext {
  /** As timelines record it: `admin:usr_1`. */
  readonly actor: string;
  readonly at: Date;
  readonly currency: string;
}
