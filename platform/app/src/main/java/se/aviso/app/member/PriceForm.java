package se.aviso.app.member;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.Price;

/** Reads a price as it is written, and adds what is wrong with it to the faults of the whole. */
final class PriceForm {
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final int OLDEST = 150;

    private final List<Fault> faults;

    PriceForm(List<Fault> faults) {
        this.faults = faults;
    }

    /** The price, unless something is wrong with it. */
    Optional<Price> price(MembershipTypeBodies.PriceBody price, Map<GroupId, Group> groups, String pointer) {
        var ages = price.minAge() >= 0 && price.minAge() <= price.maxAge() && price.maxAge() <= OLDEST;
        check(ages, "bad-ages", pointer + "/minAge");
        check(price.currency().orElse("SEK").equals("SEK"), "bad-currency", pointer + "/currency");
        var path = price.groupId()
                .map(id -> Optional.ofNullable(groups.get(new GroupId(id)))
                        .map(group -> group.place().path()))
                .orElse(Optional.of("/"));
        check(path.isPresent(), "unknown-group", pointer + "/groupId");
        var amount = amount(price.amount(), pointer + "/amount");
        return ages && path.isPresent() && amount.isPresent()
                ? Optional.of(new Price(
                        price.from(),
                        path.get(),
                        price.minAge(),
                        price.maxAge(),
                        amount.get(),
                        price.use(),
                        Optional.empty()))
                : Optional.empty();
    }

    private Optional<Money> amount(String decimal, String pointer) {
        var written = decimal.matches("[0-9]{1,9}(\\.[0-9]{1,2})?");
        check(written, "bad-amount", pointer);
        return written ? Optional.of(Money.parse(decimal, SEK)) : Optional.empty();
    }

    private void check(boolean holds, String code, String pointer) {
        if (!holds) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }
}
