package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.Charging;
import se.aviso.pricing.Price;
import se.aviso.pricing.PricePart;

/** Adds a price to a membership type, from a day on. What is issued keeps its price. */
@ApplicationScoped
@Transactional
public class AddPrice {
    @Inject
    MembershipTypeStore types;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Adds the price, or says what is wrong with it; one that meets another would leave the choice open. */
    public Price add(UUID id, MembershipTypeBodies.PriceBody body) {
        tree.hold();
        var typeId = new MembershipTypeId(id);
        types.lock(typeId); // two that meet each other are not added at the same time
        var type = Optional.ofNullable(types.all().get(typeId)).orElseThrow(HttpProblem::notFound);
        var faults = new ArrayList<Fault>();
        var known = groups.groupsById(body.groupId().map(GroupId::new).stream().toList());
        var price = new PriceForm(faults).price(body, known, "");
        if (price.filter(added -> !caller.may(Permission.TYPE_WRITE, added.groupPath()))
                .isPresent()) {
            faults.add(new Fault("price-beyond-own", "/groupId", Map.of()));
        }
        if (price.filter(added -> meetsOne(added, type.prices().prices())).isPresent()) {
            faults.add(new Fault("price-ambiguous", "", Map.of()));
        }
        if (price.filter(added -> isUnasked(added, type)).isPresent()) {
            faults.add(new Fault("price-of-no-share", "/part", Map.of()));
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        var added = price.orElseThrow();
        types.addPrice(typeId, added);
        trail.record(new Deed(
                Act.PRICE_ADDED,
                id,
                body.groupId().map(GroupId::new),
                List.of(Change.to(Field.AMOUNT, added.amount()), Change.to(Field.VALID_FROM, body.from())),
                Optional.empty()));
        return added;
    }

    /** A price of a part that the type does not tell apart would never be asked for. */
    private static boolean isUnasked(Price added, MembershipType type) {
        var part = added.use().part();
        return type.billing().charging().shares() == Charging.Shares.NONE
                && (part == PricePart.DISTRICT || part == PricePart.FEDERATION);
    }

    private static boolean meetsOne(Price added, List<Price> prices) {
        return prices.stream().anyMatch(added::meets);
    }
}
