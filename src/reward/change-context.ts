/** Who changes something, when, and in which currency amounts are told. */
export interface ChangeContext {
  /** As timelines name it. */
  readonly actor: string;
  readonly at: Date;
  readonly currency: string;
}
