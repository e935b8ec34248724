package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.aviso.plugin.SilentPlugins.Decision;

class SilentPluginsTest {
    private static final String RULES = "AccountingRules";
    private static final String FEDERATION = "/";
    private static final String CLUB = "/00001/00003/";

    private static List<String> silent(Decision... decisions) {
        return SilentPlugins.of(List.of(decisions), RULES, CLUB, plugin -> plugin.equals("runs"));
    }

    private static Decision on(String plugin, String path) {
        return new Decision(plugin, path, true, Optional.of(Set.of(RULES, "ConnectionTest")));
    }

    private static Decision off(String plugin, String path) {
        return new Decision(plugin, path, false, Optional.of(Set.of(RULES)));
    }

    @Test
    void oneThatIsTurnedOnAndDoesNotAnswerIsNamed() {
        assertThat(silent(on("gone", FEDERATION))).containsExactly("gone");
        assertThat(silent(on("gone", CLUB), on("also-gone", FEDERATION))).containsExactly("also-gone", "gone");
    }

    @Test
    void oneThatAnswersIsNotSilent() {
        assertThat(silent(on("runs", FEDERATION))).isEmpty();
    }

    @Test
    void theNearestDecisionHolds() {
        assertThat(silent(on("gone", FEDERATION), off("gone", "/00001/"))).isEmpty();
        assertThat(silent(off("gone", FEDERATION), on("gone", CLUB))).containsExactly("gone");
        assertThat(silent(on("gone", "/00002/")))
                .as("decided elsewhere in the tree")
                .isEmpty();
    }

    @Test
    void whatOffersSomethingElseIsNotMissed() {
        assertThat(silent(new Decision("gone", FEDERATION, true, Optional.of(Set.of("DispatchChannel")))))
                .isEmpty();
        assertThat(silent(new Decision("gone", FEDERATION, true, Optional.of(Set.of()))))
                .isEmpty();
    }

    @Test
    void whatNobodyKnowsOfOneMayBeRules() {
        var older = new Decision("older", FEDERATION, true, Optional.empty());
        assertThat(silent(older)).containsExactly("older");
        assertThat(silent(new Decision("older", FEDERATION, false, Optional.empty())))
                .isEmpty();
        assertThat(silent(new Decision("runs", FEDERATION, true, Optional.empty())))
                .isEmpty();
        assertThat(silent(older.runningWith(Set.of("DispatchChannel"))))
                .as("it runs, and says what it has")
                .isEmpty();
        assertThat(silent(older.runningWith(Set.of(RULES)))).containsExactly("older");
    }

    @Test
    void whatOneOfferedOnceAndOffersNoMoreIsMissed() {
        assertThat(silent(on("changed", FEDERATION).runningWith(Set.of("ConnectionTest"))))
                .containsExactly("changed");
    }
}
