package se.aviso.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;

/** Waits for runs. One that failed is resumed once: what it lacked, disk or database, may be there by now. */
final class Runs {
    private static final Set<String> ENDS = Set.of("DONE", "FAILED", "CANCELLED");

    private final Api api;

    Runs(Api api) {
        this.api = api;
    }

    /** Returns when the run is done; refuses when it cannot be. */
    void finish(String run) {
        if (state(awaitEnd(run)).equals("FAILED")) {
            Console.say("   Run " + run + " had failed and is resumed.");
            api.post("invoice-runs/" + run + ":resume", "circle-resume", Map.of());
        }
        var end = awaitEnd(run);
        if (state(end).equals("FAILED")) {
            throw new Refusal("Run " + run + " failed again, with " + end.get("done") + " of " + end.get("total")
                    + " done; why stands in log/server.0.log of the data folder.");
        }
        if (state(end).equals("CANCELLED")) {
            throw new Refusal("Run " + run + " was cancelled, so the circle cannot be closed on this data folder:"
                    + " choose an empty one with --data.");
        }
    }

    private JsonNode awaitEnd(String run) {
        Api.await("run " + run, () -> ENDS.contains(state(see(run))));
        return see(run);
    }

    private JsonNode see(String run) {
        return api.get("invoice-runs/" + run);
    }

    private static String state(JsonNode run) {
        return run.get("state").asText();
    }
}
