--liquibase formatted sql

--changeset aviso:dispatch-sent-to
--comment Where the last hand-over went: the address that the member had then. Of a letter it is what stands in the window, so that the document can be shown again; of one from before it was kept it stood on the invoice. Personal data, forgotten with the member.
alter table dispatch add column sent_to text;
