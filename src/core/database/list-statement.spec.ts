import { FIRST_CURSOR } from '../http/page.js';
import { listStatement } from './list-statement.js';

const list = {
  name: 'thing_page',
  table: 'thing',
  item: `json_build_object('id', page.id, 'unit', $2::text)`,
  filters: { status: 'status = ?', q: `position(lower(?) in lower(name || ?)) > 0` },
  values: ['0.01'],
};

describe('listStatement', () => {
  it('puts the keyset after its own values and asks for one extra row', () => {
    const { statement, values } = listStatement(list, { after: FIRST_CURSOR, limit: 50, filters: {} });
    expect(statement.name).toBe('thing_page_00');
    expect(statement.text).toContain('where tenant_id = $1 and (created_at, id) < ($3::timestamptz, $4)');
    expect(statement.text).toContain('limit 101');
    expect(statement.text).toContain('limit $5');
    expect(values).toEqual(['0.01', 'infinity', '', 51]);
  });

  it('sorts oldest first under another name', () => {
    const page = { after: FIRST_CURSOR, limit: 1, filters: {}, sort: 'created_at' as const };
    const { statement } = listStatement(list, page);
    expect(statement.name).toBe('thing_page_00_up');
    expect(statement.text).toContain('(created_at, id) > ($3::timestamptz, $4)');
    expect(statement.text.match(/created_at asc, (page\.)?id asc/g)).toHaveLength(3);
    expect(statement.text).not.toContain('desc');
  });

  it('allows a longer page where a list defines one', () => {
    const { statement } = listStatement(
      { ...list, longest: 500 },
      { after: FIRST_CURSOR, limit: 500, filters: {} },
    );
    expect(statement.text).toContain('limit 501');
  });

  it('has a name and a text for each combination of filters', () => {
    const { statement, values } = listStatement(list, {
      after: FIRST_CURSOR,
      limit: 1,
      filters: { q: 'x', other: 'y' },
    });
    expect(statement.name).toBe('thing_page_01');
    expect(statement.text).toContain('position(lower($6) in lower(name || $6)) > 0');
    expect(statement.text).not.toContain('status');
    expect(values).toEqual(['0.01', 'infinity', '', 2, 'x']);
  });
});
