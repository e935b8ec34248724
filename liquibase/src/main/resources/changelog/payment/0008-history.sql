--liquibase formatted sql

--changeset aviso:suggestion-history
--comment What people made of suggestions, by the reasons that these had (a bit for each, in the order of the code); chosen is part of offered. A decision that is undone teaches nothing, and goes.
create table suggestion_tally (
    tenant_id uuid not null references tenant,
    pattern   bigint not null,
    offered   bigint not null check (offered >= 0),
    chosen    bigint not null check (chosen between 0 and offered),
    primary key (tenant_id, pattern)
);
select isolate('suggestion_tally');
grant select, insert, update on suggestion_tally to aviso_app;

create table suggestion_decision (
    tenant_id  uuid not null references tenant,
    payment_id uuid not null,
    invoice_id uuid not null,
    pattern    bigint not null,
    chosen     boolean not null,
    decided_on date not null,
    primary key (tenant_id, payment_id, invoice_id),
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, invoice_id) references invoice
);
select isolate('suggestion_decision');
grant select, insert, delete on suggestion_decision to aviso_app;
