package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.aviso.plugin.NearestPlugin.Candidate;
import se.aviso.plugin.NearestPlugin.Serving;
import se.aviso.plugin.Possession.Decision;
import se.aviso.tenant.Edition;

class NearestPluginTest {
    private static final PluginUse PRIVATE = new PluginUse(true, Edition.ENTERPRISE);
    private static final Decision ON = new Decision("/", true, Map.of());
    private static final Decision CLUB_ON = new Decision("/1/", true, Map.of());
    private static final Decision CLUB_OFF = new Decision("/1/", false, Map.of());

    @Test
    void whatIsTurnedOnNearestServes() {
        var nearest = of(Optional.empty(), candidate("A", ON), candidate("B", CLUB_ON));
        assertThat(served(nearest, "/1/2/")).contains("B");
        assertThat(served(nearest, "/2/")).contains("A");
    }

    @Test
    void aGroupThatHasTurnedItOffIsServedByAnotherOrByNone() {
        assertThat(served(of(Optional.empty(), candidate("A", ON, CLUB_OFF)), "/1/"))
                .isEmpty();
        assertThat(served(of(Optional.empty(), candidate("A", ON, CLUB_OFF), candidate("B", ON)), "/1/"))
                .contains("B");
    }

    @Test
    void whatTheTenantHasNamedServesUntilSomebodyDecides() {
        var free = new Candidate("A", possession(PluginUse.OF_ALL, Edition.STANDARD));
        assertThat(served(of(Optional.of("A"), free), "/1/")).contains("A");
        assertThat(served(of(Optional.empty(), free), "/1/"))
                .as("neither named nor turned on")
                .isEmpty();
        var off = new Candidate("A", possession(PluginUse.OF_ALL, Edition.STANDARD, CLUB_OFF));
        assertThat(served(of(Optional.of("A"), off), "/1/")).isEmpty();
        assertThat(served(of(Optional.of("A"), free, candidate("B", ON)), "/1/"))
                .as("what is turned on goes before what is only named")
                .contains("B");
    }

    @Test
    void aNamedPluginThatMustBeChosenServesOnceItIsTurnedOn() {
        assertThat(served(of(Optional.of("A"), candidate("A")), "/1/")).isEmpty();
        assertThat(served(of(Optional.of("A"), candidate("A", ON)), "/1/")).contains("A");
    }

    @Test
    void aPrivatePluginServesNoLongerThanTheEdition() {
        var over = new Candidate("A", possession(PRIVATE, Edition.STANDARD, ON));
        assertThat(served(of(Optional.of("A"), over), "/1/")).isEmpty();
    }

    @Test
    void ofTwoThatAreEquallyNearTheNamedServesElseTheFirstByName() {
        var both = new Candidate[] {candidate("B", ON), candidate("A", ON)};
        assertThat(served(of(Optional.of("B"), both), "/1/")).contains("B");
        assertThat(served(of(Optional.empty(), both), "/1/")).contains("A");
    }

    @Test
    void thingsArePartedByWhatServesThem() {
        var nearest = of(Optional.empty(), candidate("A", ON, CLUB_OFF), candidate("B", CLUB_ON));
        assertThat(nearest.parts(List.of("/1/", "/2/", "/3/"), UnaryOperator.identity()))
                .isEqualTo(Map.of(
                        new Serving("B", Map.of()), List.of("/1/"), new Serving("A", Map.of()), List.of("/2/", "/3/")));
    }

    private static Optional<String> served(NearestPlugin nearest, String path) {
        return nearest.at(path).map(Serving::name);
    }

    private static NearestPlugin of(Optional<String> named, Candidate... candidates) {
        return new NearestPlugin(List.of(candidates), named);
    }

    private static Candidate candidate(String name, Decision... decisions) {
        return new Candidate(name, possession(PRIVATE, Edition.ENTERPRISE, decisions));
    }

    private static Possession possession(PluginUse use, Edition bought, Decision... decisions) {
        return new Possession(use, SettingsForm.NONE, bought, List.of(decisions));
    }
}
