package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pricing.Price;

/**
 * Corrects or takes away a price that no invoice has been asked by, and ends one from a day on. One that was used is
 * never changed: a new one follows it, or it is ended.
 */
@ApplicationScoped
@Transactional
public class ChangePrice {
    @Inject
    MembershipTypeStore types;

    @Inject
    PriceStore prices;

    @Inject
    PriceCheck check;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * A price as it can be changed.
     *
     * @param groupId whose it is; empty for all groups
     * @param used true when an invoice has been asked by it: then it can only be ended
     * @param version of its type
     */
    public record Found(MembershipType type, Price price, Optional<GroupId> groupId, boolean used, long version) {}

    /** A price that the caller may change; empty where there is none of theirs. */
    public Optional<Found> find(UUID id) {
        return prices.find(id)
                .filter(kept -> caller.may(Permission.TYPE_WRITE, kept.price().groupPath()))
                .map(kept -> new Found(
                        Optional.ofNullable(types.all().get(kept.type())).orElseThrow(),
                        kept.price(),
                        group(kept.price()),
                        prices.isUsed(kept),
                        types.version(kept.type()).orElseThrow()));
    }

    /** Puts another price in the place of one that was not used, if nobody has changed the list meanwhile. */
    public void replace(UUID type, UUID id, LongConsumer sameVersion, MembershipTypeBodies.PriceBody body) {
        var kept = unused(type, id);
        sameVersion.accept(types.version(kept.type()).orElseThrow());
        var others = prices.kept().stream()
                .filter(other -> other.type().equals(kept.type()) && !other.id().equals(id))
                .map(PriceStore.Kept::price)
                .toList();
        var after =
                check.price(Optional.ofNullable(types.all().get(kept.type())).orElseThrow(), others, body);
        prices.replace(new PriceStore.Kept(id, kept.type(), after));
        types.touch(kept.type());
        record(
                Act.PRICE_CHANGED,
                kept,
                List.of(
                        Change.of(Field.AMOUNT, kept.price().amount(), after.amount()),
                        Change.of(Field.VALID_FROM, kept.price().validFrom(), after.validFrom())));
    }

    /** Takes away a price that was not used. */
    public void remove(UUID type, UUID id) {
        var kept = unused(type, id);
        prices.remove(id);
        types.touch(kept.type());
        record(
                Act.PRICE_REMOVED,
                kept,
                List.of(
                        Change.of(Field.AMOUNT, kept.price().amount(), ""),
                        Change.of(Field.VALID_FROM, kept.price().validFrom(), "")));
    }

    /** Ends a price: from that day on it holds no longer, and no older one of its group in its place. */
    public void end(UUID type, UUID id, LocalDate from) {
        tree.hold();
        types.lock(new MembershipTypeId(type));
        var kept = own(type, id);
        var ended = kept.price().endedFrom(from, businessDate.today());
        prices.end(new PriceStore.Kept(id, kept.type(), ended));
        types.touch(kept.type());
        record(Act.PRICE_ENDED, kept, List.of(Change.to(Field.ENDS_FROM, from)));
    }

    /** Nobody bills or adds prices meanwhile, so that what is unused stays so. */
    private PriceStore.Kept unused(UUID type, UUID id) {
        tree.lock();
        var kept = own(type, id);
        if (prices.isUsed(kept)) {
            throw RuleViolation.of(
                    "price-is-used", Map.of("day", kept.price().validFrom().toString()));
        }
        return kept;
    }

    private PriceStore.Kept own(UUID type, UUID id) {
        return prices.find(id)
                .filter(found -> found.type().value().equals(type))
                .filter(found -> caller.may(Permission.TYPE_WRITE, found.price().groupPath()))
                .orElseThrow(HttpProblem::notFound);
    }

    private Optional<GroupId> group(Price price) {
        return Optional.ofNullable(groups.idsByPath(List.of(price.groupPath())).get(price.groupPath()));
    }

    private void record(Act act, PriceStore.Kept kept, List<Change> changes) {
        trail.record(new Deed(act, kept.type().value(), group(kept.price()), changes, Optional.empty()));
    }
}
