package se.aviso.pricing;

import java.util.List;
import java.util.UUID;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** A federation with a district and a club, as examples want them. */
public final class PlaceFixture {
    public static final Place.Level FEDERATION = level(1, GroupKind.FEDERATION, "/00001/", "Förbundet");
    public static final Place.Level DISTRICT = level(2, GroupKind.DISTRICT, "/00001/00002/", "Distrikt Norr");
    public static final Place.Level CLUB = level(3, GroupKind.LOCAL, "/00001/00002/00003/", "Klubben");

    /** A club of a district. */
    public static final Place IN_CLUB = new Place(List.of(FEDERATION, DISTRICT, CLUB));

    private PlaceFixture() {}

    private static Place.Level level(long number, GroupKind kind, String path, String name) {
        return new Place.Level(new GroupId(new UUID(0, number)), kind, path, name);
    }
}
