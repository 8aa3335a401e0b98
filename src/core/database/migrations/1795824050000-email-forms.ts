import { domainToASCII, domainToUnicode } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { report } from './report.js';

interface Row {
  readonly tenant_id: string;
  readonly id: string;
  readonly email: string;
  readonly canonical_email: string;
}

/**
 * Converts e-mail addresses with non-ASCII letters, or with a domain in Punycode, to the form in which they are compared
 * from now on. If another customer of the tenant has that form, both keep their addresses, and the conflict is reported;
 * the rules against abuse recognize them as one mailbox.
 */
export class EmailForms1795824050000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    // Row-level security applies to the owner too (FORCE): the statements would find no rows.
    await queryRunner.query('alter table customer no force row level security');
    for (const { tenant_id, id, email, canonical_email } of (await queryRunner.query(
      INTERNATIONAL,
    )) as Row[]) {
      const form = withDomain(email, (ascii) => domainToUnicode(ascii));
      const mailbox = withDomain(canonical_email, (ascii) => ascii);
      const [[changed]] = (await queryRunner.query(CHANGE, [tenant_id, id, form, mailbox])) as [Row[]];
      if (changed?.email !== form)
        report(`The customer ${id} of ${tenant_id} keeps its e-mail address: another customer has the same.`);
    }
    await queryRunner.query('alter table customer force row level security');
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Returns an address in NFC, with another form of its domain. A domain that is not valid stays as it is. */
function withDomain(email: string, formOf: (ascii: string) => string): string {
  const address = email.normalize('NFC');
  const at = address.lastIndexOf('@') + 1;
  const ascii = domainToASCII(address.slice(at));
  return ascii === '' ? address : address.slice(0, at) + formOf(ascii);
}

const INTERNATIONAL = `
  select tenant_id, id, email, canonical_email from customer
   where email ~ '[^ -~]' or email like '%xn--%'
   order by tenant_id, created_at, id`;

const CHANGE = `
  update customer
     set canonical_email = $4,
         email = case when exists (select from customer other
                                    where other.tenant_id = $1 and other.id <> $2 and other.email = $3)
                      then email else $3 end
   where tenant_id = $1 and id = $2
  returning email`;
