package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.Charging;
import se.aviso.pricing.Price;
import se.aviso.pricing.PricePart;

/** Whether a price fits beside the others of its type, and is the caller's to set. */
@ApplicationScoped
class PriceCheck {
    @Inject
    GroupStore groups;

    @Inject
    Caller caller;

    /** The price, or all that is wrong with it; one that meets another would leave the choice open. */
    Price price(MembershipType type, List<Price> others, MembershipTypeBodies.PriceBody body) {
        var faults = new ArrayList<Fault>();
        var known = groups.groupsById(body.groupId().map(GroupId::new).stream().toList());
        var price = new PriceForm(faults).price(body, known, "");
        if (price.filter(added -> !caller.may(Permission.TYPE_WRITE, added.groupPath()))
                .isPresent()) {
            faults.add(new Fault("price-beyond-own", "/groupId", Map.of()));
        }
        if (price.filter(added -> others.stream().anyMatch(added::meets)).isPresent()) {
            faults.add(new Fault("price-ambiguous", "", Map.of()));
        }
        if (price.filter(added -> isUnasked(added, type)).isPresent()) {
            faults.add(new Fault("price-of-no-share", "/part", Map.of()));
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return price.orElseThrow();
    }

    /** A price of a part that the type does not tell apart would never be asked for. */
    private static boolean isUnasked(Price added, MembershipType type) {
        var part = added.use().part();
        return type.billing().charging().shares() == Charging.Shares.NONE
                && (part == PricePart.DISTRICT || part == PricePart.FEDERATION);
    }
}
