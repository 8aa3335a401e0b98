// Shifts the clock of the process that imports it: `node --import=file://…/shifted-clock.mjs?ahead=-3600000`.
const ahead = Number(new URL(import.meta.url).searchParams.get('ahead'));
const RightDate = Date;

globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [Date.now()] : given));
  }

  static now() {
    return RightDate.now() + ahead;
  }
};
