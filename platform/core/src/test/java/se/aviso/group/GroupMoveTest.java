package se.aviso.group;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.group.GroupMove.Refusal.BAD_PLACE;
import static se.aviso.group.GroupMove.Refusal.MOVE_INTO_ITSELF;
import static se.aviso.group.GroupMove.Refusal.MOVE_TO_SAME_PLACE;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.GroupId;

class GroupMoveTest {
    private static final Group FEDERATION = group(1, GroupKind.FEDERATION, Optional.empty(), "/00001/");
    private static final Group OTHER = group(2, GroupKind.FEDERATION, Optional.empty(), "/00002/");
    private static final Group NORTH = group(3, GroupKind.DISTRICT, Optional.of(FEDERATION), "/00001/00001/");
    private static final Group SOUTH = group(4, GroupKind.DISTRICT, Optional.of(FEDERATION), "/00001/00002/");
    private static final Group CLUB = group(5, GroupKind.LOCAL, Optional.of(NORTH), "/00001/00001/00001/");

    @Test
    void aClubGoesToAnotherDistrict() {
        assertThat(new GroupMove(CLUB, SOUTH).refusal()).isEmpty();
    }

    @Test
    void aClubGoesToTheFederationItself() {
        assertThat(new GroupMove(CLUB, FEDERATION).refusal()).isEmpty();
    }

    @Test
    void aDistrictGoesToAnotherFederation() {
        assertThat(new GroupMove(NORTH, OTHER).refusal()).isEmpty();
    }

    @Test
    void whoStandsThereAlreadyGoesNowhere() {
        assertThat(new GroupMove(CLUB, NORTH).refusal()).contains(MOVE_TO_SAME_PLACE);
    }

    @Test
    void nothingGoesBelowItself() {
        assertThat(new GroupMove(NORTH, CLUB).refusal()).contains(MOVE_INTO_ITSELF);
        assertThat(new GroupMove(NORTH, NORTH).refusal()).contains(MOVE_INTO_ITSELF);
        assertThat(new GroupMove(FEDERATION, NORTH).refusal()).contains(MOVE_INTO_ITSELF);
    }

    @Test
    void aPlaceFitsTheKind() {
        assertThat(new GroupMove(NORTH, SOUTH).refusal()).contains(BAD_PLACE);
        assertThat(new GroupMove(FEDERATION, OTHER).refusal()).contains(BAD_PLACE);
    }

    private static Group group(long id, GroupKind kind, Optional<Group> parent, String path) {
        var place = new Group.Place(parent.map(Group::id), path);
        return new Group(new GroupId(new UUID(0, id)), kind, "slug", "Namn", place, Map.of());
    }
}
