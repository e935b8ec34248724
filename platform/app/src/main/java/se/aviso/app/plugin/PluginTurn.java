package se.aviso.app.plugin;

import java.util.Optional;
import se.aviso.kernel.TenantId;

/** A call's turn at a plugin, from its place until its thread has ended; guarded by the lock of the plugin's record. */
final class PluginTurn {
    private final Optional<TenantId> tenant;
    private final boolean onTrial;
    private boolean firstAfterRest;
    private Stage stage = Stage.UNDER_WAY;

    PluginTurn(Optional<TenantId> tenant, boolean onTrial) {
        this.tenant = tenant;
        this.onTrial = onTrial;
    }

    private enum Stage {
        UNDER_WAY,
        /** Nobody waits for it any more. */
        ABANDONED,
        ENDED
    }

    Optional<TenantId> tenant() {
        return tenant;
    }

    /** True where settings are tried that do not hold yet. */
    boolean isOnTrial() {
        return onTrial;
    }

    boolean isFirstAfterRest() {
        return firstAfterRest;
    }

    void firstAfterRest(boolean first) {
        firstAfterRest = first;
    }

    /** True where its thread goes on without anybody who waits. */
    boolean abandon() {
        if (stage != Stage.UNDER_WAY) {
            return false;
        }
        stage = Stage.ABANDONED;
        return true;
    }

    /** True where it had been abandoned. */
    boolean end() {
        var former = stage;
        stage = Stage.ENDED;
        return former == Stage.ABANDONED;
    }
}
