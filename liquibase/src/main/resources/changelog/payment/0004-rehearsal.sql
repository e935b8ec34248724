--liquibase formatted sql

--changeset aviso:bank-file-rehearsal
--comment What was asked for, what the rehearsal has shown (null: none was asked for), and what booking has done so far. counted_chunks: a chunk that is read once more after a crash adds nothing to what was done.
alter table bank_file add column rehearsal boolean not null default false;
alter table bank_file add column rehearsed jsonb;
alter table bank_file add column effects jsonb not null default '[]';
alter table bank_file add column counted_chunks integer not null default 0;
