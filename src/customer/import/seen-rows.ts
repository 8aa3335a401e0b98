/** The customers and addresses of the rows so far. No customer is imported twice from one file. */
export class SeenRows {
  constructor(
    private readonly customers = new Map<string, number>(),
    private readonly addresses = new Map<string, number>(),
    private readonly released = new Map<string, number>(),
  ) {}

  /** Returns an independent copy, for a transaction that may run again. */
  copy(): SeenRows {
    return new SeenRows(new Map(this.customers), new Map(this.addresses), new Map(this.released));
  }

  rowOfCustomer(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.customers.get(id);
  }

  rowOfEmail(email: string): number | undefined {
    return this.addresses.get(email);
  }

  /** Returns the row that changed a customer from this address to another. No other row of the file can use this address. */
  rowThatReleased(email: string): number | undefined {
    return this.released.get(email);
  }

  /** Adds a row. @param released the former address of the customer, if the row changes it */
  add(row: number, id: string, email: string, released?: string): void {
    this.customers.set(id, row);
    this.addresses.set(email, row);
    if (released !== undefined) this.released.set(released, row);
  }

  /** Removes a row that was not imported. */
  remove(id: string, email: string): void {
    this.customers.delete(id);
    this.addresses.delete(email);
  }
}
