package se.aviso.app.plugin;

/** A plugin has not answered; whoever asked goes on without it. The message is the product's own, fit for logs. */
public final class PluginFailure extends RuntimeException {
    private final Kind kind;

    public PluginFailure(Kind kind, String plugin, Throwable cause) {
        super("plugin " + plugin + ": " + kind, cause);
        this.kind = kind;
    }

    public PluginFailure(Kind kind, String plugin) {
        super("plugin " + plugin + ": " + kind);
        this.kind = kind;
    }

    /** Why there is no answer. */
    public enum Kind {
        /** It threw something, or what it answered is no answer to what was asked. */
        FAILED,
        /** It did not come back in its time, and was abandoned. */
        HUNG,
        /** As many calls as it may have at a time, of all or of this tenant, are under way; this one was not made. */
        BUSY,
        /** It rests after failures of this tenant's calls; this call was not made. */
        RESTING,
        /** Too many of its calls hang still, of all or of this tenant; this call was not made. */
        OFF;

        /** True where it was asked, and may have done something. */
        public boolean wasAsked() {
            return this == FAILED || this == HUNG;
        }
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }
}
