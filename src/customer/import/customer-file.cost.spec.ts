import { type DomainError } from '../../common/domain-error.js';
import { leastUse, type LoopUse } from '../../../test/support/event-loop.js';
import { parseCustomerFile } from './customer-file.js';

const refusalOf = async (text: string): Promise<[message: string, code?: string]> => {
  try {
    await parseCustomerFile(text);
  } catch (error) {
    const { message, fields } = error as DomainError;
    return [message, fields[0]?.code ?? ''];
  }
  return ['taken'];
};

async function useOf(text: string, refusal: [message: string, code: string]): Promise<LoopUse> {
  return leastUse(async () => {
    expect(await refusalOf(text)).toEqual(refusal);
  });
}

describe('parseCustomerFile', () => {
  it.each([
    ['a quote after it', 'stray_quote', `${'\u0001'.repeat(5_000_000)}"`],
    ['text after its closing quote', 'stray_quote', `"${'x,\n'.repeat(1_600_000)}"x`],
    ['no closing quote', 'unclosed_quote', `"${'x'.repeat(5_000_000)}`],
    ['quotes only', 'wrong_number_of_cells', '"'.repeat(5_000_000)],
  ])('refuses a cell of 5 MB with %s in short slices', async (_, code, row) => {
    const used = await leastUse(async () => {
      expect(await refusalOf(`name,email\n${row}`)).toEqual([expect.stringMatching(/^Row 2: /), code]);
    });
    expect(used.longestMs).toBeLessThan(50);
  });

  describe('a file of blank rows', () => {
    it.each(['\n', ' \n', ',\n', ' , \n', '"",""\n', '\t\n', '\u00a0\n', '\r\n'])(
      'of %j is refused after 20,000 rows, cheaply and in short slices',
      async (row) => {
        const text = `name,email\n${row.repeat(1_700_000)}`.slice(0, 5_200_000);
        const message = 'Row 20001: there are more than 20000 rows, including blank ones.';
        const used = await useOf(text, [message, 'too_many_rows']);
        expect(used.totalMs).toBeLessThan(500);
        expect(used.longestMs).toBeLessThan(50);
      },
    );

    it('of another width than the header is refused earlier, because each costs more', async () => {
      const message = 'Row 1002: more than 1000 blank rows differ in width from the header.';
      const used = await useOf(`name,email\n${'""\n'.repeat(20_000)}`, [message, 'wrong_number_of_cells']);
      expect(used.totalMs).toBeLessThan(500);
    });

    it('with one endless row is refused at its 101st cell', async () => {
      const text = `name,email\n${','.repeat(5_000_000)}`;
      const used = await useOf(text, ['Row 2: there are more than 100 cells.', 'wrong_number_of_cells']);
      expect(used.longestMs).toBeLessThan(50);
    });
  });
});
