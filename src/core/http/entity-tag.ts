import { DomainError, type Versioned } from '../../common/domain-error.js';

/** The condition of a change: any version of the resource, or the versions with these entity tags. */
export type Precondition = '*' | readonly string[];

/** A list of entity tags (RFC 9110, section 8.8.3). Empty elements are allowed. */
const TAGS = /^[\t ,]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"[\t ]*(?:,[\t ,]*|$))*$/;
const TAG = /(?:W\/)?"[^"]*"/g;

/** Returns the entity tag of a version. */
export const etagOf = (version: number): string => `"${version}"`;

/** Parses `If-Match`. A header that is not a list of entity tags is treated as an empty list, which matches no version. */
export function preconditionOf(header: string): Precondition {
  if (header.trim() === '*') return '*';
  return TAGS.test(header) ? (header.match(TAG) ?? []) : [];
}

/**
 * Requires the version that the client expects. Call it with the version that was read behind the lock of the resource.
 * Tags are compared strongly, so a weak one matches nothing (RFC 9110, section 13.1.1).
 * @param precondition undefined for a client that expects nothing
 * @throws DomainError `version_conflict` with the current resource
 */
export function requireVersion(
  precondition: Precondition | undefined,
  { state, version }: Versioned<object>,
): void {
  if (precondition === undefined || precondition === '*' || precondition.includes(etagOf(version))) return;
  throw new DomainError(
    'precondition_failed',
    'version_conflict',
    'The resource has changed since the version in If-Match. Nothing was done.',
    { current: state, version },
  );
}
