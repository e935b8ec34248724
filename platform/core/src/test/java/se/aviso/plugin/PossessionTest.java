package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.aviso.plugin.Possession.Decision;
import se.aviso.tenant.Edition;

class PossessionTest {
    private static final PluginUse CHOSEN = new PluginUse(true, Edition.STANDARD);
    private static final Decision TENANT = decision("/", true, "tenant");
    private static final Decision DISTRICT = decision("/1/", true, "district");
    private static final Decision OFF = decision("/1/2/", false, "off");

    @Test
    void theNearestDecisionUpwardHoldsWhole() {
        var had = of(CHOSEN, TENANT, DISTRICT);
        assertThat(had.settings("/1/7/")).isEqualTo(Map.of("colour", "district"));
        assertThat(had.settings("/3/")).isEqualTo(Map.of("colour", "tenant"));
        assertThat(had.settings("/10/")).as("no child of /1/").isEqualTo(Map.of("colour", "tenant"));
    }

    @Test
    void aGroupThatHasTurnedItOffHasItNotThoughTheTenantHas() {
        var had = of(CHOSEN, TENANT, OFF);
        assertThat(had.isHad("/1/")).isTrue();
        assertThat(had.isHad("/1/2/")).isFalse();
        assertThat(had.isHad("/1/2/3/")).isFalse();
        assertThat(had.isHadSomewhere()).isTrue();
    }

    @Test
    void whatNobodyHasDecidedIsAsItIsForEverybody() {
        assertThat(of(CHOSEN).isHad("/")).isFalse();
        assertThat(of(PluginUse.OF_ALL).isHad("/1/")).isTrue();
        assertThat(of(PluginUse.OF_ALL).settings("/1/")).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    void thingsArePartedBySettingsAndNotByGroups() {
        var same = decision("/4/", true, "tenant");
        var parts = of(CHOSEN, TENANT, DISTRICT, OFF, same)
                .parts(List.of("/1/", "/4/", "/1/2/", "/1/3/", "/5/", "/1/"), UnaryOperator.identity());
        assertThat(parts)
                .isEqualTo(Map.of(
                        Map.of("colour", "district"),
                        List.of("/1/", "/1/", "/1/3/"),
                        Map.of("colour", "tenant"),
                        List.of("/4/", "/5/")));
    }

    @Test
    void whatIsDecidedForAGroupTouchesNothingWhereMoreIsDecidedBelow() {
        var had = of(CHOSEN, TENANT, DISTRICT, OFF);
        assertThat(had.decidedBelow("/")).containsExactly("/1/", "/1/2/");
        assertThat(had.decidedBelow("/1/")).containsExactly("/1/2/");
        assertThat(had.decidedBelow("/1/2/")).isEmpty();
    }

    private static Possession of(PluginUse use, Decision... decisions) {
        var colour = new SettingField(
                "colour",
                SettingField.Type.TEXT,
                "Colour",
                "",
                false,
                false,
                "red",
                List.of(),
                new SettingField.Limits(Optional.empty(), 100, Optional.empty(), Optional.empty()));
        return new Possession(use, new SettingsForm(List.of(colour)), Edition.STANDARD, List.of(decisions));
    }

    private static Decision decision(String path, boolean turnedOn, String colour) {
        return new Decision(path, turnedOn, Map.of("colour", colour));
    }
}
