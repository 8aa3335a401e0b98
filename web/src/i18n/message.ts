/** The languages that every text has. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text, or one for one of a thing and one for several. `{name}` stands for a value. */
type Text = string | { readonly one: string; readonly other: string };
/** A text in every language. */
export type Message = Readonly<Record<Locale, Text>>;
/** A page's part of the catalogue. */
export type Messages = Readonly<Record<string, Message>>;
/** What stands for the names in a text; `count` also decides between one and several. */
export type Values = Readonly<Record<string, string | number>>;

/** The text in a language, with its values in it. A number is written as the language writes it. */
export function textOf(message: Message, locale: Locale, values: Values = {}): string {
  return formOf(message[locale], locale, values).replace(/\{(\w+)\}/g, (name, key: string) => {
    const value = values[key];
    if (value === undefined) return name;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function formOf(text: Text, locale: Locale, { count }: Values): string {
  if (typeof text === 'string') return text;
  return new Intl.PluralRules(locale).select(Number(count)) === 'one' ? text.one : text.other;
}
