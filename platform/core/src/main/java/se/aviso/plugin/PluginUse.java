package se.aviso.plugin;

import se.aviso.tenant.Edition;

/**
 * For whom a plugin is.
 *
 * @param chosen true when a tenant has it only once it has turned it on
 * @param edition the least that a tenant must have bought for it
 */
public record PluginUse(boolean chosen, Edition edition) {
    /** For everybody, without being asked for. */
    public static final PluginUse OF_ALL = new PluginUse(false, Edition.STANDARD);

    /** True when a tenant of that edition may turn it on. */
    public boolean isOpenTo(Edition bought) {
        return bought.compareTo(edition) >= 0;
    }

    /** True when a tenant of that edition has it, given what it has turned on. */
    public boolean isHad(Edition bought, boolean turnedOn) {
        return !chosen || (turnedOn && isOpenTo(bought));
    }
}
