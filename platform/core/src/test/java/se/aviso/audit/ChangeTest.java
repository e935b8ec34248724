package se.aviso.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.audit.Field.BANKGIRO;
import static se.aviso.audit.Field.EMAIL;
import static se.aviso.audit.Field.NAME;
import static se.aviso.audit.Field.SWISH;
import static se.aviso.audit.Field.TEMPLATE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.group.BillingField;

class ChangeTest {
    @Test
    void onlyWhatDiffersIsAChange() {
        assertThat(Change.between(Map.of(NAME, "Umeå", TEMPLATE, "A"), Map.of(NAME, "Umeå IK", TEMPLATE, "A")))
                .containsExactly(Change.of(NAME, "Umeå", "Umeå IK"));
    }

    @Test
    void whatWasSetOrTakenAwayIsEmptyOnOneSide() {
        assertThat(Change.between(Map.of(SWISH, "123"), Map.of(BANKGIRO, "5050-1055")))
                .containsExactly(Change.of(BANKGIRO, "", "5050-1055"), Change.of(SWISH, "123", ""));
    }

    @Test
    void ofAPersonOnlyTheFieldIsNamed() {
        assertThat(Change.personal(EMAIL)).isEqualTo(new Change(EMAIL, "", "", true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change(EMAIL, "", "a@b.se", true));
    }

    @Test
    void apisNameFieldsByPointers() {
        assertThat(Field.at("/email")).isEqualTo(Field.EMAIL);
        assertThat(Field.at("/address/postalCode")).isEqualTo(Field.ADDRESS_POSTAL_CODE);
        assertThatIllegalArgumentException().isThrownBy(() -> Field.at("/shoeSize"));
    }

    @ParameterizedTest
    @EnumSource
    void whatAGroupHasOfItsOwnCanBeChanged(BillingField field) {
        assertThat(Field.valueOf(field.name())).hasToString(field.name());
    }

    @Test
    void usersHaveIdsAndNobodyElse() {
        assertThat(Actor.user(new UUID(0, 1)).kind()).isEqualTo(Actor.Kind.USER);
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor(Actor.Kind.USER, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Actor(Actor.Kind.VISITOR, Optional.of(new UUID(0, 1))));
    }

    @Test
    void aTrailIsNumberedFromOne() {
        var deed = AuditEntry.Deed.ofTenant(Act.TENANT_LOADED, new UUID(0, 1), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditEntry(0, Instant.EPOCH, Actor.AVISO, deed));
    }
}
