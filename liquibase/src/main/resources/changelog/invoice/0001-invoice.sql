--liquibase formatted sql

--changeset aviso:number-series
--comment Numbers come in blocks from rows that the issuing transaction locks: no gap, no twin.
create table number_series (
    tenant_id       uuid not null references tenant,
    seller_group_id uuid not null,
    series          smallint not null,
    next            bigint not null,
    primary key (tenant_id, seller_group_id, series),
    foreign key (tenant_id, seller_group_id) references group_node
);
select isolate('number_series');
grant select, insert, update on number_series to aviso_app;

create table ocr_series (
    tenant_id uuid not null references tenant,
    giro      text collate "C" not null,
    next      bigint not null,
    primary key (tenant_id, giro)
);
select isolate('ocr_series');
grant select, insert, update on ocr_series to aviso_app;

--changeset aviso:invoice
--comment An issued document is never changed: the runtime role has no UPDATE. What happens to it stands beside it.
create table invoice (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    kind            smallint not null,
    occasion        smallint not null,
    seller_group_id uuid not null,
    number          bigint not null,
    giro            text collate "C" not null,
    ocr             text collate "C" not null,
    member_id       uuid not null,
    group_id        uuid not null,
    total           bigint not null check (total >= 0),
    currency        text not null,
    issued_on       date not null,
    due_on          date not null,
    snapshot        jsonb not null,
    run_id          uuid,
    offer_id        uuid,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, seller_group_id, kind, number),
    unique (tenant_id, offer_id),
    foreign key (tenant_id, seller_group_id) references group_node,
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, group_id) references group_node,
    foreign key (tenant_id, offer_id) references invoice
);
create index invoice_member on invoice (tenant_id, member_id);
create index invoice_group on invoice (tenant_id, group_id, issued_on);
create index invoice_run on invoice (tenant_id, run_id);
select isolate('invoice');
grant select, insert on invoice to aviso_app;

--changeset aviso:ocr-reference
--comment Whose reference it is, without leading zeros, which some banks strip. A claim that came of an offer is found through the offer.
create table ocr_reference (
    tenant_id  uuid not null references tenant,
    giro       text collate "C" not null,
    ocr        text collate "C" not null,
    invoice_id uuid not null,
    primary key (tenant_id, giro, ocr),
    foreign key (tenant_id, invoice_id) references invoice
);
select isolate('ocr_reference');
grant select, insert on ocr_reference to aviso_app;

--changeset aviso:invoice-line
create table invoice_line (
    tenant_id  uuid not null references tenant,
    invoice_id uuid not null,
    position   smallint not null,
    kind       smallint not null,
    text       text not null,
    quantity   integer not null,
    unit       bigint not null,
    amount     bigint not null,
    vat        smallint not null,
    vat_amount bigint not null,
    account    integer not null,
    period_id  uuid,
    primary key (tenant_id, invoice_id, position),
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, period_id) references period
);
create index invoice_line_period on invoice_line (tenant_id, period_id);
select isolate('invoice_line');
grant select, insert on invoice_line to aviso_app;

--changeset aviso:settlement
--comment What allocations and credit notes amount to: a cache that doctor rebuilds and compares. status: 0 open, 1 partly paid, 2 settled, 3 overpaid.
create table settlement (
    tenant_id  uuid not null references tenant,
    invoice_id uuid not null,
    claimed    bigint not null,
    received   bigint not null default 0,
    credited   bigint not null default 0,
    status     smallint not null default 0,
    primary key (tenant_id, invoice_id),
    foreign key (tenant_id, invoice_id) references invoice
);
create index settlement_status on settlement (tenant_id, status);
select isolate('settlement');
grant select, insert, update on settlement to aviso_app;

--changeset aviso:offer-answer
--comment What became of an offer: 0 open, 1 taken (the claim that was issued of it), 2 lapsed.
create table offer_answer (
    tenant_id  uuid not null references tenant,
    invoice_id uuid not null,
    state      smallint not null default 0,
    answered_on date,
    primary key (tenant_id, invoice_id),
    foreign key (tenant_id, invoice_id) references invoice
);
create index offer_answer_state on offer_answer (tenant_id, state);
select isolate('offer_answer');
grant select, insert, update on offer_answer to aviso_app;

--changeset aviso:reminder
create table reminder (
    tenant_id  uuid not null references tenant,
    invoice_id uuid not null,
    level      smallint not null,
    issued_on  date not null,
    open       bigint not null,
    run_id     uuid,
    primary key (tenant_id, invoice_id, level),
    foreign key (tenant_id, invoice_id) references invoice
);
select isolate('reminder');
grant select, insert on reminder to aviso_app;
