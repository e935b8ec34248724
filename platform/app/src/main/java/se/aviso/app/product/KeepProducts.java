package se.aviso.app.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.ProductId;
import se.aviso.kernel.RuleViolation;
import se.aviso.product.Product;

/** Adds products to the groups that a caller runs, and changes them. What is issued keeps what it said. */
@ApplicationScoped
@Transactional
public class KeepProducts {
    @Inject
    ProductStore products;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * Adds a product to a group; a number that the groups above use as well stands in for theirs. It is sold from today
     * where no day is given.
     */
    public ProductStore.Kept add(UUID groupId, Map<String, String> written) {
        var group = new GroupId(groupId);
        var path = groups.find(group)
                .map(found -> found.place().path())
                .filter(found -> caller.may(Permission.PRODUCT_WRITE, found))
                .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of()));
        var told = new LinkedHashMap<>(written);
        told.merge("/from", businessDate.today().toString(), (given, today) -> given.isBlank() ? today : given);
        var product = new ProductForm(told).product(new ProductId(Ids.next()), path);
        if (!products.add(product, group)) {
            throw taken(product);
        }
        var changes = Change.between(Map.of(), ProductForm.audited(product));
        trail.record(Deed.in(group, Act.PRODUCT_ADDED, product.id().value(), changes));
        return products.find(product.id().value()).orElseThrow();
    }

    /**
     * Changes a product, if the row still has the version that the caller has seen.
     *
     * @param changes by JSON pointer; a field without a value is cleared
     */
    public ProductStore.Kept change(UUID id, LongConsumer sameVersion, Map<String, Optional<String>> changes) {
        products.lock(id);
        var before = writable(id).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(before.version());
        var written = new LinkedHashMap<>(ProductForm.written(before.product()));
        changes.forEach((pointer, text) -> written.put(pointer, text.orElse("")));
        var after = new ProductForm(written)
                .product(before.product().id(), before.product().groupPath());
        if (products.isTaken(after.number(), before.owner().group(), id)) {
            throw taken(after);
        }
        products.change(after);
        var differing = Change.between(ProductForm.audited(before.product()), ProductForm.audited(after));
        trail.record(Deed.in(before.owner().group(), Act.PRODUCT_CHANGED, id, differing));
        return products.find(id).orElseThrow();
    }

    /** A product that the caller may change. */
    public Optional<ProductStore.Kept> writable(UUID id) {
        return products.find(id)
                .filter(found ->
                        caller.may(Permission.PRODUCT_WRITE, found.product().groupPath()));
    }

    private static RuleViolation taken(Product product) {
        return RuleViolation.at("/number", "product-number-taken", Map.of("number", product.number()));
    }
}
