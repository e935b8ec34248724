package se.aviso.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.access.Delegation.Refusal.GRANT_BEYOND_OWN;
import static se.aviso.access.Delegation.Refusal.GRANT_OUTLASTS_OWN;
import static se.aviso.access.Delegation.Refusal.GRANT_OVER;
import static se.aviso.access.Delegation.Refusal.LAST_TENANT_ADMIN;
import static se.aviso.access.Delegation.Refusal.ROLE_NOT_BY_HAND;
import static se.aviso.access.Delegation.Refusal.ROLE_NOT_HERE;
import static se.aviso.access.Grant.WHOLE_TREE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.aviso.group.GroupKind;

class DelegationTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);
    private static final String FEDERATION = "/00001/";
    private static final String DISTRICT = "/00001/00003/";
    private static final String CLUB = "/00001/00003/00001/";
    private static final String SIBLING = "/00001/00003/00002/";
    private static final Optional<GroupKind> LOCAL = Optional.of(GroupKind.LOCAL);
    private static final List<String> PLACES = List.of(WHOLE_TREE, FEDERATION, DISTRICT, CLUB, SIBLING);
    private static final List<Optional<LocalDate>> ENDS =
            List.of(Optional.empty(), Optional.of(TODAY), Optional.of(JUNE), Optional.of(JUNE.plusDays(1)));

    @Test
    void aTreasurerGivesACashierOnTheOwnGroup() {
        assertThat(of(Grant.of(Role.GROUP_ADMIN, CLUB)).toGive(Grant.of(Role.CASHIER, CLUB), LOCAL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP_ADMIN, CASHIER, /00001/00003/00002/, LOCAL",
        "GROUP_ADMIN, CASHIER, /00001/00003/, DISTRICT",
        "GROUP_ADMIN, FEDERATION_ADMIN, /00001/, FEDERATION",
        "CASHIER, CASHIER, /00001/00003/00001/, LOCAL",
        "AUDITOR, AUDITOR, /00001/00003/00001/, LOCAL",
        "MEMBER, CASHIER, /00001/00003/00001/, LOCAL"
    })
    void nobodyGivesWhatTheyLack(Role own, Role wanted, String path, GroupKind kind) {
        assertThat(of(Grant.of(own, CLUB)).toGive(Grant.of(wanted, path), Optional.of(kind)))
                .contains(GRANT_BEYOND_OWN);
    }

    @Test
    void aTenantAdminMakesNoOperator() {
        var admin = of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE));
        assertThat(admin.toGive(Grant.of(Role.OPERATOR, WHOLE_TREE), Optional.empty()))
                .contains(GRANT_BEYOND_OWN);
    }

    @Test
    void anOperatorMakesOperatorsAndNobodyElse() {
        assertThat(of(Grant.of(Role.OPERATOR, WHOLE_TREE)).roles(WHOLE_TREE, Optional.empty()))
                .containsExactly(Role.OPERATOR);
    }

    @Test
    void toPassOnTakesTheRightToDoSoOnTheGroupItself() {
        var both = of(Grant.of(Role.CASHIER, DISTRICT), Grant.of(Role.GROUP_ADMIN, SIBLING));
        assertThat(both.toGive(Grant.of(Role.CASHIER, CLUB), LOCAL)).contains(GRANT_BEYOND_OWN);
    }

    @Test
    void aGrantEndsNoLaterThanItsGiversOwn() {
        var till = of(Grant.of(Role.GROUP_ADMIN, CLUB).until(JUNE));
        var cashier = Grant.of(Role.CASHIER, CLUB);
        assertThat(till.toGive(cashier.until(JUNE), LOCAL)).isEmpty();
        assertThat(till.toGive(cashier.until(JUNE.plusDays(1)), LOCAL)).contains(GRANT_OUTLASTS_OWN);
        assertThat(till.toGive(cashier, LOCAL)).contains(GRANT_OUTLASTS_OWN);
    }

    @Test
    void whatHasEndedGivesNothing() {
        var over = of(Grant.of(Role.GROUP_ADMIN, CLUB).until(TODAY.minusDays(1)));
        assertThat(over.toGive(Grant.of(Role.CASHIER, CLUB).until(TODAY), LOCAL))
                .contains(GRANT_BEYOND_OWN);
    }

    @Test
    void aDayThatIsOverIsNoEnd() {
        var admin = of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE));
        assertThat(admin.toGive(Grant.of(Role.CASHIER, CLUB).until(TODAY.minusDays(1)), LOCAL))
                .contains(GRANT_OVER);
        assertThat(admin.toGive(Grant.of(Role.CASHIER, CLUB).until(TODAY), LOCAL))
                .isEmpty();
    }

    @Test
    void nobodyMakesAMemberByHand() {
        var admin = of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE));
        assertThat(admin.toGive(Grant.of(Role.MEMBER, CLUB), LOCAL)).contains(ROLE_NOT_BY_HAND);
        assertThat(admin.toTake(Grant.of(Role.MEMBER, CLUB), List.of())).contains(ROLE_NOT_BY_HAND);
    }

    @Test
    void aRoleIsGivenWhereItBelongs() {
        var admin = of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE));
        assertThat(admin.toGive(Grant.of(Role.DISTRICT_ADMIN, CLUB), LOCAL)).contains(ROLE_NOT_HERE);
        assertThat(admin.toGive(Grant.of(Role.TENANT_ADMIN, CLUB), LOCAL)).contains(ROLE_NOT_HERE);
    }

    @Test
    void theRolesToChooseFromAreThoseThatCanBeGiven() {
        assertThat(of(Grant.of(Role.GROUP_ADMIN, CLUB)).roles(CLUB, LOCAL))
                .containsExactly(Role.GROUP_ADMIN, Role.CASHIER, Role.AUDITOR);
        assertThat(of(Grant.of(Role.GROUP_ADMIN, CLUB)).roles(SIBLING, LOCAL)).isEmpty();
        assertThat(of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE)).roles(WHOLE_TREE, Optional.empty()))
                .containsExactly(Role.TENANT_ADMIN, Role.GROUP_ADMIN, Role.CASHIER, Role.AUDITOR);
    }

    @Test
    void theLastTenantAdminStays() {
        var admin = Grant.of(Role.TENANT_ADMIN, WHOLE_TREE);
        assertThat(of(admin).toTake(admin, List.of(Grant.of(Role.CASHIER, CLUB))))
                .contains(LAST_TENANT_ADMIN);
        assertThat(of(admin).toTake(admin, List.of(admin.until(JUNE)))).contains(LAST_TENANT_ADMIN);
        assertThat(of(admin).toTake(admin, List.of(admin))).isEmpty();
        assertThat(of(admin).toTake(admin.until(JUNE), List.of(admin.until(JUNE))))
                .isEmpty();
    }

    @Test
    void whatOneCouldNotHaveGivenOneCannotTake() {
        var treasurer = of(Grant.of(Role.GROUP_ADMIN, CLUB).until(JUNE));
        assertThat(treasurer.toTake(Grant.of(Role.CASHIER, CLUB), List.of())).contains(GRANT_OUTLASTS_OWN);
        assertThat(treasurer.toTake(Grant.of(Role.CASHIER, DISTRICT), List.of()))
                .contains(GRANT_BEYOND_OWN);
        assertThat(treasurer.toTake(Grant.of(Role.CASHIER, CLUB).until(JUNE), List.of()))
                .isEmpty();
    }

    static Stream<Grant> giversGrants() {
        return Arrays.stream(Role.values())
                .flatMap(role -> PLACES.stream().map(place -> Grant.of(role, place)))
                .flatMap(grant -> ENDS.stream().map(end -> end.map(grant::until).orElse(grant)));
    }

    /** The law of all roles, places and ends: of 8 × 5 × 4 givers, each of as many grants. */
    @ParameterizedTest
    @MethodSource("giversGrants")
    void givingNeverLetsAnybodyDoWhatTheGiverCannot(Grant own) {
        var giver = of(own);
        giversGrants()
                .filter(wanted -> isGiven(giver, wanted))
                .forEach(wanted ->
                        assertThat(powers(own)).as("%s gives %s", own, wanted).containsAll(powers(wanted)));
    }

    @ParameterizedTest
    @EnumSource
    void whoGivesARoleCanTakeItBack(Role role) {
        var admin = of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE), Grant.of(Role.OPERATOR, WHOLE_TREE));
        var other = List.of(Grant.of(Role.TENANT_ADMIN, WHOLE_TREE));
        PLACES.stream()
                .map(place -> Grant.of(role, place))
                .filter(wanted -> isGiven(admin, wanted))
                .forEach(given -> assertThat(admin.toTake(given, other)).isEmpty());
    }

    @Test
    void theLawIsTriedOnGrantsThatAreGiven() {
        var given = giversGrants()
                .mapToLong(own -> giversGrants()
                        .filter(wanted -> isGiven(of(own), wanted))
                        .count())
                .sum();
        assertThat(given).isGreaterThan(500);
    }

    private static boolean isGiven(Delegation giver, Grant wanted) {
        return giver.toGive(wanted, kind(wanted.groupPath())).isEmpty();
    }

    /** What somebody with the grant can do, where and on which day; the days are those on which something ends. */
    private static List<String> powers(Grant grant) {
        var powers = new ArrayList<String>();
        for (var permission : grant.role().permissions()) {
            for (var place : PLACES) {
                for (var day : List.of(TODAY, JUNE, JUNE.plusDays(1), JUNE.plusDays(2))) {
                    if (grant.covers(place) && grant.holdsOn(day)) {
                        powers.add(permission + " " + place + " " + day);
                    }
                }
            }
        }
        return powers;
    }

    private static Optional<GroupKind> kind(String path) {
        return switch (path) {
            case WHOLE_TREE -> Optional.empty();
            case FEDERATION -> Optional.of(GroupKind.FEDERATION);
            case DISTRICT -> Optional.of(GroupKind.DISTRICT);
            default -> LOCAL;
        };
    }

    private static Delegation of(Grant... own) {
        return new Delegation(List.of(own), TODAY);
    }
}
