--liquibase formatted sql

--changeset aviso:reminder-basis
--comment What a reminder's own fee and interest rest on, as it was when the reminder was made: terms, ground of the interest, and the stretches of days with rate and amount. Null of reminders from before; amounts in öre, rates in basis points.
alter table reminder add column basis jsonb;
