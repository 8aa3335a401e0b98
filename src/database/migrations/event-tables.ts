/** A fact has no place when it is written, and a place of its own in the tenant's order from soon after its commit. */
export const EVENT_ORDER = `
  alter table outbox_event
    add column sequence bigint,
    add constraint outbox_event_sequence check (sequence > 0),
    add constraint outbox_event_sequence_key unique (tenant_id, sequence);
  create index outbox_event_unnumbered on outbox_event (tenant_id, created_at, id) where sequence is null;

  create table event_position (
    tenant_id     text collate "C" not null,
    last_sequence bigint           not null,
    primary key (tenant_id),
    foreign key (tenant_id) references tenant,
    constraint event_position_last check (last_sequence >= 0)
  );`;
