import type { DomainError } from '../../common/domain-error.js';
import { etagOf, preconditionOf, requireVersion } from './entity-tag.js';

const matches = (header: string, version: number): boolean => {
  try {
    requireVersion(preconditionOf(header), { state: {}, version });
    return true;
  } catch {
    return false;
  }
};

describe('If-Match', () => {
  it.each([
    ['"3"', 3],
    ['"0"', 0],
    [' "3" ', 3],
    ['"2", "3"', 3],
    ['"2","3"', 3],
    [', "2",, "3" ,', 3],
    ['"a,b", "3"', 3],
    ['W/"2", "3"', 3],
    ['"", "3"', 3],
    ['*', 0],
    [' * ', 7],
  ])('%s matches version %i', (header, version) => {
    expect(matches(header, version)).toBe(true);
  });

  it.each([
    ['"2"', 3],
    ['"33"', 3],
    ['"2", "4"', 3],
    ['W/"3"', 3],
    ['w/"3"', 3],
    ['3', 3],
    ['"3', 3],
    ["'3'", 3],
    ['"3" "4"', 3],
    ['"3";q=1', 3],
    ['"3", nonsense', 3],
    ['"a,"3""', 3],
    ['*, "3"', 3],
    ['"*"', 3],
    ['"03"', 3],
    ['"3.0"', 3],
    ['" 3"', 3],
    ['', 3],
    [',', 3],
  ])('%s does not match version %i', (header, version) => {
    expect(matches(header, version)).toBe(false);
  });

  it('is not required', () => {
    expect(() => {
      requireVersion(undefined, { state: {}, version: 3 });
    }).not.toThrow();
  });

  it('reports the current resource and its version', () => {
    const state = { code: 'SUMMER25' };
    expect(() => {
      requireVersion(['"2"'], { state, version: 3 });
    }).toThrow(
      expect.objectContaining({
        kind: 'precondition_failed',
        code: 'version_conflict',
        current: state,
        version: 3,
      }) as DomainError,
    );
  });

  it('is read in linear time', () => {
    const long = '"a",'.repeat(4_000);
    const start = performance.now();
    expect(matches(`${long}"`, 3)).toBe(false);
    expect(matches(' ,'.repeat(8_000) + 'x', 3)).toBe(false);
    expect(matches('" '.repeat(8_000), 3)).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('takes the entity tag of an answer', () => {
    expect(etagOf(12)).toBe('"12"');
    expect(matches(etagOf(12), 12)).toBe(true);
  });
});
