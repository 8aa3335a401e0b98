-- The schema as the migrations make it: `npm run schema` writes this file, and `npm run check` compares it.
-- Each table comes after the tables it refers to. Not here: the schema graphile_worker and TypeORM's table schema_migration,
-- which those libraries make.

CREATE ROLE referral_service LOGIN;
GRANT USAGE ON SCHEMA public TO referral_service;

CREATE OR REPLACE FUNCTION public.current_tenant()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.tenant_id', true), '') $function$;

CREATE TABLE tenant (
  id text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  name text NOT NULL,
  currency text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT tenant_pkey PRIMARY KEY (id),
  CONSTRAINT tenant_slug_key UNIQUE (slug),
  CONSTRAINT tenant_currency CHECK (currency ~ '^[A-Z]{3}$'::text),
  CONSTRAINT tenant_slug_shape CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$'::text AND length(slug) <= 63),
  CONSTRAINT tenant_status CHECK (status = ANY (ARRAY['active'::text, 'suspended'::text]))
);
CREATE INDEX tenant_page ON tenant USING btree (created_at, id);
GRANT SELECT, INSERT, UPDATE (name, status) ON tenant TO referral_service;

CREATE TABLE abuse_rules (
  tenant_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  same_email text COLLATE "C" NOT NULL,
  same_phone text COLLATE "C" NOT NULL,
  disposable_domain text COLLATE "C" NOT NULL,
  velocity_referrer text COLLATE "C" NOT NULL,
  velocity_address text COLLATE "C" NOT NULL,
  same_address text COLLATE "C" NOT NULL,
  velocity_referrer_limit integer NOT NULL,
  velocity_address_limit integer NOT NULL,
  updated_by text NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT abuse_rules_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT abuse_rules_limits CHECK (velocity_referrer_limit >= 1 AND velocity_referrer_limit <= 1000 AND velocity_address_limit >= 1 AND velocity_address_limit <= 1000),
  CONSTRAINT abuse_rules_modes CHECK ((same_email = ANY (ARRAY['off'::text, 'observe'::text, 'hold'::text])) AND (same_phone = ANY (ARRAY['off'::text, 'observe'::text, 'hold'::text])) AND (disposable_domain = ANY (ARRAY['off'::text, 'observe'::text, 'hold'::text])) AND (velocity_referrer = ANY (ARRAY['off'::text, 'observe'::text, 'hold'::text])) AND (velocity_address = ANY (ARRAY['off'::text, 'observe'::text, 'hold'::text])) AND (same_address = ANY (ARRAY['off'::text, 'observe'::text, 'hold'::text]))),
  CONSTRAINT abuse_rules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE abuse_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE abuse_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON abuse_rules
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (version, same_email, same_phone, disposable_domain, velocity_referrer, velocity_address, same_address, velocity_referrer_limit, velocity_address_limit, updated_by, updated_at) ON abuse_rules TO referral_service;

CREATE TABLE abuse_velocity (
  tenant_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  recent timestamp(3) with time zone[] NOT NULL,
  CONSTRAINT abuse_velocity_pkey PRIMARY KEY (tenant_id, rule, subject),
  CONSTRAINT abuse_velocity_rule CHECK (rule = ANY (ARRAY['velocity_referrer'::text, 'velocity_address'::text])),
  CONSTRAINT abuse_velocity_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE abuse_velocity ENABLE ROW LEVEL SECURITY;
ALTER TABLE abuse_velocity FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON abuse_velocity
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (recent) ON abuse_velocity TO referral_service;

CREATE TABLE api_key (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  scopes jsonb NOT NULL,
  prefix text COLLATE "C" NOT NULL,
  secret_hash text COLLATE "C" NOT NULL,
  created_by text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  last_used_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  CONSTRAINT api_key_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_key_secret_key UNIQUE (tenant_id, secret_hash),
  CONSTRAINT api_key_scopes CHECK (jsonb_typeof(scopes) = 'array'::text AND scopes <> '[]'::jsonb AND scopes <@ '["read", "enroll", "redeem", "admin"]'::jsonb),
  CONSTRAINT api_key_secret_hash CHECK (secret_hash ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT api_key_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX api_key_page ON api_key USING btree (tenant_id, created_at, id);
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON api_key
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (last_used_at, expires_at, revoked_at) ON api_key TO referral_service;

CREATE TABLE audit_entry (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  target_id text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  address text COLLATE "C",
  before jsonb,
  after jsonb,
  reason text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX audit_entry_list ON audit_entry USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX audit_entry_target ON audit_entry USING btree (tenant_id, target_id, created_at DESC, id DESC);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_entry
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (before, after) ON audit_entry TO referral_service;

CREATE TABLE code_traffic (
  tenant_id text COLLATE "C" NOT NULL,
  day date NOT NULL,
  link_opened bigint NOT NULL,
  code_validated bigint NOT NULL,
  CONSTRAINT code_traffic_pkey PRIMARY KEY (tenant_id, day),
  CONSTRAINT code_traffic_counts CHECK (link_opened >= 0 AND code_validated >= 0),
  CONSTRAINT code_traffic_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE code_traffic ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_traffic FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON code_traffic
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (link_opened, code_validated) ON code_traffic TO referral_service;

CREATE TABLE customer (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  canonical_email text NOT NULL,
  phone text,
  status text COLLATE "C" NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  erased_at timestamp(3) with time zone,
  CONSTRAINT customer_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT customer_email_key UNIQUE (tenant_id, email),
  CONSTRAINT customer_email CHECK (email = lower(email)),
  CONSTRAINT customer_erased CHECK (erased_at IS NULL OR phone IS NULL AND status = 'inactive'::text),
  CONSTRAINT customer_id_shape CHECK (id ~ '^[A-Za-z0-9_-]{1,64}$'::text),
  CONSTRAINT customer_status CHECK (status = ANY (ARRAY['active'::text, 'inactive'::text])),
  CONSTRAINT customer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX customer_canonical_email ON customer USING btree (tenant_id, canonical_email);
CREATE INDEX customer_page ON customer USING btree (tenant_id, created_at, id);
CREATE INDEX customer_phone_digits ON customer USING btree (tenant_id, ltrim(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text), '0'::text)) WHERE phone IS NOT NULL;
ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON customer
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (name, email, canonical_email, phone, status, erased_at) ON customer TO referral_service;

CREATE TABLE credit_account (
  tenant_id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  balance_cents bigint NOT NULL,
  entry_count integer NOT NULL,
  last_hash text COLLATE "C" NOT NULL,
  CONSTRAINT credit_account_pkey PRIMARY KEY (tenant_id, customer_id),
  CONSTRAINT credit_account_balance CHECK (balance_cents >= 0),
  CONSTRAINT credit_account_hash CHECK (last_hash ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT credit_account_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id)
);
ALTER TABLE credit_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON credit_account
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (balance_cents, entry_count, last_hash) ON credit_account TO referral_service;

CREATE TABLE redemption (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  invoice_id text NOT NULL,
  currency text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  subtotal_cents bigint NOT NULL,
  discount_cents bigint NOT NULL,
  credit_cents bigint NOT NULL,
  total_cents bigint NOT NULL,
  reversed_cents bigint NOT NULL,
  restored_credit_cents bigint NOT NULL,
  left_out jsonb NOT NULL,
  alternatives jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  refunded_cents bigint NOT NULL,
  CONSTRAINT redemption_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT redemption_invoice_key UNIQUE (tenant_id, invoice_id),
  CONSTRAINT redemption_adds_up CHECK (discount_cents >= 0 AND credit_cents >= 0 AND total_cents >= 0 AND (discount_cents + credit_cents + total_cents) = subtotal_cents),
  CONSTRAINT redemption_refunded CHECK (refunded_cents >= 0 AND refunded_cents <= subtotal_cents),
  CONSTRAINT redemption_reversed CHECK (reversed_cents >= 0 AND reversed_cents <= (discount_cents + credit_cents) AND restored_credit_cents >= 0 AND restored_credit_cents <= credit_cents),
  CONSTRAINT redemption_status CHECK (
CASE status
    WHEN 'applied'::text THEN reversed_cents = 0 AND refunded_cents = 0
    WHEN 'partially_reversed'::text THEN (reversed_cents > 0 OR refunded_cents > 0) AND refunded_cents < subtotal_cents
    WHEN 'reversed'::text THEN reversed_cents = (discount_cents + credit_cents) AND refunded_cents = subtotal_cents
    ELSE false
END),
  CONSTRAINT redemption_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id)
);
CREATE INDEX redemption_of_customer ON redemption USING btree (tenant_id, customer_id, created_at, id);
CREATE INDEX redemption_page ON redemption USING btree (tenant_id, created_at, id);
ALTER TABLE redemption ENABLE ROW LEVEL SECURITY;
ALTER TABLE redemption FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON redemption
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (status, reversed_cents, restored_credit_cents, refunded_cents) ON redemption TO referral_service;

CREATE TABLE program_terms (
  tenant_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  enabled boolean NOT NULL,
  referrer_type text COLLATE "C" NOT NULL,
  referrer_units bigint NOT NULL,
  referee_type text COLLATE "C" NOT NULL,
  referee_units bigint NOT NULL,
  created_by text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  qualify_on text COLLATE "C" NOT NULL,
  hold_days integer NOT NULL,
  reward_expires_days integer,
  max_rewards integer,
  max_rewards_period text COLLATE "C" NOT NULL,
  budget_cents bigint,
  keep_attribution boolean NOT NULL,
  referrer_name_display text COLLATE "C" NOT NULL,
  on_refund text COLLATE "C" NOT NULL,
  min_invoice_cents bigint,
  CONSTRAINT program_terms_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT program_terms_budget CHECK (budget_cents >= 0 AND budget_cents <= '1000000000000'::bigint),
  CONSTRAINT program_terms_expires_days CHECK (reward_expires_days >= 1 AND reward_expires_days <= 3650),
  CONSTRAINT program_terms_hold_days CHECK (hold_days >= 0 AND hold_days <= 90),
  CONSTRAINT program_terms_max_rewards CHECK (max_rewards >= 1 AND (max_rewards_period = ANY (ARRAY['month'::text, 'year'::text, 'ever'::text]))),
  CONSTRAINT program_terms_min_invoice CHECK (min_invoice_cents >= 1 AND min_invoice_cents <= '1000000000000'::bigint),
  CONSTRAINT program_terms_name_display CHECK (referrer_name_display = ANY (ARRAY['full'::text, 'first_initial'::text, 'first'::text, 'hidden'::text])),
  CONSTRAINT program_terms_on_refund CHECK (on_refund = ANY (ARRAY['reverse'::text, 'keep'::text])),
  CONSTRAINT program_terms_qualify_on CHECK (qualify_on = ANY (ARRAY['enrollment'::text, 'first_invoice'::text, 'manual'::text])),
  CONSTRAINT program_terms_referee CHECK ((referee_type = ANY (ARRAY['discount_percent'::text, 'discount_fixed'::text, 'credit'::text])) AND referee_units >= 0 AND referee_units <=
CASE referee_type
    WHEN 'discount_percent'::text THEN 10000::bigint
    ELSE '1000000000000'::bigint
END),
  CONSTRAINT program_terms_referrer CHECK ((referrer_type = ANY (ARRAY['discount_percent'::text, 'discount_fixed'::text, 'credit'::text])) AND referrer_units >= 0 AND referrer_units <=
CASE referrer_type
    WHEN 'discount_percent'::text THEN 10000::bigint
    ELSE '1000000000000'::bigint
END),
  CONSTRAINT program_terms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE program_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_terms FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON program_terms
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT ON program_terms TO referral_service;

CREATE TABLE referral (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  referrer_customer_id text COLLATE "C" NOT NULL,
  referee_customer_id text COLLATE "C" NOT NULL,
  referral_code text COLLATE "C" NOT NULL,
  terms_version integer NOT NULL,
  status text COLLATE "C" NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  qualified_by_redemption_id text COLLATE "C",
  qualified_cents bigint,
  refunded_at timestamp(3) with time zone,
  requalified_at timestamp(3) with time zone,
  referrer_reward_withheld text COLLATE "C",
  referee_reward_withheld text COLLATE "C",
  CONSTRAINT referral_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT referral_referee_key UNIQUE (tenant_id, referee_customer_id),
  CONSTRAINT referral_qualified_cents CHECK ((qualified_by_redemption_id IS NULL) = (qualified_cents IS NULL) AND qualified_cents > 0),
  CONSTRAINT referral_referee_reward_withheld CHECK (referee_reward_withheld = ANY (ARRAY['budget_reached'::text, 'promo_not_combinable'::text])),
  CONSTRAINT referral_referrer_reward_withheld CHECK (referrer_reward_withheld = ANY (ARRAY['budget_reached'::text, 'limit_reached'::text])),
  CONSTRAINT referral_refunded CHECK ((refunded_at IS NULL OR qualified_by_redemption_id IS NOT NULL) AND (requalified_at IS NULL OR refunded_at IS NOT NULL)),
  CONSTRAINT referral_status CHECK (status = ANY (ARRAY['pending'::text, 'qualified'::text, 'rejected'::text, 'reversed'::text])),
  CONSTRAINT referral_two_people CHECK (referrer_customer_id <> referee_customer_id),
  CONSTRAINT referral_qualifying_redemption FOREIGN KEY (tenant_id, qualified_by_redemption_id) REFERENCES redemption(tenant_id, id),
  CONSTRAINT referral_tenant_id_referee_customer_id_fkey FOREIGN KEY (tenant_id, referee_customer_id) REFERENCES customer(tenant_id, id),
  CONSTRAINT referral_tenant_id_referrer_customer_id_fkey FOREIGN KEY (tenant_id, referrer_customer_id) REFERENCES customer(tenant_id, id),
  CONSTRAINT referral_tenant_id_terms_version_fkey FOREIGN KEY (tenant_id, terms_version) REFERENCES program_terms(tenant_id, version)
);
CREATE INDEX referral_of_referrer ON referral USING btree (tenant_id, referrer_customer_id, created_at, id) INCLUDE (status);
CREATE INDEX referral_page ON referral USING btree (tenant_id, created_at, id) INCLUDE (referrer_customer_id, status);
ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON referral
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (status, qualified_by_redemption_id, qualified_cents, refunded_at, requalified_at, referrer_reward_withheld, referee_reward_withheld) ON referral TO referral_service;

CREATE TABLE reward (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  referral_id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  value_units bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  available_at timestamp(3) with time zone,
  applied_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone NOT NULL,
  used_cents bigint NOT NULL,
  shortfall_cents bigint NOT NULL,
  redemption_id text COLLATE "C",
  refunded_as text COLLATE "C",
  referral_created_at timestamp(3) with time zone,
  CONSTRAINT reward_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT reward_recipient_key UNIQUE (tenant_id, referral_id, customer_id),
  CONSTRAINT reward_credit CHECK (type <> 'credit'::text OR status <> 'available'::text),
  CONSTRAINT reward_refunded_as CHECK (refunded_as = ANY (ARRAY['voided'::text, 'reversed'::text])),
  CONSTRAINT reward_role CHECK (role = ANY (ARRAY['referrer'::text, 'referee'::text])),
  CONSTRAINT reward_status CHECK (status = ANY (ARRAY['pending'::text, 'available'::text, 'applied'::text, 'voided'::text, 'reversed'::text, 'expired'::text])),
  CONSTRAINT reward_used CHECK (used_cents >= 0 AND shortfall_cents >= 0),
  CONSTRAINT reward_value CHECK ((type = ANY (ARRAY['discount_percent'::text, 'discount_fixed'::text, 'credit'::text])) AND value_units >= 1 AND value_units <=
CASE type
    WHEN 'discount_percent'::text THEN 10000::bigint
    ELSE '1000000000000'::bigint
END),
  CONSTRAINT reward_redemption FOREIGN KEY (tenant_id, redemption_id) REFERENCES redemption(tenant_id, id),
  CONSTRAINT reward_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  CONSTRAINT reward_tenant_id_referral_id_fkey FOREIGN KEY (tenant_id, referral_id) REFERENCES referral(tenant_id, id)
);
CREATE INDEX reward_expiring ON reward USING btree (tenant_id, expires_at) WHERE status = 'available'::text AND expires_at IS NOT NULL;
CREATE INDEX reward_maturing ON reward USING btree (tenant_id, available_at) WHERE status = 'pending'::text AND available_at IS NOT NULL;
CREATE INDEX reward_of_customer ON reward USING btree (tenant_id, customer_id, created_at, id);
CREATE INDEX reward_of_referrals ON reward USING btree (tenant_id, COALESCE(referral_created_at, created_at), referral_id) INCLUDE (type, status, available_at, expires_at, referral_created_at, created_at);
CREATE INDEX reward_page ON reward USING btree (tenant_id, created_at, id);
CREATE INDEX reward_usable ON reward USING btree (tenant_id, customer_id, status, created_at, id) WHERE status = ANY (ARRAY['pending'::text, 'available'::text]);
ALTER TABLE reward ENABLE ROW LEVEL SECURITY;
ALTER TABLE reward FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON reward
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (status, available_at, applied_at, expires_at, used_cents, shortfall_cents, redemption_id, refunded_as) ON reward TO referral_service;

CREATE TABLE credit_lot (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  reward_id text COLLATE "C",
  granted_cents bigint NOT NULL,
  remaining_cents bigint NOT NULL,
  expires_at timestamp(3) with time zone,
  reversed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone NOT NULL,
  reinstated_at timestamp(3) with time zone,
  CONSTRAINT credit_lot_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT credit_lot_customer_key UNIQUE (tenant_id, customer_id, id),
  CONSTRAINT credit_lot_remaining CHECK (granted_cents > 0 AND remaining_cents >= 0 AND remaining_cents <= granted_cents),
  CONSTRAINT credit_lot_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES credit_account(tenant_id, customer_id),
  CONSTRAINT credit_lot_tenant_id_reward_id_fkey FOREIGN KEY (tenant_id, reward_id) REFERENCES reward(tenant_id, id)
);
CREATE INDEX credit_lot_expiring ON credit_lot USING btree (tenant_id, expires_at) WHERE remaining_cents > 0 AND expires_at IS NOT NULL;
CREATE INDEX credit_lot_open ON credit_lot USING btree (tenant_id, customer_id) WHERE remaining_cents > 0;
CREATE UNIQUE INDEX credit_lot_reward_key ON credit_lot USING btree (tenant_id, reward_id, (reinstated_at IS NULL));
ALTER TABLE credit_lot ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_lot FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON credit_lot
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (remaining_cents, reversed_at, reinstated_at) ON credit_lot TO referral_service;

CREATE TABLE credit_entry (
  tenant_id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  lot_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  amount_cents bigint NOT NULL,
  lot_remaining_cents bigint NOT NULL,
  balance_cents bigint NOT NULL,
  redemption_id text COLLATE "C",
  reason text,
  actor text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  hash text COLLATE "C" NOT NULL,
  CONSTRAINT credit_entry_pkey PRIMARY KEY (tenant_id, customer_id, sequence),
  CONSTRAINT credit_entry_id_key UNIQUE (tenant_id, id),
  CONSTRAINT credit_entry_amount CHECK (
CASE kind
    WHEN 'grant'::text THEN amount_cents > 0
    WHEN 'restore'::text THEN amount_cents > 0
    WHEN 'capture'::text THEN amount_cents < 0
    WHEN 'expire'::text THEN amount_cents < 0
    WHEN 'reverse'::text THEN amount_cents < 0
    WHEN 'adjust'::text THEN amount_cents < 0
    ELSE false
END),
  CONSTRAINT credit_entry_hash CHECK (hash ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT credit_entry_running CHECK (sequence > 0 AND lot_remaining_cents >= 0 AND balance_cents >= lot_remaining_cents),
  CONSTRAINT credit_entry_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES credit_account(tenant_id, customer_id),
  CONSTRAINT credit_entry_tenant_id_customer_id_lot_id_fkey FOREIGN KEY (tenant_id, customer_id, lot_id) REFERENCES credit_lot(tenant_id, customer_id, id),
  CONSTRAINT credit_entry_tenant_id_redemption_id_fkey FOREIGN KEY (tenant_id, redemption_id) REFERENCES redemption(tenant_id, id)
);
ALTER TABLE credit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON credit_entry
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT ON credit_entry TO referral_service;

CREATE TABLE promo (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  discount_type text COLLATE "C" NOT NULL,
  discount_units bigint NOT NULL,
  combinable_with_referral boolean NOT NULL,
  active boolean NOT NULL,
  starts_at timestamp(3) with time zone,
  ends_at timestamp(3) with time zone,
  max_redemptions integer,
  redemption_count integer NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT promo_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT promo_code_key UNIQUE (tenant_id, code),
  CONSTRAINT promo_discount CHECK ((discount_type = ANY (ARRAY['discount_percent'::text, 'discount_fixed'::text])) AND discount_units >= 0 AND discount_units <=
CASE discount_type
    WHEN 'discount_percent'::text THEN 10000::bigint
    ELSE '1000000000000'::bigint
END),
  CONSTRAINT promo_limit CHECK (redemption_count >= 0 AND redemption_count <= COALESCE(max_redemptions, redemption_count)),
  CONSTRAINT promo_window CHECK (starts_at < ends_at),
  CONSTRAINT promo_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX promo_page ON promo USING btree (tenant_id, created_at, id);
ALTER TABLE promo ENABLE ROW LEVEL SECURITY;
ALTER TABLE promo FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON promo
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE, DELETE ON promo TO referral_service;

CREATE TABLE enrollment (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  referral_status text COLLATE "C" NOT NULL,
  referral_reason text COLLATE "C",
  referral_id text COLLATE "C",
  promo_status text COLLATE "C" NOT NULL,
  promo_reason text COLLATE "C",
  promo_id text COLLATE "C",
  promo_discount_type text COLLATE "C",
  promo_discount_units bigint,
  created_at timestamp(3) with time zone NOT NULL,
  promo_combinable boolean,
  promo_redemption_id text COLLATE "C",
  address_fingerprint text COLLATE "C",
  CONSTRAINT enrollment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT enrollment_customer_key UNIQUE (tenant_id, customer_id),
  CONSTRAINT enrollment_promo CHECK ((promo_status = ANY (ARRAY['applied'::text, 'invalid'::text, 'none'::text])) AND (promo_status = 'applied'::text) = (promo_id IS NOT NULL) AND (promo_id IS NULL) = (promo_discount_type IS NULL) AND (promo_id IS NULL) = (promo_discount_units IS NULL)),
  CONSTRAINT enrollment_promo_terms CHECK ((promo_id IS NULL) = (promo_combinable IS NULL) AND (promo_redemption_id IS NULL OR promo_id IS NOT NULL)),
  CONSTRAINT enrollment_referral CHECK ((referral_status = ANY (ARRAY['applied'::text, 'dropped'::text, 'invalid'::text, 'none'::text])) AND (referral_status = 'applied'::text) = (referral_id IS NOT NULL)),
  CONSTRAINT enrollment_promo_redemption FOREIGN KEY (tenant_id, promo_redemption_id) REFERENCES redemption(tenant_id, id),
  CONSTRAINT enrollment_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  CONSTRAINT enrollment_tenant_id_promo_id_fkey FOREIGN KEY (tenant_id, promo_id) REFERENCES promo(tenant_id, id),
  CONSTRAINT enrollment_tenant_id_referral_id_fkey FOREIGN KEY (tenant_id, referral_id) REFERENCES referral(tenant_id, id)
);
CREATE INDEX enrollment_with_promo ON enrollment USING btree (tenant_id, created_at) INCLUDE (referral_status) WHERE promo_status = 'applied'::text;
ALTER TABLE enrollment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON enrollment
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (promo_redemption_id, address_fingerprint) ON enrollment TO referral_service;

CREATE TABLE erased_person (
  tenant_id text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  erased_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT erased_person_pkey PRIMARY KEY (tenant_id, fingerprint),
  CONSTRAINT erased_person_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT erased_person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE erased_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_person FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON erased_person
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT ON erased_person TO referral_service;

CREATE TABLE event_position (
  tenant_id text COLLATE "C" NOT NULL,
  last_sequence bigint NOT NULL,
  CONSTRAINT event_position_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT event_position_last CHECK (last_sequence >= 0),
  CONSTRAINT event_position_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE event_position ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_position FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON event_position
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (last_sequence) ON event_position TO referral_service;

CREATE TABLE former_trait (
  tenant_id text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT former_trait_pkey PRIMARY KEY (tenant_id, fingerprint, customer_id),
  CONSTRAINT former_trait_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT former_trait_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id)
);
CREATE INDEX former_trait_of_customer ON former_trait USING btree (tenant_id, customer_id);
ALTER TABLE former_trait ENABLE ROW LEVEL SECURITY;
ALTER TABLE former_trait FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON former_trait
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, DELETE ON former_trait TO referral_service;

CREATE TABLE idempotency_key (
  tenant_id text COLLATE "C" NOT NULL,
  route text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  status smallint NOT NULL,
  answer text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (tenant_id, route, key),
  CONSTRAINT idempotency_key_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT idempotency_key_key CHECK (key ~ '^[\x20-\x7e]{1,255}$'::text),
  CONSTRAINT idempotency_key_status CHECK (status >= 200 AND status <= 299)
);
CREATE INDEX idempotency_key_created ON idempotency_key USING btree (tenant_id, created_at);
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON idempotency_key
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (fingerprint, status, answer, created_at), DELETE ON idempotency_key TO referral_service;

CREATE TABLE outbox_event (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  data jsonb NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  sequence bigint,
  CONSTRAINT outbox_event_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT outbox_event_sequence_key UNIQUE (tenant_id, sequence),
  CONSTRAINT outbox_event_sequence CHECK (sequence > 0),
  CONSTRAINT outbox_event_type CHECK (type ~ '^[a-z_]+\.[a-z_]+$'::text)
);
CREATE INDEX outbox_event_unnumbered ON outbox_event USING btree (tenant_id, created_at, id) WHERE sequence IS NULL;
ALTER TABLE outbox_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON outbox_event
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (sequence) ON outbox_event TO referral_service;

CREATE TABLE rate_usage (
  key text COLLATE "C" NOT NULL,
  slot_start bigint NOT NULL,
  used integer NOT NULL,
  CONSTRAINT rate_usage_pkey PRIMARY KEY (key, slot_start),
  CONSTRAINT rate_usage_used CHECK (used > 0)
);
GRANT SELECT, INSERT, UPDATE (used), DELETE ON rate_usage TO referral_service;

CREATE TABLE redemption_line (
  tenant_id text COLLATE "C" NOT NULL,
  redemption_id text COLLATE "C" NOT NULL,
  "position" integer NOT NULL,
  source text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  value_units bigint NOT NULL,
  base_cents bigint NOT NULL,
  amount_cents bigint NOT NULL,
  running_total_cents bigint NOT NULL,
  promo_id text COLLATE "C",
  reward_id text COLLATE "C",
  lot_id text COLLATE "C",
  restored_cents bigint NOT NULL,
  CONSTRAINT redemption_line_pkey PRIMARY KEY (tenant_id, redemption_id, "position"),
  CONSTRAINT redemption_line_adds_up CHECK (amount_cents > 0 AND running_total_cents >= 0 AND (base_cents - amount_cents) = running_total_cents),
  CONSTRAINT redemption_line_restored CHECK (restored_cents >= 0 AND restored_cents <=
CASE
    WHEN source = 'credit'::text THEN amount_cents
    ELSE 0::bigint
END),
  CONSTRAINT redemption_line_source CHECK (
CASE source
    WHEN 'promo'::text THEN promo_id IS NOT NULL AND reward_id IS NULL AND lot_id IS NULL
    WHEN 'referral'::text THEN promo_id IS NULL AND reward_id IS NOT NULL AND lot_id IS NULL
    WHEN 'credit'::text THEN promo_id IS NULL AND lot_id IS NOT NULL
    ELSE false
END),
  CONSTRAINT redemption_line_tenant_id_lot_id_fkey FOREIGN KEY (tenant_id, lot_id) REFERENCES credit_lot(tenant_id, id),
  CONSTRAINT redemption_line_tenant_id_promo_id_fkey FOREIGN KEY (tenant_id, promo_id) REFERENCES promo(tenant_id, id),
  CONSTRAINT redemption_line_tenant_id_redemption_id_fkey FOREIGN KEY (tenant_id, redemption_id) REFERENCES redemption(tenant_id, id),
  CONSTRAINT redemption_line_tenant_id_reward_id_fkey FOREIGN KEY (tenant_id, reward_id) REFERENCES reward(tenant_id, id)
);
ALTER TABLE redemption_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE redemption_line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON redemption_line
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (restored_cents) ON redemption_line TO referral_service;

CREATE TABLE redemption_reversal (
  tenant_id text COLLATE "C" NOT NULL,
  redemption_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  amount_cents bigint NOT NULL,
  credit_cents bigint NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  refunded_cents bigint NOT NULL,
  spendable_cents bigint NOT NULL,
  CONSTRAINT redemption_reversal_pkey PRIMARY KEY (tenant_id, redemption_id, id),
  CONSTRAINT redemption_reversal_amounts CHECK (amount_cents >= 0 AND credit_cents >= 0 AND credit_cents <= amount_cents),
  CONSTRAINT redemption_reversal_refund CHECK (refunded_cents >= 0 AND spendable_cents >= 0 AND spendable_cents <= credit_cents),
  CONSTRAINT redemption_reversal_tenant_id_redemption_id_fkey FOREIGN KEY (tenant_id, redemption_id) REFERENCES redemption(tenant_id, id)
);
ALTER TABLE redemption_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE redemption_reversal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON redemption_reversal
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT ON redemption_reversal TO referral_service;

CREATE TABLE referral_code (
  tenant_id text COLLATE "C" NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT referral_code_pkey PRIMARY KEY (tenant_id, customer_id),
  CONSTRAINT referral_code_key UNIQUE (tenant_id, code),
  CONSTRAINT referral_code_shape CHECK (code ~ '^[A-HJ-NP-Z2-9]{8}$'::text),
  CONSTRAINT referral_code_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id)
);
ALTER TABLE referral_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_code FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON referral_code
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT ON referral_code TO referral_service;

CREATE TABLE referral_program (
  tenant_id text COLLATE "C" NOT NULL,
  terms_version integer NOT NULL,
  CONSTRAINT referral_program_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT referral_program_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  CONSTRAINT referral_program_terms FOREIGN KEY (tenant_id, terms_version) REFERENCES program_terms(tenant_id, version) DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE referral_program ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_program FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON referral_program
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (terms_version) ON referral_program TO referral_service;

CREATE TABLE referral_timeline (
  tenant_id text COLLATE "C" NOT NULL,
  referral_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  event text COLLATE "C" NOT NULL,
  actor text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT referral_timeline_pkey PRIMARY KEY (tenant_id, referral_id, id),
  CONSTRAINT referral_timeline_data CHECK (jsonb_typeof(data) = 'object'::text),
  CONSTRAINT referral_timeline_tenant_id_referral_id_fkey FOREIGN KEY (tenant_id, referral_id) REFERENCES referral(tenant_id, id)
);
ALTER TABLE referral_timeline ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_timeline FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON referral_timeline
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT ON referral_timeline TO referral_service;

CREATE TABLE review (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  referral_id text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  reasons text[] COLLATE "C" NOT NULL,
  held_by text[] COLLATE "C" NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  decided_at timestamp(3) with time zone,
  decided_by text,
  reason text,
  CONSTRAINT review_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT review_referral_key UNIQUE (tenant_id, referral_id),
  CONSTRAINT review_decided CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (reason IS NULL)),
  CONSTRAINT review_reasons CHECK (cardinality(reasons) > 0 AND held_by <@ reasons),
  CONSTRAINT review_status CHECK (
CASE status
    WHEN 'observed'::text THEN held_by = '{}'::text[] AND decided_at IS NULL
    WHEN 'open'::text THEN held_by <> '{}'::text[] AND decided_at IS NULL
    WHEN 'approved'::text THEN held_by <> '{}'::text[] AND decided_at IS NOT NULL
    WHEN 'rejected'::text THEN held_by <> '{}'::text[] AND decided_at IS NOT NULL
    ELSE false
END),
  CONSTRAINT review_tenant_id_referral_id_fkey FOREIGN KEY (tenant_id, referral_id) REFERENCES referral(tenant_id, id)
);
CREATE INDEX review_counted ON review USING btree (tenant_id, created_at);
CREATE INDEX review_page ON review USING btree (tenant_id, created_at, id) WHERE status <> 'observed'::text;
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE review FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON review
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (status, decided_at, decided_by, reason) ON review TO referral_service;

CREATE TABLE reward_allowance (
  tenant_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  used bigint,
  CONSTRAINT reward_allowance_pkey PRIMARY KEY (tenant_id, kind, subject, period),
  CONSTRAINT reward_allowance_kind CHECK (kind = ANY (ARRAY['referrer_rewards'::text, 'budget'::text])),
  CONSTRAINT reward_allowance_used CHECK (used >= 0),
  CONSTRAINT reward_allowance_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE reward_allowance ENABLE ROW LEVEL SECURITY;
ALTER TABLE reward_allowance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON reward_allowance
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (used) ON reward_allowance TO referral_service;

CREATE TABLE tenant_branding (
  tenant_id text COLLATE "C" NOT NULL,
  color text COLLATE "C" NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT tenant_branding_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_branding_color CHECK (color ~ '^#[0-9a-f]{6}$'::text),
  CONSTRAINT tenant_branding_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
ALTER TABLE tenant_branding ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_branding FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenant_branding
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (color, updated_at) ON tenant_branding TO referral_service;

CREATE TABLE webhook_endpoint (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  url text NOT NULL,
  events jsonb NOT NULL,
  description text,
  active boolean NOT NULL,
  disabled_reason text COLLATE "C",
  secret text COLLATE "C" NOT NULL,
  previous_secret text COLLATE "C",
  previous_secret_until timestamp(3) with time zone,
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_endpoint_disabled CHECK (disabled_reason IS NULL OR disabled_reason = 'gone'::text AND NOT active),
  CONSTRAINT webhook_endpoint_events CHECK (jsonb_typeof(events) = 'array'::text),
  CONSTRAINT webhook_endpoint_overlap CHECK ((previous_secret IS NULL) = (previous_secret_until IS NULL)),
  CONSTRAINT webhook_endpoint_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX webhook_endpoint_page ON webhook_endpoint USING btree (tenant_id, created_at, id);
ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_endpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON webhook_endpoint
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (url, events, description, active, disabled_reason, secret, previous_secret, previous_secret_until), DELETE ON webhook_endpoint TO referral_service;

CREATE TABLE webhook_delivery (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  endpoint_id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamp(3) with time zone,
  leased_until timestamp(3) with time zone,
  last_attempt_at timestamp(3) with time zone,
  last_status integer,
  last_error text COLLATE "C",
  created_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_delivery_attempts CHECK (attempts >= 0),
  CONSTRAINT webhook_delivery_due CHECK ((status = 'pending'::text) = (next_attempt_at IS NOT NULL)),
  CONSTRAINT webhook_delivery_kind CHECK (kind = ANY (ARRAY['event'::text, 'replay'::text, 'test'::text])),
  CONSTRAINT webhook_delivery_leased CHECK (leased_until IS NULL OR status = 'pending'::text),
  CONSTRAINT webhook_delivery_status CHECK (status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'discarded'::text])),
  CONSTRAINT webhook_delivery_test CHECK ((event_id IS NULL) = (kind = 'test'::text)),
  CONSTRAINT webhook_delivery_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint(tenant_id, id),
  CONSTRAINT webhook_delivery_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES outbox_event(tenant_id, id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery USING btree (tenant_id, endpoint_id, next_attempt_at, id) WHERE status = 'pending'::text;
CREATE UNIQUE INDEX webhook_delivery_event_key ON webhook_delivery USING btree (tenant_id, endpoint_id, event_id) WHERE kind = 'event'::text;
CREATE INDEX webhook_delivery_page ON webhook_delivery USING btree (tenant_id, endpoint_id, created_at, id);
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON webhook_delivery
  USING (tenant_id = (( SELECT current_tenant() AS current_tenant)))
  WITH CHECK (tenant_id = (( SELECT current_tenant() AS current_tenant)));
GRANT SELECT, INSERT, UPDATE (status, attempts, next_attempt_at, leased_until, last_attempt_at, last_status, last_error), DELETE ON webhook_delivery TO referral_service;
