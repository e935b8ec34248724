--liquibase formatted sql

--changeset aviso:farewell
--comment An erased user's account is named until it has left the identity provider, and no longer.
grant update (link) on identity_task to aviso_app;
