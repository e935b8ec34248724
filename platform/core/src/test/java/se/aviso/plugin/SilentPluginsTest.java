package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        return new Decision(plugin, path, true, Set.of(RULES, "ConnectionTest"));
    }

    private static Decision off(String plugin, String path) {
        return new Decision(plugin, path, false, Set.of(RULES));
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
        assertThat(silent(new Decision("gone", FEDERATION, true, Set.of("DispatchChannel"))))
                .isEmpty();
        assertThat(silent(new Decision("gone", FEDERATION, true, Set.of()))).isEmpty();
    }
}
