package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.pricing.Price;

/** Adds a price to a membership type, from a day on. What is issued keeps its price. */
@ApplicationScoped
@Transactional
public class AddPrice {
    @Inject
    MembershipTypeStore types;

    @Inject
    PriceStore prices;

    @Inject
    PriceCheck check;

    @Inject
    GroupTreeStore tree;

    @Inject
    AuditTrail trail;

    /** Adds the price, or says what is wrong with it. */
    public Price add(UUID id, MembershipTypeBodies.PriceBody body) {
        tree.hold();
        var typeId = new MembershipTypeId(id);
        types.lock(typeId); // two that meet each other are not added at the same time
        var type = Optional.ofNullable(types.all().get(typeId)).orElseThrow(HttpProblem::notFound);
        var added = check.price(type, type.prices().prices(), body);
        prices.add(typeId, added);
        types.touch(typeId);
        trail.record(new Deed(
                Act.PRICE_ADDED,
                id,
                body.groupId().map(GroupId::new),
                List.of(Change.to(Field.AMOUNT, added.amount()), Change.to(Field.VALID_FROM, body.from())),
                Optional.empty()));
        return added;
    }
}
