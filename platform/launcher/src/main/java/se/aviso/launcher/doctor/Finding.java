package se.aviso.launcher.doctor;

import java.util.List;
import se.aviso.invariant.Check;

/** What a check found at one tenant: how many rows violate it, and the first of them to look at. */
public record Finding(Check check, String tenant, long violations, List<String> examples) {
    public Finding {
        examples = List.copyOf(examples);
    }
}
