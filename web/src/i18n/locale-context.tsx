import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { keepLocale, preferredLocale } from './locale.js';
import { type Locale, type Message, textOf, type Values } from './message.js';

interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({ locale: 'en', choose: () => undefined });

/** @param given the language that a page around ours speaks; without it the one that was chosen, or the browser's */
export function LocaleProvider({
  given,
  children,
}: {
  given?: Locale | undefined;
  children: ReactNode;
}): JSX.Element {
  const [own, setLocale] = useState(preferredLocale);
  const locale = given ?? own;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo(
    () => ({
      locale,
      choose: (chosen: Locale): void => {
        keepLocale(chosen);
        setLocale(chosen);
      },
    }),
    [locale],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** Says a message of the catalogue in the language of the page. */
export function useSay(): (message: Message, values?: Values) => string {
  const { locale } = useLanguage();
  return (message, values) => textOf(message, locale, values);
}
