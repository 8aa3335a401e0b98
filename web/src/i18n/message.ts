/** The languages of every message. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text, or a singular and a plural form. `{name}` is a placeholder. */
type Text = string | { readonly one: string; readonly other: string };
/** A text in every language. */
export type Message = Readonly<Record<Locale, Text>>;
/** The messages of a page. */
export type Messages = Readonly<Record<string, Message>>;
/** The values of the placeholders; `count` also selects singular or plural. */
export type Values = Readonly<Record<string, string | number>>;

/** Formats a message in a language. Numbers are formatted as in that language. */
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
