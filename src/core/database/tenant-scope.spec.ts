import { beginAs } from './tenant-scope.js';

describe('beginAs', () => {
  it('names the tenant for one transaction', () => {
    expect(beginAs('ten_01jdb0', 'read only')).toBe(
      "begin read only; set local app.tenant_id = 'ten_01jdb0'",
    );
  });

  it.each(["x'; drop table tenant; --", "a'b", 'A', '', 'a b', 'a\nb', 'x'.repeat(65)])(
    'refuses %j',
    (id) => {
      expect(() => beginAs(id, 'read write')).toThrow('Invalid tenant id.');
    },
  );
});
