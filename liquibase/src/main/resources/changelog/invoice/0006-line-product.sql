--liquibase formatted sql

--changeset aviso:invoice-line-product
--comment The number under which a product was sold, for the search by product; empty of all other lines, which the index leaves out.
alter table invoice_line add column product text collate "C" not null default '';
create index invoice_line_product on invoice_line (tenant_id, product, invoice_id) where product <> '';
