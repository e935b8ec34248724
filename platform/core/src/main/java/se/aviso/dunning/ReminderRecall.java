package se.aviso.dunning;

import java.util.Optional;

/**
 * A reminder that is to be taken back as if it had never been sent.
 *
 * @param level its own, counted from 1
 * @param lastLevel of the last reminder of the document
 * @param handedOver whether a collector has the claim now
 */
public record ReminderRecall(int level, int lastLevel, boolean handedOver) {
    /** @throws IllegalArgumentException when the last reminder came before this one */
    public ReminderRecall {
        if (level < 1 || lastLevel < level) {
            throw new IllegalArgumentException("no reminder " + level + " of " + lastLevel);
        }
    }

    /**
     * Why it stands: what came later was built on it, and is to be taken back first. The code is the key of its text.
     *
     * @return empty when it can be taken back
     */
    public Optional<String> whyItStands() {
        if (handedOver) {
            return Optional.of("handed-over");
        }
        return lastLevel > level ? Optional.of("reminded-since") : Optional.empty();
    }
}
