package se.aviso.app.group;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.group.BillingField.BANKGIRO;
import static se.aviso.group.BillingField.CITY;
import static se.aviso.group.BillingField.IBAN;
import static se.aviso.group.BillingField.NAME;
import static se.aviso.group.BillingField.PLUSGIRO;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

class PayeeRowTest {
    private static final GroupId FEDERATION = new GroupId(new UUID(0, 1));
    private static final GroupId CLUB = new GroupId(new UUID(0, 2));

    @Test
    void anOwnValueSaysWhatWouldHoldWithoutIt() {
        var row = row(BANKGIRO, Map.of(BANKGIRO, "9912346"), Map.of(BANKGIRO, "58056201"));
        assertThat(row.state()).isEqualTo(PayeeRow.State.OWN);
        assertThat(row.value()).isEqualTo("5805-6201");
        assertThat(row.otherwise()).contains(new PayeeRow.Otherwise("991-2346", "Förbundet"));
    }

    @Test
    void anOwnValueThatHidesNothingSaysSo() {
        assertThat(row(CITY, Map.of(), Map.of(CITY, "Umeå")).otherwise()).isEmpty();
    }

    @Test
    void anInheritedValueSaysFromWhom() {
        var row = row(NAME, Map.of(NAME, "Riksförbundet"), Map.of());
        assertThat(row.state()).isEqualTo(PayeeRow.State.INHERITED);
        assertThat(row.value()).isEqualTo("Riksförbundet");
        assertThat(row.from()).isEqualTo("Förbundet");
    }

    @Test
    void whatNobodyHasIsMissing() {
        assertThat(row(IBAN, Map.of(), Map.of()).state()).isEqualTo(PayeeRow.State.MISSING);
    }

    @Test
    void aGiroNumberIsNeededWhereThereIsNoneOfEitherKind() {
        assertThat(row(BANKGIRO, Map.of(), Map.of()).state()).isEqualTo(PayeeRow.State.NEEDED);
        assertThat(row(PLUSGIRO, Map.of(), Map.of()).state()).isEqualTo(PayeeRow.State.MISSING);
        assertThat(row(BANKGIRO, Map.of(PLUSGIRO, "2865434"), Map.of()).state()).isEqualTo(PayeeRow.State.MISSING);
    }

    private static PayeeRow row(
            BillingField field, Map<BillingField, String> federation, Map<BillingField, String> club) {
        var chain = List.of(new BillingIdentity.Own(FEDERATION, federation), new BillingIdentity.Own(CLUB, club));
        var payee = new ShowGroup.Payee(
                BillingIdentity.inherited(chain),
                BillingIdentity.inherited(chain.subList(0, 1)),
                BillingIdentity.onDocuments(chain));
        var place = new Group.Place(Optional.of(FEDERATION), "/00001/00001/");
        var seen = new ShowGroup.Seen(
                new Group(CLUB, GroupKind.LOCAL, "klubben", "Klubben", place, club),
                1,
                List.of(
                        new ShowGroup.Step(FEDERATION, "Förbundet", GroupKind.FEDERATION, false),
                        new ShowGroup.Step(CLUB, "Klubben", GroupKind.LOCAL, true)),
                payee,
                0,
                Optional.empty(),
                new ShowGroup.Rights(true, false, false));
        return PayeeRow.of(seen).stream()
                .filter(row -> row.field() == field)
                .findFirst()
                .orElseThrow();
    }
}
