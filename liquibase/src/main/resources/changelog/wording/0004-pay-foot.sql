--liquibase formatted sql

--changeset aviso:group-pay-foot
--comment How the foot of the group's documents asks for money: slip on, off or two digits, the giro's code on it; qr none, swish, usingqr or both. Null is inherited, as the other parts of a look are.
alter table group_node add column slip text, add column qr text;
