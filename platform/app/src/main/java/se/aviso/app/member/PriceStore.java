package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.pricing.Explanation;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/** The prices of membership types, and whether an invoice has been asked by one. */
@ApplicationScoped
class PriceStore {
    @Inject
    Sql sql;

    /**
     * A price as it is kept.
     *
     * @param id the same wherever the group moves
     */
    record Kept(UUID id, MembershipTypeId type, Price price) {}

    /** All prices, by their type. */
    Map<MembershipTypeId, List<Price>> byType() {
        var prices = new HashMap<MembershipTypeId, List<Price>>();
        kept().forEach(kept ->
                prices.computeIfAbsent(kept.type(), id -> new ArrayList<>()).add(kept.price()));
        return prices;
    }

    /** The same with their ids; few, so always read whole. */
    List<Kept> kept() {
        return sql.query("select * from price where tenant_id = ?", PriceStore::read, Tenancy.required());
    }

    /** The ids of all prices, by their type. */
    Map<MembershipTypeId, Map<Price, UUID>> ids() {
        var ids = new HashMap<MembershipTypeId, Map<Price, UUID>>();
        kept().forEach(kept ->
                ids.computeIfAbsent(kept.type(), type -> new HashMap<>()).put(kept.price(), kept.id()));
        return ids;
    }

    /** One price. */
    Optional<Kept> find(UUID id) {
        return sql.one("select * from price where tenant_id = ? and id = ?", PriceStore::read, Tenancy.required(), id);
    }

    void add(MembershipTypeId type, Price price) {
        add(new Kept(Ids.next(), type, price));
    }

    private void add(Kept kept) {
        var price = kept.price();
        sql.update(
                "insert into price (tenant_id, id, type_id, group_path, valid_from, min_age, max_age, amount, part, "
                        + "occasion, ends_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                Tenancy.required(),
                kept.id(),
                kept.type().value(),
                price.groupPath(),
                price.validFrom(),
                price.minAge(),
                price.maxAge(),
                price.amount().minorUnits(),
                Codes.of(price.use().part()),
                Codes.of(price.use().occasion()),
                price.endsFrom().orElse(null));
    }

    /** Takes a price away; none that was used. */
    void remove(UUID id) {
        sql.update("delete from price where tenant_id = ? and id = ?", Tenancy.required(), id);
    }

    /** Puts another in its place, under its id. */
    void replace(Kept kept) {
        remove(kept.id());
        add(kept);
    }

    void end(Kept kept) {
        sql.update(
                "update price set ends_from = ? where tenant_id = ? and id = ?",
                kept.price().endsFrom().orElse(null),
                Tenancy.required(),
                kept.id());
    }

    /**
     * True when an issued invoice or an offer was priced by it. The explanations of lines tell so; of memberships of
     * the type only the periods are read that can have asked for the price of such a day.
     */
    boolean isUsed(Kept kept) {
        return sql
                .query(
                        "select distinct l.why from membership s "
                                + "join period p on p.tenant_id = s.tenant_id and p.membership_id = s.id "
                                + "join invoice_line f on f.tenant_id = p.tenant_id and f.period_id = p.id "
                                + "join invoice_line l on l.tenant_id = f.tenant_id and l.invoice_id = f.invoice_id "
                                + "where s.tenant_id = ? and s.type_id = ? "
                                + "and (p.first_day is null or p.first_day >= ?) and position(? in l.why) > 0",
                        row -> new Explanation(row.text("why")),
                        Tenancy.required(),
                        kept.type().value(),
                        kept.price().validFrom(),
                        Explanation.mark(kept.price()))
                .stream()
                .anyMatch(why -> why.tells(kept.price()));
    }

    private static Kept read(Row row) {
        return new Kept(row.uuid("id"), new MembershipTypeId(row.uuid("type_id")), price(row));
    }

    private static Price price(Row row) {
        return new Price(
                row.day("valid_from"),
                row.text("group_path"),
                row.integer("min_age"),
                row.integer("max_age"),
                row.money("amount"),
                new Price.Use(row.code("part", PricePart.class), row.code("occasion", PriceOccasion.class)),
                row.optionalDay("ends_from"));
    }
}
