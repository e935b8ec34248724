package se.aviso.plugin;

/**
 * Calls that were given up and hang still, each in a thread that is lost until it ends. A few of them are a threat to
 * the node: then no more are made.
 *
 * @param hanging that have not ended
 * @param pardoned of those that an operator has looked past
 */
public record Abandoned(int hanging, int pardoned) {
    /** Where all came back. */
    public static final Abandoned NONE = new Abandoned(0, 0);

    /** So many of one tenant's, and the plugin is off for that tenant. */
    public static final int OF_A_TENANT = 3;

    /** So many of all tenants', and the plugin is off for everybody. */
    public static final int OF_ALL = 6;

    /** One more was given up. */
    public Abandoned more() {
        return new Abandoned(hanging + 1, pardoned);
    }

    /** One has ended, however late. */
    public Abandoned less() {
        return new Abandoned(hanging - 1, Math.min(pardoned, hanging - 1));
    }

    /** An operator looks past those that hang. */
    public Abandoned pardon() {
        return new Abandoned(hanging, hanging);
    }

    /** True where so many hang that were not pardoned. */
    public boolean reaches(int bound) {
        return hanging - pardoned >= bound;
    }
}
