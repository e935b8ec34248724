--liquibase formatted sql

--changeset aviso:tenant-accent
--comment The hue of the tenant's accent on screens, in degrees; lightness is the theme's, so that text stays readable.
alter table tenant add column hue smallint not null default 222 check (hue between 0 and 360);
