package se.aviso.spi;

/**
 * Which plugin API the host offers (semantic versioning): additions raise the second number, anything else the first. A
 * plugin says in its manifest which it was made for, as {@code Plugin-Requires: >=1.2.0 & <2.0.0}.
 *
 * @since spi 1.2
 */
public final class ApiVersion {
    /** Of this host. */
    public static final String CURRENT = "1.7.0";

    private ApiVersion() {}
}
