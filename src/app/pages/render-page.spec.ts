import { renderPage } from './render-page.js';

const PAGE =
  '<html lang="en"><head><meta property="csp-nonce" nonce="%CSP_NONCE%"><title>Enroll</title>\n<!--head-->\n</head></html>';

describe('renderPage', () => {
  it('fills in the nonce, the language and the tags, and replaces the title', () => {
    const html = renderPage(PAGE, {
      nonce: 'n0',
      language: 'es',
      returnOrigins: [],
      tags: '<title>Hola</title>',
    });
    expect(html).toBe(
      '<html lang="es"><head><meta property="csp-nonce" nonce="n0">\n<title>Hola</title>\n</head></html>',
    );
  });

  it("keeps the page's own title where there are no tags", () => {
    expect(renderPage(PAGE, { nonce: 'n0', language: 'en', returnOrigins: [], tags: '' })).toContain(
      '<title>Enroll</title>',
    );
  });

  it('escapes the origins that it may link back to', () => {
    const page = '<meta name="return-origins" content="%RETURN_ORIGINS%" />';
    const named = (returnOrigins: string[]): string =>
      renderPage(page, { nonce: 'n0', language: 'en', returnOrigins, tags: '' });
    expect(named([])).toBe('<meta name="return-origins" content="" />');
    expect(named(['https://a.example', 'https://b.example:8443'])).toContain(
      'content="https://a.example https://b.example:8443"',
    );
    expect(named(['"><script>$&'])).toContain('content="&quot;&gt;&lt;script&gt;$&amp;"');
  });

  it('treats nothing in the tags as a placeholder or a replacement pattern', () => {
    const tags = "<title>$& $' $1 %CSP_NONCE% <!--head--></title>";
    expect(renderPage(PAGE, { nonce: 'n0', language: 'en', returnOrigins: [], tags })).toContain(tags);
  });
});
