--liquibase formatted sql

--changeset aviso:payment-rule
--comment What a payer is recognised by, and whose money it is: what names no document is given to what that member has open, where the amount fits. kind: 0 account, 1 organisation number, 2 name. state: 0 active, 1 paused, 2 ended. Of a member who is erased the mark goes.
create table payment_rule (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    member_id       uuid not null,
    kind            smallint not null,
    mark            text collate "C" not null,
    shown           text not null,
    state           smallint not null,
    made_on         date not null,
    made_by         text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node,
    foreign key (tenant_id, member_id) references member
);
create unique index payment_rule_mark on payment_rule (tenant_id, seller_group_id, kind, mark) where state <> 2;
create index payment_rule_of_mark on payment_rule (tenant_id, kind, mark) where state = 0;
create index payment_rule_member on payment_rule (tenant_id, member_id);
select isolate('payment_rule');
grant select, insert, update (state, mark, shown) on payment_rule to aviso_app;

--changeset aviso:payment-rule-use
--comment Which rule gave a payment away; once for each payment, for what a person has taken back no rule takes again.
create table payment_rule_use (
    tenant_id  uuid not null references tenant,
    payment_id uuid not null,
    rule_id    uuid not null,
    acted_on   date not null,
    primary key (tenant_id, payment_id),
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, rule_id) references payment_rule
);
create index payment_rule_use_rule on payment_rule_use (tenant_id, rule_id, acted_on);
select isolate('payment_rule_use');
grant select, insert on payment_rule_use to aviso_app;
