--liquibase formatted sql

--changeset aviso:address-notice
--comment Addresses that an office has taken off a member, and to which nobody has said so yet: each gets one mail. A row goes with its mail, or when its time is over.
create table address_notice (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    member_id       uuid not null,
    name            text not null,
    address         text not null,
    language        text not null,
    asked_at        timestamptz not null,
    next_attempt_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references member
);
create index address_notice_due on address_notice (tenant_id, next_attempt_at);
create index address_notice_member on address_notice (tenant_id, member_id);
select isolate('address_notice');
grant select, insert, delete on address_notice to aviso_app;
grant update (next_attempt_at) on address_notice to aviso_app;
