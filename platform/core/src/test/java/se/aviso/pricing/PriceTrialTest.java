package se.aviso.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;

class PriceTrialTest {
    private static final MembershipTypeId CHILD = new MembershipTypeId(new UUID(0, 1));
    private static final MembershipTypeId ADULT = new MembershipTypeId(new UUID(0, 2));
    private static final Charge NO_PRICE = new Charge.Missing("no-plugin-price");

    @Test
    void whatChangesIsSummedUpByType() {
        var tried = List.of(
                tried(CHILD, 100_00, priced(100_00)),
                tried(ADULT, 300_00, priced(310_01)),
                tried(CHILD, 50_00, priced(75_00)),
                tried(CHILD, 50_00, priced(75_00)));
        assertThat(PriceTrial.changes(tried))
                .containsExactly(sum(CHILD, 3, 2, 200_00, 250_00), sum(ADULT, 1, 1, 300_00, 310_01));
    }

    @Test
    void aTypeOfWhichNothingChangesIsNotTold() {
        assertThat(PriceTrial.changes(List.of(tried(CHILD, 100_00, priced(100_00)))))
                .isEmpty();
        assertThat(PriceTrial.changes(List.of())).isEmpty();
    }

    @Test
    void aTypeWhoseMembershipsChangeAgainstEachOtherIsTold() {
        var tried = List.of(tried(CHILD, 100_00, priced(50_00)), tried(CHILD, 50_00, priced(100_00)));
        assertThat(PriceTrial.changes(tried)).containsExactly(sum(CHILD, 2, 2, 150_00, 150_00));
    }

    @Test
    void thoseWithoutAPriceStandApart() {
        var tried = List.of(
                tried(CHILD, 100_00, NO_PRICE),
                tried(CHILD, 50_00, priced(60_00)),
                tried(CHILD, 0, NO_PRICE),
                tried(ADULT, 300_00, priced(300_00)));
        assertThat(PriceTrial.changes(tried))
                .containsExactly(
                        new PriceTrial.Sum(CHILD, 2, 2, Money.ore(100_00), Optional.empty()),
                        sum(CHILD, 1, 1, 50_00, 60_00));
    }

    @Test
    void whatIsTakenOffAndEntryFeesAreNoPartOfIt() {
        var fees = List.of(fee(PricePart.OWN, 80_00), fee(PricePart.FEDERATION, 20_00), fee(PricePart.ENTRY, 40_00));
        var cut = new Cut("flit", Money.ore(10_00), Explanation.NONE);
        assertThat(PriceTrial.changes(List.of(tried(CHILD, 100_00, new Charge.Priced(fees, List.of(cut))))))
                .isEmpty();
    }

    private static PriceTrial.Tried tried(MembershipTypeId type, long before, Charge after) {
        return new PriceTrial.Tried(type, Money.ore(before), after);
    }

    private static PriceTrial.Sum sum(MembershipTypeId type, int memberships, int changed, long before, long after) {
        return new PriceTrial.Sum(type, memberships, changed, Money.ore(before), Optional.of(Money.ore(after)));
    }

    private static Charge priced(long ore) {
        return new Charge.Priced(List.of(fee(PricePart.OWN, ore)), List.of());
    }

    private static Fee fee(PricePart part, long ore) {
        return new Fee(part, PlaceFixture.CLUB, Money.ore(ore), Explanation.NONE);
    }
}
