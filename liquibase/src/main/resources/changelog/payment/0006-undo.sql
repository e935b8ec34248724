--liquibase formatted sql

--changeset aviso:bank-file-undoing
--comment A bank file that should not have been booked: who took all of it back, when and why. Nothing of it is deleted.
create table bank_file_undoing (
    tenant_id    uuid not null references tenant,
    id           uuid not null,
    bank_file_id uuid not null,
    reason       text not null,
    undone_by    text not null,
    undone_on    date not null,
    undone_at    timestamptz not null,
    payments     integer not null check (payments >= 0),
    primary key (tenant_id, id),
    unique (tenant_id, bank_file_id),
    foreign key (tenant_id, bank_file_id) references bank_file
);
select isolate('bank_file_undoing');
grant select, insert on bank_file_undoing to aviso_app;

--changeset aviso:payments-undone
--comment undoing_id: the payment was taken back whole. The bank's key is that of one payment which stands; one that was taken back can come again.
alter table payment add column undoing_id uuid;
alter table payment add foreign key (tenant_id, undoing_id) references bank_file_undoing;
alter table payment drop constraint payment_tenant_id_giro_bank_key_key;
create unique index payment_bank_key on payment (tenant_id, giro, bank_key) where undoing_id is null;
grant update (undoing_id) on payment to aviso_app;
alter table payment_state add column undone bigint not null default 0;

--changeset aviso:sightings-undone
--comment What a file told once more is taken back with the file, or with the payment that it told of.
alter table payment_sighting add column undoing_id uuid;
alter table payment_sighting add foreign key (tenant_id, undoing_id) references bank_file_undoing;
alter table payment_sighting drop constraint payment_sighting_pkey;
alter table payment_sighting add primary key (tenant_id, payment_id, bank_file_id, giro, bank_key);
alter table payment_sighting drop constraint payment_sighting_tenant_id_payment_id_format_key;
create unique index payment_sighting_key on payment_sighting (tenant_id, giro, bank_key) where undoing_id is null;
create unique index payment_sighting_format on payment_sighting (tenant_id, payment_id, format) where undoing_id is null;
grant update (undoing_id) on payment_sighting to aviso_app;

--changeset aviso:bank-file-once-more
--comment State 6: undone. The same bytes can be handed in anew then, as another file.
alter table bank_file drop constraint bank_file_tenant_id_sha256_key;
create unique index bank_file_bytes on bank_file (tenant_id, sha256) where state <> 6;

--changeset aviso:charge-back
--comment The bank took money back that it had told of before: so much of a deduction is so much of a payment. Undone by one with the other sign.
create table charge_back (
    tenant_id    uuid not null references tenant,
    id           uuid not null,
    deduction_id uuid not null,
    payment_id   uuid not null,
    amount       bigint not null check (amount <> 0),
    made_on      date not null,
    made_by      text not null,
    entry_id     uuid not null,
    reverses_id  uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, deduction_id) references payment,
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, reverses_id) references charge_back
);
create index charge_back_deduction on charge_back (tenant_id, deduction_id);
create index charge_back_payment on charge_back (tenant_id, payment_id);
create unique index charge_back_reverses on charge_back (tenant_id, reverses_id) where reverses_id is not null;
select isolate('charge_back');
grant select, insert on charge_back to aviso_app;

--changeset aviso:charged-back
--comment charged_back: so much of a payment the bank has taken back; of a deduction, below nothing, so much of it is known to be of payments.
alter table payment_state add column charged_back bigint not null default 0;
