package se.aviso.app.screen;

import java.io.Serializable;

/**
 * What the user is told: what happened, what was not done, what to do now, and where it is found again in the log.
 *
 * @param undone what was not sent, booked or changed; empty where nothing was left undone
 * @param now the next step; empty where there is none
 * @param reference the request's id; empty where nobody needs to look it up
 */
public record Notice(Kind kind, String what, String undone, String now, String reference) implements Serializable {
    /** How it went. */
    public enum Kind {
        OK("ok", "okc"),
        INFO("info", "info"),
        WARN("warn", "alert"),
        BAD("bad", "alert");

        private final String style;
        private final String icon;

        Kind(String style, String icon) {
            this.style = style;
            this.icon = icon;
        }

        /** The class of the message. */
        public String style() {
            return style;
        }

        /** The icon that says the same as the colour. */
        public String icon() {
            return icon;
        }
    }
}
