package se.aviso.app.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.ProductId;
import se.aviso.kernel.VatRate;
import se.aviso.product.Product;
import se.aviso.product.ProductLibrary;

/** The products of the tenant; those of any number of groups are read with one query. */
@ApplicationScoped
public class ProductStore {
    private static final String FROM =
            " from product p join group_node g on g.tenant_id = p.tenant_id and g.id = p.group_id where ";
    private static final String SELECT = "select p.*, g.path as group_path, g.name as group_name" + FROM;

    @Inject
    Sql sql;

    /** A product, the group whose it is, and the version of the row. */
    public record Kept(Product product, Owner owner, long version) {}

    /** The group whose product it is. */
    public record Owner(GroupId group, String name) {}

    /** What groups on those paths may sell: their own products and those of the groups above them. */
    public ProductLibrary library(Collection<String> groupPaths) {
        return new ProductLibrary(
                onTheWayTo(groupPaths).stream().map(Kept::product).toList());
    }

    /** The products of those groups and of the groups above them. */
    List<Kept> onTheWayTo(Collection<String> groupPaths) {
        var criteria = Criteria.of("p").and("g.path = any(?)", Sql.texts(waysDown(groupPaths)));
        return sql.query(SELECT + criteria.where() + " order by p.number, p.id", ProductStore::read, criteria.params());
    }

    /** The products of those subtrees, by number. */
    List<Kept> page(Collection<String> roots, Optional<String> text, PageRequest page) {
        var criteria = Criteria.of("p")
                .within("g.path", roots)
                .and(
                        "(position(? in lower(p.number || ' ' || p.name_sv || ' ' || p.name_en)) > 0)",
                        text.map(said -> said.toLowerCase(Locale.ROOT)));
        page.after().ifPresent(after -> behind(criteria, after));
        return sql.query(
                SELECT + criteria.where() + " order by p.number, p.id limit ?",
                ProductStore::read,
                criteria.params(page.limitAndOne()));
    }

    private static void behind(Criteria criteria, Cursor after) {
        criteria.and("(p.number, p.id) > (?, ?)", after.sortKey(), after.id());
    }

    /** The product of that id, if the tenant has it. */
    Optional<Kept> find(UUID id) {
        var criteria = Criteria.of("p").and("p.id = ?", Optional.of(id));
        return sql.one(SELECT + criteria.where(), ProductStore::read, criteria.params());
    }

    /** Keeps other transactions from changing the product until commit. */
    void lock(UUID id) {
        sql.query(
                "select id from product where tenant_id = ? and id = ? for update",
                row -> row.uuid("id"),
                Tenancy.required(),
                id);
    }

    /** Adds a product; false when its group has one of that number. */
    public boolean add(Product product, GroupId group) {
        return sql.update(
                        "insert into product (tenant_id, id, group_id, number, name_sv, name_en, measure, price, vat, "
                                + "exemption, account, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                + "on conflict do nothing",
                        Tenancy.required(),
                        product.id().value(),
                        group.value(),
                        product.number(),
                        product.names().sv(),
                        product.names().en(),
                        product.sale().measure(),
                        product.sale().price().minorUnits(),
                        Codes.of(product.sale().terms().vat()),
                        product.sale().terms().exemption(),
                        product.sale().terms().account(),
                        product.span().from(),
                        product.span().to())
                == 1;
    }

    /** True when another product of the group has that number. */
    boolean isTaken(String number, GroupId group, UUID except) {
        return sql.one(
                        "select id from product where tenant_id = ? and group_id = ? and number = ? and id <> ?",
                        row -> row.uuid("id"),
                        Tenancy.required(),
                        group.value(),
                        number,
                        except)
                .isPresent();
    }

    /** Writes all of a product anew. */
    void change(Product product) {
        sql.update(
                "update product set number = ?, name_sv = ?, name_en = ?, measure = ?, price = ?, vat = ?, exemption = ?, "
                        + "account = ?, valid_from = ?, valid_to = ?, version = version + 1 where tenant_id = ? and id = ?",
                product.number(),
                product.names().sv(),
                product.names().en(),
                product.sale().measure(),
                product.sale().price().minorUnits(),
                Codes.of(product.sale().terms().vat()),
                product.sale().terms().exemption(),
                product.sale().terms().account(),
                product.span().from(),
                product.span().to(),
                Tenancy.required(),
                product.id().value());
    }

    /** The paths of groups and of all groups above them. */
    private static List<@Nullable String> waysDown(Collection<String> paths) {
        var all = new HashSet<@Nullable String>();
        for (var path : paths) {
            for (var end = path.indexOf('/', 1); end >= 0; end = path.indexOf('/', end + 1)) {
                all.add(path.substring(0, end + 1));
            }
        }
        return List.copyOf(all);
    }

    private static Kept read(Row row) {
        var terms = new InvoiceLine.Terms(
                row.code("vat", VatRate.class), row.integer("account"), row.optionalText("exemption"));
        var product = new Product(
                new ProductId(row.uuid("id")),
                row.text("group_path"),
                row.text("number"),
                new Product.Names(row.text("name_sv"), row.text("name_en")),
                new Product.Sale(row.text("measure"), row.money("price"), terms),
                new Product.Span(row.day("valid_from"), row.optionalDay("valid_to")));
        return new Kept(
                product, new Owner(new GroupId(row.uuid("group_id")), row.text("group_name")), row.bigint("version"));
    }
}
