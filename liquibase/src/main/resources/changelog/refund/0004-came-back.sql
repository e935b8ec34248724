--liquibase formatted sql

--changeset aviso:refund-came-back
--comment The payment as which a failed refund came back: the bank's money counts once, and of the payment it counts as refunded.
alter table refund add column came_back_id uuid;
alter table refund add foreign key (tenant_id, came_back_id) references payment;
alter table refund add constraint refund_came_back check (came_back_id is null or state = 4);
create index refund_came_back on refund (tenant_id, came_back_id) where came_back_id is not null;
grant update (came_back_id) on refund to aviso_app;

--changeset aviso:refund-amount
--comment Beside each payment that waits it is asked which refunds of the seller were exactly so much.
create index refund_amount on refund (tenant_id, seller_group_id, amount);
