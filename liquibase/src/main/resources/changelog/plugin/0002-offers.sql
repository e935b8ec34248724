--liquibase formatted sql

--changeset aviso:plugin-choice-offers
--comment The kinds of extensions that the plugin had when it was last decided of: what needs them knows then that they are missing, though the plugin runs no more. Null in older rows: not known.
alter table plugin_choice add column offers text[];
grant update (offers) on plugin_choice to aviso_app;
