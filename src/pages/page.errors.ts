import { DomainError } from '../common/domain-error.js';

export const pagesNotBuilt = (): DomainError =>
  new DomainError('unavailable', 'pages_not_built', 'The pages are not built: npm run build');
