import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { keepLocale, preferredLocale } from './locale.js';
import { type Locale, type Message, textOf, type Values } from './message.js';

interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({ locale: 'en', choose: () => undefined });

/** Provides the page's language. @param given the host page's language; without it the chosen one, or the browser's */
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

/** Returns a function that formats a message in the page's language. */
export function useSay(): (message: Message, values?: Values) => string {
  const { locale } = useLanguage();
  return (message, values) => textOf(message, locale, values);
}
