export const DOCS_PATH = 'api/docs';
export const OPENAPI_PATH = 'api/openapi.json';

/** The description of the API, which is everybody's and the same for all. */
export const isPublicPage = (path: string): boolean =>
  [DOCS_PATH, OPENAPI_PATH].some((page) => path.startsWith(`/${page}`));
