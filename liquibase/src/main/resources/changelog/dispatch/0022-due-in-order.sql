--liquibase formatted sql

--changeset aviso:dispatch-due-in-order
--comment A run queues all that it sends for one moment: the next ones are read off the index in their order, and the thousands that wait behind them are not looked at.
drop index dispatch_due;
create index dispatch_due on dispatch (tenant_id, channel, state, next_attempt_at, id);
