package se.aviso.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.group.BillingField.ACCENT;
import static se.aviso.group.BillingField.LOGO;
import static se.aviso.group.BillingField.TEMPLATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.GroupId;
import se.aviso.wording.PaperKind;

/** Each part of a look is the nearest group's; of one group, the kind's own goes before the one for all kinds. */
class PaperLookTest {
    private static final GroupId FEDERATION = new GroupId(UUID.randomUUID());
    private static final GroupId CLUB = new GroupId(UUID.randomUUID());
    private static final PaperLook.Place GENERAL = new PaperLook.Place(TEMPLATE);

    @Test
    void ofOneGroupTheKindsOwnGoesBeforeTheOneForAllKinds() {
        var chain = List.of(own(FEDERATION, Map.of(GENERAL, "luftig", reminders(TEMPLATE), "kompakt")));
        assertThat(value(PaperKind.REMINDER1, chain)).isEqualTo("kompakt");
        assertThat(value(PaperKind.REMINDER2, chain)).isEqualTo("luftig");
        assertThat(PaperLook.inherited(PaperKind.REMINDER1, chain).parts().get(TEMPLATE))
                .isEqualTo(new PaperLook.Origin("kompakt", FEDERATION, Optional.of(PaperKind.REMINDER1)));
    }

    @Test
    void aNearerGroupGoesBeforeAnAncestorsOwnForTheKind() {
        var chain = List.of(
                own(FEDERATION, Map.of(GENERAL, "luftig", reminders(TEMPLATE), "kompakt")),
                own(CLUB, Map.of(GENERAL, "klassisk")));
        assertThat(value(PaperKind.REMINDER1, chain)).isEqualTo("klassisk");
        assertThat(PaperLook.inherited(PaperKind.REMINDER1, chain).parts().get(TEMPLATE))
                .isEqualTo(new PaperLook.Origin("klassisk", CLUB, Optional.empty()));
    }

    @Test
    void whatIsSetForOneKindIsNotForAll() {
        var chain = List.of(own(FEDERATION, Map.of(GENERAL, "luftig")), own(CLUB, Map.of(reminders(TEMPLATE), "own")));
        assertThat(PaperLook.ofAllKinds(chain).values()).isEqualTo(Map.of(TEMPLATE, "luftig"));
    }

    @Test
    void eachPartIsInheritedByItself() {
        var chain = List.of(
                own(FEDERATION, Map.of(reminders(ACCENT), "#7a1f1f", GENERAL, "luftig", reminders(LOGO), "a")),
                own(CLUB, Map.of(reminders(TEMPLATE), "kompakt", new PaperLook.Place(LOGO), "b")));
        assertThat(PaperLook.inherited(PaperKind.REMINDER1, chain).values())
                .isEqualTo(Map.of(ACCENT, "#7a1f1f", TEMPLATE, "kompakt", LOGO, "b"));
        assertThat(PaperLook.inherited(PaperKind.RECEIPT, chain).values())
                .isEqualTo(Map.of(TEMPLATE, "luftig", LOGO, "b"));
    }

    @Test
    void aBlankValueHidesNothingAndWhereNobodyHasSetOneThereIsNone() {
        var above = own(FEDERATION, Map.of(GENERAL, "luftig"));
        assertThat(value(PaperKind.FIRST, List.of(above, own(CLUB, Map.of(GENERAL, " ")))))
                .isEqualTo("luftig");
        assertThat(PaperLook.inherited(PaperKind.FIRST, List.of()).values()).isEmpty();
    }

    @Test
    void onlyPartsOfALookHaveAPlace() {
        assertThatThrownBy(() -> new PaperLook.Place(BillingField.BANKGIRO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String value(PaperKind kind, List<PaperLook.Own> chain) {
        return PaperLook.inherited(kind, chain).values().getOrDefault(TEMPLATE, "");
    }

    private static PaperLook.Place reminders(BillingField part) {
        return new PaperLook.Place(Optional.of(PaperKind.REMINDER1), part);
    }

    private static PaperLook.Own own(GroupId group, Map<PaperLook.Place, String> values) {
        return new PaperLook.Own(UUID.randomUUID(), group, values);
    }
}
