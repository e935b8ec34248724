package se.aviso.app.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.ProductId;
import se.aviso.product.Product;
import se.aviso.product.ProductLibrary;

/** Shows a caller the products of their groups, with those that these have from the groups above. */
@ApplicationScoped
@Transactional
public class FindProducts {
    @Inject
    ProductStore products;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /** The products of the caller's own groups, by number, whether they are sold today or not. */
    public List<ProductStore.Kept> page(Optional<String> text, PageRequest page) {
        return products.page(caller.pathsFor(Permission.PRODUCT_READ), text, page);
    }

    /** What a group sells today, by number: each number once. Of a group out of sight, nothing. */
    public List<ProductStore.Kept> soldBy(UUID group, Optional<String> text, PageRequest page) {
        var after = page.after().map(Cursor::sortKey).orElse("");
        return path(group)
                .map(path -> soldBy(path).stream()
                        .filter(kept -> kept.product().number().compareTo(after) > 0)
                        .filter(kept -> text.isEmpty() || names(kept.product(), text.get()))
                        .limit(page.limitAndOne())
                        .toList())
                .orElse(List.of());
    }

    /** What a group sells under a number today. */
    public Optional<ProductStore.Kept> sold(UUID group, String number) {
        return path(group)
                .flatMap(path -> soldBy(path).stream()
                        .filter(kept -> kept.product().number().equals(number))
                        .findFirst());
    }

    /** The product, if it is of a group of the caller's; inherited ones are seen with the group that sells them. */
    public Optional<ProductStore.Kept> find(UUID id) {
        return products.find(id)
                .filter(found ->
                        caller.may(Permission.PRODUCT_READ, found.product().groupPath()));
    }

    /** Where the next page begins. */
    static Cursor cursor(ProductStore.Kept kept) {
        return new Cursor(kept.product().number(), kept.product().id().value());
    }

    private Optional<String> path(UUID group) {
        return groups.find(new GroupId(group))
                .map(found -> found.place().path())
                .filter(path -> caller.may(Permission.PRODUCT_READ, path));
    }

    private List<ProductStore.Kept> soldBy(String path) {
        var byId = new HashMap<ProductId, ProductStore.Kept>();
        products.onTheWayTo(List.of(path))
                .forEach(kept -> byId.put(kept.product().id(), kept));
        var all = byId.values().stream().map(ProductStore.Kept::product).toList();
        return new ProductLibrary(all)
                .soldBy(path, businessDate.today()).stream()
                        .map(product -> Objects.requireNonNull(byId.get(product.id())))
                        .toList();
    }

    private static boolean names(Product product, String text) {
        var said = product.number() + " " + product.names().sv() + " "
                + product.names().en();
        return said.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
