/** The links that open a prepared message. None sends it. */
export interface ShareLinks {
  readonly whatsapp: string;
  readonly sms: string;
  readonly email: string;
}

/**
 * Builds links that open a message with the text.
 * - WhatsApp: https://faq.whatsapp.com/5913398998672934
 * - SMS: `?&body=` is what both iOS and Android read
 * - e-mail: RFC 6068, which wants `%20` for a space and CRLF for a new line
 */
export function shareLinks(subject: string, text: string): ShareLinks {
  const [encodedSubject, encodedText] = [subject, text].map(encodeURIComponent);
  return {
    whatsapp: `https://wa.me/?text=${encodedText}`,
    sms: `sms:?&body=${encodedText}`,
    email: `mailto:?subject=${encodedSubject}&body=${encodeURIComponent(text.replace(/\r?\n/g, '\r\n'))}`,
  };
}
