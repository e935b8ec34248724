--liquibase formatted sql

--changeset aviso:dispatch-delivery
--comment Whom a provider was asked about last; what was lost is looked at in turn, those first that waited longest.
alter table dispatch add column asked_at timestamptz;
drop index dispatch_lost;
create index dispatch_lost on dispatch (tenant_id, next_attempt_at) where state in (5, 6) and not followed;
drop index dispatch_silent;
create index dispatch_unheard on dispatch (tenant_id, channel, coalesce(asked_at, sent_at))
    where state = 3 and not followed and channel >= 2;
