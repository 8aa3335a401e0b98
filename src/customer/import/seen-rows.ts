/** Whom the rows of a file have dealt with so far: nobody is dealt with twice. */
export class SeenRows {
  constructor(
    private readonly customers = new Map<string, number>(),
    private readonly addresses = new Map<string, number>(),
    private readonly givenUp = new Map<string, number>(),
  ) {}

  /** One that goes its own way: what is tried with it can be tried again. */
  copy(): SeenRows {
    return new SeenRows(new Map(this.customers), new Map(this.addresses), new Map(this.givenUp));
  }

  ofCustomer(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.customers.get(id);
  }

  ofAddress(email: string): number | undefined {
    return this.addresses.get(email);
  }

  /** The row by which a customer left this address: nobody else gets it by the same file. */
  thatGaveUp(email: string): number | undefined {
    return this.givenUp.get(email);
  }

  claim(row: number, id: string, email: string, gaveUp?: string): void {
    this.customers.set(id, row);
    this.addresses.set(email, row);
    if (gaveUp !== undefined) this.givenUp.set(gaveUp, row);
  }

  /** Of a row that did not come about. */
  disclaim(id: string, email: string): void {
    this.customers.delete(id);
    this.addresses.delete(email);
  }
}
