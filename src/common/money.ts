/**
 * Money and percentages as integers. The API uses major units: `20` of type `credit` is 20.00 in the tenant's currency, and
 * `10` of `discount_percent` is 10%. Internally every value is an integer in *units*: basis points for a percentage, the
 * currency's smallest unit for an amount.
 */

declare const unit: unique symbol;

/** A percentage in hundredths of a percent. The brand keeps it apart from an amount; it costs nothing at run time. */
export type BasisPoints = number & { readonly [unit]: 'basis points' };

/** An amount in the currency's smallest unit. */
export type Cents = number & { readonly [unit]: 'cents' };

/** Marks a number as basis points. */
export const basisPoints = (count: number): BasisPoints => count as BasisPoints;

/** Marks a number as an amount in the currency's smallest unit. */
export const cents = (count: number): Cents => count as Cents;

/** A percentage has two decimals: 100% is 10,000 basis points. */
export const PERCENT_DECIMALS = 2;
export const WHOLE_IN_BASIS_POINTS = 10_000;

/** The largest amount, in the currency's smallest unit. */
export const MAX_CENTS = 1_000_000_000_000;

/**
 * Converts a value in major units to integer units: `toUnits(10.5, 2)` is 1050. Works on the shortest decimal text of the
 * number, so floating-point arithmetic never rounds it.
 * @returns null when the number is negative, not finite, has more decimals, or exceeds `MAX_CENTS`
 */
export function toUnits(value: number, decimals: number): number | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > decimals) return null;
  const units = Number(whole + fraction.padEnd(decimals, '0'));
  return units <= MAX_CENTS ? units : null;
}

/** Converts integer units to a value in major units: `toMajor(1050, 2)` is 10.5. Exact up to `MAX_CENTS`. */
export const toMajor = (units: number, decimals: number): number => units / 10 ** decimals;

/**
 * Returns `base * percentage / 10000`, rounded half up in integers: `floor((base * percentage + 5000) / 10000)`.
 * @param base an amount in the currency's smallest unit, at most `MAX_CENTS`
 */
export function percentOf(base: number, percentage: BasisPoints): Cents {
  const half = WHOLE_IN_BASIS_POINTS / 2;
  return cents(Number((BigInt(base) * BigInt(percentage) + BigInt(half)) / BigInt(WHOLE_IN_BASIS_POINTS)));
}

/**
 * ISO 4217 currency codes that a tenant can have, including some withdrawn ones. Listed here because Node's ICU data
 * changes between versions, and the meaning of stored amounts must not change with it.
 */
const CODES = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
   CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
   ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
   MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
   SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
   VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

const WITHOUT_DECIMALS = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '),
);
const WITH_THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Returns true for the code of a currency that a tenant can have, in upper case. */
export const isCurrency = (code: string): boolean => CODES.has(code);

/** Returns the number of decimals that ISO 4217 gives the currency: JPY 0, USD 2, KWD 3. */
export function currencyDecimals(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THREE.has(currency) ? 3 : 2;
}
