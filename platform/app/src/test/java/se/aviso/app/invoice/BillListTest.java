package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

class BillListTest {
    private static final Map<String, MembershipTypeId> TYPES = Map.of("ar", new MembershipTypeId(new UUID(0, 1)));
    private static final String HEADER = "medlem;produkt;antal;pris;text;moms;konto;undantag;medlemskap\n";

    @Test
    void anUnknownTypeIsToldWithTheOtherFaultsOfTheFile() {
        var list = list("x;;;75,00;Buss;6 %;3052;;\n7;;;;;;;;Okänd\n7;;mycket;75,00;Buss;6 %;3052;;\n8;;;;;;;;AR\n");
        list.tell(7L, List.of(new Fault("unknown-membership", "/lines/0/membershipId", Map.of())));
        list.tell(8L, List.of(new Fault("unknown-member", "/memberId", Map.of())));
        assertThat(told(list))
                .containsExactly(
                        "csv-rows ",
                        "bad-member-number /2/member",
                        "bad-quantity /4/quantity",
                        "unknown-type /3/membership",
                        "unknown-member /5/member");
    }

    @Test
    void whatFollowsFromACellThatWasNotReadIsNotToldAsWell() {
        var list = list("7;;;75,00;Buss;7 %;3052;;\n");
        list.tell(7L, List.of(new Fault("one-off-vat", "/lines/0/vat", Map.of())));
        assertThat(told(list)).containsExactly("csv-rows ", "bad-vat /2/vat");
    }

    @Test
    void whoCannotBeReachedIsNoFaultOfTheList() {
        var list = list("7;;1;75,00;Buss;6 %;3052;;\n");
        list.tell(7L, List.of(new Fault("no-address", "/memberId", Map.of())));
        assertThat(list.isGood()).isTrue();
        assertThat(list.members()).containsExactly(7L);
    }

    private static BillList list(String rows) {
        return new BillList(new StringReader(HEADER + rows), TYPES);
    }

    private static List<String> told(BillList list) {
        return catchThrowableOfType(RuleViolation.class, list::refuse).faults().stream()
                .map(fault -> fault.code() + " " + fault.pointer())
                .toList();
    }
}
