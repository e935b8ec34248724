--liquibase formatted sql

--changeset aviso:dispatch-writer
--comment Which version of the writer made what was handed over: another one makes other bytes of the same. What was there before is of the first.
alter table dispatch add column writer smallint not null default 1;

--changeset aviso:dispatch-last-cost
--comment What the last hand-over has cost of all that a dispatch has cost: a price that is told later is of that one alone.
alter table dispatch add column last_cost bigint;

--changeset aviso:channel-patience-anew
--comment Patience of mails and letters did nothing until now: what was typed once does not send a month's unpaid mails again as letters. Whoever wants it types it anew.
alter table channel_setting no force row level security;
update channel_setting set patience_hours = null, version = version + 1
    where channel in (0, 1) and patience_hours is not null;
alter table channel_setting force row level security;
