export const DEMO_TENANT = { slug: 'acme-waste', name: 'Acme Waste' };
export const DEMO_COLOR = '#1f7a4d';

/** The example of the guide: give 10%, get 10%. */
export const PROGRAM = {
  referral_enabled: true,
  referral_reward_type: 'discount_percent',
  referral_reward_value: 10,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 10,
} as const;

/** Customers that exist before the first referral, with their codes. */
export const MEMBERS = [
  { id: 'cus_john', name: 'John Doe', email: 'john@example.com', phone: '+1 555 0100', code: 'KH7N4WP3' },
  { id: 'cus_maria', name: 'María García', email: 'maria@example.com', phone: null, code: 'M8RQ2ZTA' },
  { id: 'cus_conan', name: "Conan O'Brien", email: 'conan@example.com', phone: null, code: 'C7BD5XHE' },
  { id: 'cus_lei', name: '李雷', email: 'lei@example.com', phone: null, code: null },
] as const;

/** Friends who enrolled, with dates and codes. */
export const FRIENDS: readonly {
  name: string;
  email: string;
  daysAgo: number;
  referral_code?: string;
  promo_code?: string;
}[] = [
  {
    name: 'Jane Smith',
    email: 'jane@example.com',
    daysAgo: 58,
    referral_code: 'KH7N4WP3',
    promo_code: 'SPRING15',
  },
  { name: 'Ana Souza', email: 'ana@example.com', daysAgo: 47, referral_code: 'KH7N4WP3' },
  {
    name: 'Tom Becker',
    email: 'tom@example.com',
    daysAgo: 33,
    referral_code: 'M8RQ2ZTA',
  },
  { name: 'Priya Patel', email: 'priya@example.com', daysAgo: 21, referral_code: 'KH7N4WP3' },
  {
    name: 'Omar Haddad',
    email: 'omar@example.com',
    daysAgo: 16,
    referral_code: 'C7BD5XHE',
  },
  { name: 'Grace Kim', email: 'grace@example.com', daysAgo: 12, referral_code: 'KH7N4WP3' },
  {
    name: 'Liam Byrne',
    email: 'liam@example.com',
    daysAgo: 8,
    referral_code: 'M8RQ2ZTA',
    promo_code: 'SPRING15',
  },
  {
    name: 'Noor Ali',
    email: 'noor@example.com',
    daysAgo: 5,
    referral_code: 'KH7N4WP3',
    promo_code: 'WELCOME25',
  },
  { name: 'Zoë Dubois', email: 'zoe@example.com', daysAgo: 2, referral_code: 'KH7N4WP3' },
  { name: 'Sam Carter', email: 'sam@example.com', daysAgo: 1 },
];

export const PROMOS = [
  { code: 'SPRING15', discount_type: 'discount_percent', discount_value: 15, combinable_with_referral: true },
  {
    code: 'WELCOME25',
    discount_type: 'discount_percent',
    discount_value: 25,
    combinable_with_referral: false,
    max_redemptions: 100,
  },
] as const;

/** Credit granted manually. */
export const GRANTS: readonly { email: string; daysAgo: number; amount_cents: number; reason: string }[] = [
  { email: 'john@example.com', daysAgo: 45, amount_cents: 1500, reason: 'sorry for the missed pick-up' },
];

/** Invoices, in the currency's smallest unit. John's first two use the rewards that Jane and Ana earned him. */
export const INVOICES: readonly {
  email: string;
  daysAgo: number;
  invoice_id: string;
  amount_cents: number;
}[] = [
  { email: 'jane@example.com', daysAgo: 57, invoice_id: 'INV-1001', amount_cents: 4500 },
  { email: 'ana@example.com', daysAgo: 46, invoice_id: 'INV-1002', amount_cents: 6200 },
  { email: 'john@example.com', daysAgo: 40, invoice_id: 'INV-1003', amount_cents: 8900 },
  { email: 'tom@example.com', daysAgo: 32, invoice_id: 'INV-1004', amount_cents: 3900 },
  { email: 'john@example.com', daysAgo: 10, invoice_id: 'INV-1005', amount_cents: 8900 },
];

/** Referrals that were ended, with reasons. */
export const ENDED: readonly { email: string; daysAgo: number; reason: string }[] = [
  { email: 'tom@example.com', daysAgo: 30, reason: 'the first invoice was refunded' },
  { email: 'omar@example.com', daysAgo: 15, reason: 'one household, two accounts' },
];
