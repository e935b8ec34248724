package se.aviso.app.tenancy;

/**
 * How enums stand in the database: as small numbers, for only those can be compared by an index under row-level
 * security. The enums that are kept so say that their order never changes.
 */
@SuppressWarnings("EnumOrdinal") // the one place where the order is the code
public final class Codes {
    private Codes() {}

    /** The number of a constant. */
    public static int of(Enum<?> constant) {
        return constant.ordinal();
    }

    /** The constant of a number. */
    public static <E extends Enum<E>> E constant(Class<E> type, int code) {
        return type.getEnumConstants()[code];
    }
}
