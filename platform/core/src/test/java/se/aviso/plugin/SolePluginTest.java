package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.aviso.plugin.SilentPlugins.Decision;

class SolePluginTest {
    private static final String RULES = "AccountingRules";
    private static final Map<String, Boolean> RUNNING = Map.of("one", true, "two", true);

    @Test
    void anotherThatRunsAndIsTurnedOnStandsInTheWay() {
        assertThat(of(on("one", "/")).inTheWayOf("two", "/north/")).contains("one");
        assertThat(of(on("one", "/north/")).inTheWayOf("two", "/")).contains("one");
        assertThat(of(on("one", "/south/")).inTheWayOf("two", "/north/")).isEmpty();
        assertThat(of(on("one", "/"), off("one", "/north/")).inTheWayOf("two", "/north/"))
                .isEmpty();
        assertThat(of(on("two", "/")).inTheWayOf("two", "/north/")).as("itself").isEmpty();
        assertThat(of().inTheWayOf("two", "/")).isEmpty();
    }

    @Test
    void oneThatIsTurnedOnAndDoesNotRunStandsInTheWayToo() {
        assertThat(of(on("gone", "/")).inTheWayOf("one", "/north/")).contains("gone");
        assertThat(of(off("gone", "/")).inTheWayOf("one", "/north/")).isEmpty();
        assertThat(of(on("gone", "/south/")).inTheWayOf("one", "/north/")).isEmpty();
    }

    @Test
    void whatNobodyKnowsOfOneMayBeRules() {
        var unknown = new Decision("older", "/", true, Optional.empty());
        var other = new Decision("mails", "/", true, Optional.of(Set.of("DispatchChannel")));
        assertThat(of(unknown).inTheWayOf("one", "/")).contains("older");
        assertThat(of(other).inTheWayOf("one", "/")).isEmpty();
    }

    @Test
    void oneThatEverybodyHasStandsInTheWayThoughNobodyTurnedItOn() {
        var all = new SolePlugin(RULES, Map.of("one", false, "two", true), List.of());
        assertThat(all.inTheWayOf("two", "/north/")).contains("one");
        var turnedOff = new SolePlugin(RULES, Map.of("one", false, "two", true), List.of(off("one", "/")));
        assertThat(turnedOff.inTheWayOf("two", "/north/")).contains("one");
    }

    private static SolePlugin of(Decision... decisions) {
        return new SolePlugin(RULES, RUNNING, List.of(decisions));
    }

    private static Decision on(String plugin, String path) {
        return new Decision(plugin, path, true, Optional.of(Set.of(RULES)));
    }

    private static Decision off(String plugin, String path) {
        return new Decision(plugin, path, false, Optional.of(Set.of(RULES)));
    }
}
